/** The answer to a PROPFIND: what lies directly in the folder. Servers differ in everything about it but this. */
import type { RemoteFile } from '@/lib/sync/remote.ts';
import { elementsOf, hasElement, textOf } from './scan-xml.ts';

export type Listing = { readonly files: readonly RemoteFile[]; readonly dirs: readonly string[] };

type Entry = { readonly path: string; readonly isFolder: boolean; readonly size: number };

const NAME = /^[a-z0-9._-]+$/;

/**
 * @param folder The address asked for. Behind a proxy the paths in the answer may begin differently, so the folder itself
 * is also known by its being the shortest. Names that are not ours are left out, and so is what lies deeper.
 */
export function parseMultistatus(xml: string, folder: string): Listing {
  const entries = elementsOf(xml, 'response').flatMap((response) => entryOf(response, folder));
  const asked = decodePath(new URL(folder).pathname);
  const shortest = entries.reduce<string | null>(
    (least, { path }) => (least === null || path.length < least.length ? path : least),
    null,
  );
  const isSelf = shortest !== null && lastOf(shortest) === lastOf(asked);
  const self = entries.some(({ path }) => path === asked) ? asked : isSelf ? shortest : null;
  const children = entries.flatMap(({ path, ...rest }) => {
    const name = self === null ? lastOf(path) : path.startsWith(`${self}/`) ? path.slice(self.length + 1) : '';
    return NAME.test(name) ? [{ name, ...rest }] : [];
  });
  return {
    files: children.filter(({ isFolder }) => !isFolder).map(({ name, size }) => ({ name, size })),
    dirs: children.filter(({ isFolder }) => isFolder).map(({ name }) => name),
  };
}

function entryOf(response: string, folder: string): Entry[] {
  const href = textOf(response, 'href');
  const url = href === null ? null : URL.parse(href, folder);
  if (url === null) return [];
  const types = elementsOf(response, 'resourcetype');
  return [
    {
      path: decodePath(url.pathname),
      isFolder: url.pathname.endsWith('/') || types.some((type) => hasElement(type, 'collection')),
      size: Number(textOf(response, 'getcontentlength') ?? 0),
    },
  ];
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without slashes at its end. */
function decodePath(pathname: string): string {
  const path = pathname.replace(/\/+/g, '/').replace(/\/$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
