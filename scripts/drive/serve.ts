/** A web server of the tests' own, on 127.0.0.1: pages as a news site would send them. */
import { createServer } from 'node:http';

export type Site = { readonly url: string; readonly requests: readonly string[]; readonly close: () => Promise<void> };

/** A page's HTML, or any file with its headers. */
export type Served = string | { readonly body: string; readonly headers: Readonly<Record<string, string>> };

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** `pages`: path → what is there. Every request is recorded, the unknown too. */
export async function serve(pages: Readonly<Record<string, Served>>): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    requests.push(path);
    const found = Object.hasOwn(pages, path) ? pages[path] : undefined;
    const { body, headers } =
      typeof found === 'object' ? found : { body: found ?? '<!doctype html><title>Not here</title>', headers: HTML };
    response.writeHead(found === undefined ? 404 : 200, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
