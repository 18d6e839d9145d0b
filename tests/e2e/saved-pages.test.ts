/**
 * Real news pages, in both browsers, with the extension reading them: no mark on any, and the document as it was.
 * A few of them in `npm test`, all in `npm run soak`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { ROUNDS } from '@/tests/rounds.ts';
import { BROWSERS } from './browsers.ts';
import { marked, type Driver } from './driver.ts';

const FOLDER = '../shared/pages';
const names = existsSync(FOLDER) ? readdirSync(FOLDER).map((file) => file.replace('.html.gz', '')) : [];
const tried = names.filter((_, at) => ROUNDS > 1 || at % 8 === 0);
/** Nothing of what the page would load is loaded, and none of its scripts run. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};
const SERIALISED = '() => new XMLSerializer().serializeToString(document)';

describe.skipIf(names.length === 0)('saved news pages (skipped without ../shared/pages)', () => {
  describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
    let site: Site;
    let driver: Driver;
    beforeAll(async () => {
      const page = (name: string): [string, Served] => [
        `/${name}`,
        { headers, body: gunzipSync(readFileSync(`${FOLDER}/${name}.html.gz`)).toString('utf8') },
      ];
      site = await serve(Object.fromEntries(tried.map(page)));
      driver = await launch();
    });
    afterAll(async () => {
      await driver.close();
      await site.close();
    });

    it.each(tried)('%s', async (name) => {
      const tab = await driver.open(`${site.url}/${name}`);
      const before = await tab.run(SERIALISED);
      await driver.clickAction(tab);
      const popup = await driver.popupBeside(tab);
      await until(() =>
        popup.run(
          `() => document.querySelector('.empty') !== null && document.querySelector('.empty[role="status"]') === null`,
        ),
      );
      expect(await popup.allText()).toMatch(/No known story here|Not an article/);
      expect(await marked(tab)).toEqual([]);
      expect((await tab.run(SERIALISED)) === before).toBe(true);
      await popup.close();
      await tab.close();
    });
  });
});
