/** What installing asks for, and what leaves the browser: nothing. In Chromium, where both can be asked of the browser itself. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as forward, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '@/scripts/drive/chromium.ts';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { chromeBuild, firefoxBuild } from './browsers.ts';
import { chromiumDriver, type ChromiumDriver } from './chromium-driver.ts';
import { marked, pointOn } from './driver.ts';
import { grantedBuild } from './granted-build.ts';
import { OTHER_TOPIC, SAMPLE } from './pages.ts';

/** A proxy through which the whole browser goes, loopback too; it passes on what goes to the test's own site. */
async function recordingProxy(): Promise<{ port: number; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '');
    const onward = forward(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url ?? ''}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, asked, close: () => server.close() };
}

describe.skipIf(CHROMIUM === null)('Chromium', () => {
  let site: Site;
  let proxy: Awaited<ReturnType<typeof recordingProxy>>;
  let driver: ChromiumDriver;
  beforeAll(async () => {
    site = await serve({ '/sample': SAMPLE, '/garden': OTHER_TOPIC });
    proxy = await recordingProxy();
    driver = await chromiumDriver(chromeBuild, {
      args: [`--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'],
    });
  });
  afterAll(async () => {
    await driver.close();
    proxy.close();
    await site.close();
  });

  it('reads, shows cards, and opens every page of its own without one request of its own', async () => {
    const page = await driver.open(`${site.url}/sample`);
    await driver.clickAction(page);
    await until(async () => (await marked(page)).length > 8);
    const { x, y } = await pointOn(page, '1,351 of its soldiers');
    await page.click(x, y);
    await until(async () => (await page.allText()).includes('Up to 7,000 Russian soldiers'));
    for (const path of ['library.html', 'options.html', 'welcome.html']) {
      const own = await driver.openOwn(path);
      await until(async () => (await own.allText()).includes('Parallax'));
      await own.close();
    }
    const panel = await driver.panelBeside(page);
    await until(async () => (await panel.allText()).includes('marked'));
    const foreign = proxy.asked.filter((url) => !url.startsWith(`${site.url}/`));
    // What the browser itself asks for at its start is not ours; it never names this extension.
    expect(foreign.filter((url) => !/google|gvt1|gstatic|chrome/.test(url))).toEqual([]);
    expect(site.requests.filter((path) => path !== '/favicon.ico')).toEqual(['/sample']);
  });

  it('hears a request when one is made: the proxy is not deaf', async () => {
    const page = await driver.open(`${site.url}/garden`);
    await page.run(`() => fetch('http://elsewhere.example/beacon').catch(() => 0)`);
    await until(() => Promise.resolve(proxy.asked.some((url) => url.includes('elsewhere.example'))));
  });

  it.each(['popup', 'sidepanel', 'library', 'welcome', 'note'])(
    'can reach no host even if it wanted to: %s',
    async (name) => {
      const before = site.requests.length;
      const own = await driver.openOwn(`${name}.html`);
      const answer = await own.run<string>(
        `() => fetch('${site.url}/garden').then(() => 'reached', (error) => error.name)`,
      );
      await own.close();
      expect(answer).toBe('TypeError');
      expect(site.requests.slice(before)).toEqual([]);
    },
  );

  it('installs without a warning', async () => {
    const own = await driver.openOwn('options.html');
    const manifest = readFileSync(join(chromeBuild, 'manifest.json'), 'utf8');
    const warnings = (text: string) =>
      own.run<string[]>(
        `(text) => new Promise((resolve) => chrome.management.getPermissionWarningsByManifest(text, resolve))`,
        text,
      );
    expect(await warnings(manifest)).toEqual([]);
    const greedy = JSON.stringify({ ...(JSON.parse(manifest) as object), host_permissions: ['<all_urls>'] });
    expect(await warnings(greedy)).not.toEqual([]);
  });
});

describe('manifests', () => {
  const manifestOf = (build: string) =>
    JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  it.each([
    ['Chrome', chromeBuild, ['activeTab', 'alarms', 'contextMenus', 'scripting', 'sidePanel', 'storage']],
    ['Firefox', firefoxBuild, ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage']],
  ])(
    '%s asks for the least: optional hosts, nothing in pages unasked, one page that can be framed',
    (_name, build, permissions) => {
      const manifest = manifestOf(build);
      expect([...(manifest.permissions as string[])].sort()).toEqual(permissions);
      expect(manifest.host_permissions).toBeUndefined();
      expect(manifest.content_scripts).toBeUndefined();
      // The note editor. In Chrome by an address that no page can guess; in Firefox all addresses are like that.
      expect(manifest.web_accessible_resources).toEqual([
        {
          resources: ['note.html'],
          matches: ['http://*/*', 'https://*/*'],
          ...(build === chromeBuild && { use_dynamic_url: true }),
        },
      ]);
      expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    },
  );
  it('tells Firefox that no data leaves it, but for what the reader sends to storage of their own', () => {
    expect(manifestOf(firefoxBuild)).toMatchObject({
      browser_specific_settings: {
        gecko: {
          data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'browsingActivity'] },
        },
      },
    });
  });
  it.each([
    ['Chrome', chromeBuild],
    ['Firefox', firefoxBuild],
  ])('%s: pages that need no network have none, whatever the others may reach', (_name, build) => {
    const pages = ['popup', 'sidepanel', 'note', 'library', 'welcome', 'options'];
    const strict = pages.filter((page) =>
      /<meta http-equiv="Content-Security-Policy" content="connect-src 'self'"/.test(
        readFileSync(join(build, `${page}.html`), 'utf8'),
      ),
    );
    expect(strict).toEqual(pages.filter((page) => page !== 'options'));
    expect(JSON.stringify(manifestOf(build).content_security_policy)).toContain("connect-src 'self' https: http:");
  });
});

describe.skipIf(CHROMIUM === null)('Chromium, with leave to read a site', () => {
  let copy: string;
  let site: Site;
  let driver: ChromiumDriver;
  beforeAll(async () => {
    copy = grantedBuild(chromeBuild, mkdtempSync(join(tmpdir(), 'parallax-build-')));
    site = await serve({ '/sample': SAMPLE, '/garden': OTHER_TOPIC });
    driver = await chromiumDriver(copy);
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
    rmSync(copy, { recursive: true });
  });

  it('reads without a click, and not where the reader switched it off', async () => {
    const own = await driver.openOwn('options.html');
    await until(
      async () => (await own.run<unknown[]>('() => chrome.scripting.getRegisteredContentScripts()')).length > 0,
    );
    const page = await driver.open(`${site.url}/sample`);
    await until(async () => (await marked(page)).length > 8);
    const set = (offSites: readonly string[]) =>
      own.run(
        `(offSites) => chrome.runtime.sendMessage({ to: 'background', name: 'settings.change', payload: { offSites } })`,
        offSites,
      );
    await set(['127.0.0.1']);
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await marked(page)).toEqual([]);
    await set([]);
    await page.reload();
    await until(async () => (await marked(page)).length > 8);
  });

  it('still does so after the worker was killed', async () => {
    await driver.killBackground();
    const page = await driver.open(`${site.url}/sample`);
    await until(async () => (await marked(page)).length > 8);
  });
});
