/** The extension's own pages, in both browsers: complete, accessible, and true about what they did. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { violations } from './axe.ts';
import { BROWSERS } from './browsers.ts';
import { marked, type Driver, type Tab } from './driver.ts';
import { OTHER_TOPIC, SAMPLE } from './pages.ts';

const PACK = JSON.parse(readFileSync('public/packs/istanbul-2022.json', 'utf8')) as {
  questions: { id: string; asks: string; claims: { says: string; accounts: { speaker: string }[] }[] }[];
};
const shows = (tab: Tab, words: string) => until(async () => (await tab.allText()).includes(words));
const clickButton = (name: string) =>
  `() => [...document.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(name)})).click()`;

/** A story of one question, as a reader might bring it along. */
const OWN_PACK = {
  format: 'parallax-pack/1',
  id: 'harbour-bridge',
  version: '0.1.0',
  date: '2026-01-02',
  title: 'The harbour bridge',
  summary: 'Why the bridge was closed.',
  language: 'en',
  licence: 'CC0-1.0',
  scope: { what: 'The closing of the bridge', where: ['Port Marlow'], from: '2026-01-01', to: '2026-02-01' },
  sources: [
    {
      id: 'gazette',
      kind: 'article',
      genre: 'news',
      language: 'en',
      outlet: 'The Gazette',
      url: 'https://gazette.example/bridge',
      published: '2026-01-02',
    },
  ],
  questions: [
    {
      id: 'q-why-closed',
      asks: 'Why was the bridge closed?',
      kind: 'contested',
      claims: [
        {
          id: 'closed-for-rust',
          says: 'Rust in the northern pier made the bridge unsafe.',
          accounts: [
            {
              id: 'closed-for-rust.gazette',
              source: 'gazette',
              speaker: 'Ada Quill',
              role: 'harbour engineer',
              stance: 'asserts',
              locators: [{ words: 'rust in the pier', hash: '0'.repeat(32) }],
            },
          ],
        },
      ],
    },
  ],
};

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let site: Site;
  let driver: Driver;
  beforeAll(async () => {
    site = await serve({ '/sample': SAMPLE, '/garden': OTHER_TOPIC });
    driver = await launch();
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });

  it('the welcome page marks its sample article and opens a card', async () => {
    const page = await driver.openOwn('welcome.html');
    const inFrame = `() => {
      const { CSS } = document.querySelector('iframe').contentWindow;
      let count = 0;
      for (const highlight of CSS.highlights.values()) count += highlight.size;
      return count;
    }`;
    await until(async () => (await page.run<number>(inFrame)) >= 8);
    await until(() => page.run(`() => document.querySelector('.mark-list button') !== null`));
    await page.run(`() => document.querySelector('.mark-list button').click()`);
    await until(() => page.run(`() => document.querySelector('.card')?.textContent.includes('origin')`));
    expect(await violations(page)).toEqual([]);
    await page.run(clickButton('Next'));
    await shows(page, 'Only when I click');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('the library reaches every question, claim and account of the built-in pack', async () => {
    const page = await driver.openOwn('library.html#/packs');
    await shows(page, PACK.questions[0]?.asks ?? '');
    expect(await violations(page)).toEqual([]);
    let accounts = 0;
    for (const { id, asks, claims } of PACK.questions) {
      await page.run(`(hash) => { location.hash = hash; }`, `#istanbul-2022/${id}`);
      await until(() =>
        page.run(`(asks) => document.querySelector('.card h2, .card h1')?.textContent.includes(asks)`, asks),
      );
      const text = await page.run<string>(`() => document.querySelector('.card').textContent`);
      for (const claim of claims) {
        expect(text).toContain(claim.says);
        for (const { speaker } of claim.accounts) expect(text).toContain(speaker);
        accounts += claim.accounts.length;
      }
    }
    expect(accounts).toBe(121);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('popup and panel stand the test of axe, empty and full', async () => {
    const article = await driver.open(`${site.url}/sample`);
    await driver.clickAction(article);
    await until(async () => (await marked(article)).length > 8);
    for (const beside of [driver.popupBeside, driver.panelBeside]) {
      const view = await beside(article);
      await shows(view, 'Unmarked does not mean checked.');
      await until(() => view.run(`() => document.querySelector('.mark-list button') !== null`));
      expect(await violations(view)).toEqual([]);
      await view.run(`() => document.querySelector('.mark-list button').click()`);
      await until(() => view.run(`() => document.querySelector('.card') !== null`));
      await view.run(`() => document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      expect(await violations(view)).toEqual([]);
      await view.close();
    }
    await article.close();
  });

  it('says why there is nothing, and what can be done', async () => {
    const garden = await driver.open(`${site.url}/garden`);
    await driver.clickAction(garden);
    const popup = await driver.popupBeside(garden);
    await shows(popup, 'No known story here: 0 of 1 pack match');
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await garden.close();
    const own = await driver.openOwn('options.html');
    const beside = await driver.popupBeside(own);
    await shows(beside, 'Parallax may not read this page');
    expect(await violations(beside)).toEqual([]);
    await beside.close();
    await own.close();
  });

  it('the options page shows what is so, and changes it', async () => {
    const page = await driver.openOwn('options.html');
    await shows(page, 'Everything is kept in this browser');
    expect(await violations(page)).toEqual([]);
    const choose = async (theme: string) => {
      await until(() =>
        page.run(`(theme) => document.querySelector('input[type=radio][value=' + theme + ']') !== null`, theme),
      );
      await page.run(`(theme) => document.querySelector('input[type=radio][value=' + theme + ']').click()`, theme);
      await isTheme(theme);
    };
    const isTheme = (theme: string) =>
      until(() => page.run(`(theme) => document.documentElement.dataset.theme === theme`, theme));
    await choose('dark');
    // Colours fade over; axe is to see where they end.
    await until(() => page.run(`() => document.getAnimations().length === 0`));
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await isTheme('dark');
    await choose('system');
    await page.close();
  });

  it('takes a pack from a file, refuses a broken one with the place of what is wrong, and deletes everything when told', async () => {
    const page = await driver.openOwn('library.html#/packs');
    await shows(page, 'Add a pack from a file');
    const give = (pack: unknown) =>
      page.run(
        `(json) => {
          const input = document.querySelector('input[type=file]');
          const files = new DataTransfer();
          files.items.add(new File([json], 'pack.json', { type: 'application/json' }));
          input.files = files.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        }`,
        JSON.stringify(pack),
      );
    await give({ ...OWN_PACK, questions: [{ ...OWN_PACK.questions[0], asks: 7 }] });
    await shows(page, '/questions/0/asks');
    expect(await page.allText()).not.toContain('The harbour bridge');
    await give(OWN_PACK);
    await shows(page, 'The harbour bridge');
    expect(await page.allText()).not.toContain('/questions/0/asks');
    const options = await driver.openOwn('options.html');
    await shows(options, '2 packs');
    await options.run(clickButton('Delete everything'));
    await until(() => options.run(`() => document.querySelector('[role=alert]') !== null`));
    await options.run(`() => document.querySelector('[role=alert]').parentElement.querySelector('button').click()`);
    await shows(options, '1 pack ·');
    await until(async () => !(await page.allText()).includes('The harbour bridge'));
    await options.close();
    await page.close();
  });
});
