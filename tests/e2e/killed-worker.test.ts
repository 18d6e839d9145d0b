/** The browser ends the background whenever it likes. The whole scenario, with it killed between any two steps, comes out the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { BROWSERS } from './browsers.ts';
import { marked, pointOn, settledMarks, type Driver, type Tab } from './driver.ts';
import { SAMPLE } from './pages.ts';
import { ROUNDS } from '@/tests/rounds.ts';

const LOSSES = '1,351 of its soldiers';
const DEPOT = 'An ammunition depot blew up';

/** Each step leaves a line of what the reader then sees. */
type Step = { readonly name: string; readonly run: (stage: Stage) => Promise<unknown> };
type Stage = { readonly driver: Driver; readonly url: string; page: Tab; popup: Tab };

const clickButton = (name: string) =>
  `() => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)}).click()`;
const marksOnce = (tab: Tab, count: number) =>
  until(async () => ((await marked(tab)).length === count ? (await marked(tab)).sort() : null));
const shows = (tab: Tab, words: string) => until(async () => (await tab.allText()).includes(words));

const STEPS: readonly Step[] = [
  {
    name: 'read the page',
    async run(stage) {
      await stage.driver.clickAction(stage.page);
      return (await settledMarks(stage.page)).sort();
    },
  },
  {
    name: 'open a card in the page',
    async run({ page }) {
      const { x, y } = await pointOn(page, LOSSES);
      await page.click(x, y);
      await shows(page, 'Up to 7,000 Russian soldiers');
      await page.press('Escape');
      await until(async () => !(await page.allText()).includes('Up to 7,000'));
    },
  },
  {
    name: 'open the popup beside it',
    async run(stage) {
      stage.popup = await stage.driver.popupBeside(stage.page);
      await shows(stage.popup, DEPOT);
    },
  },
  {
    name: 'pick a mark in the popup',
    async run({ popup }) {
      await popup.run(
        `() => [...document.querySelectorAll('.mark-list button')].find((one) => one.textContent.includes('${DEPOT}')).click()`,
      );
      await until(() =>
        popup.run(`() => document.querySelector('.card')?.textContent.includes('What blew up near Belgorod')`),
      );
    },
  },
  {
    name: 'say that it is not the same claim',
    async run({ popup, page }) {
      const before = (await marked(page)).length;
      await popup.run(clickButton('Not the same claim'));
      return marksOnce(page, before - 1);
    },
  },
  {
    name: 'load the page again: the mark stays hidden',
    async run({ driver, page }) {
      const before = (await marked(page)).length;
      await page.reload();
      await driver.clickAction(page);
      return marksOnce(page, before);
    },
  },
  {
    name: 'show the mark again',
    async run(stage) {
      const before = (await marked(stage.page)).length;
      await stage.popup.close();
      stage.popup = await stage.driver.popupBeside(stage.page);
      await shows(stage.popup, '1 mark hidden by you');
      await stage.popup.run(`() => document.querySelector('button[aria-label^="Show again"]').click()`);
      const shown = await marksOnce(stage.page, before + 1);
      await stage.popup.close();
      return shown;
    },
  },
];

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let site: Site;
  let driver: Driver;
  beforeAll(async () => {
    site = await serve({ '/sample': SAMPLE });
    driver = await launch();
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });

  async function play(between: () => Promise<void>): Promise<unknown[]> {
    const page = await driver.open(`${site.url}/sample`);
    const stage: Stage = { driver, url: site.url, page, popup: page };
    const transcript: unknown[] = [];
    for (const { name, run } of STEPS) {
      await between();
      transcript.push([name, (await run(stage)) ?? 'seen']);
    }
    await page.close();
    return transcript;
  }

  it(
    'comes out the same when the worker is killed before every step',
    async () => {
      const undisturbed = await play(() => Promise.resolve());
      expect(undisturbed).toHaveLength(STEPS.length);
      for (let round = 0; round < ROUNDS; round++) expect(await play(driver.killBackground)).toEqual(undisturbed);
    },
    60_000 + 30_000 * ROUNDS,
  );

  it('answers a question that was asked while it was being killed', async () => {
    const page = await driver.open(`${site.url}/sample`);
    await driver.clickAction(page);
    await until(async () => (await marked(page)).length > 8);
    const popup = await driver.popupBeside(page);
    await shows(popup, DEPOT);
    const [answers] = await Promise.all([
      popup.run<number>(`async () => {
        const ask = () => [...document.querySelectorAll('.mark-list button')];
        for (const button of ask().slice(0, 3)) { button.click(); await new Promise((done) => setTimeout(done, 60)); }
        return ask().length;
      }`),
      driver.killBackground(),
    ]);
    expect(answers).toBeGreaterThanOrEqual(0);
    await until(async () => /accounts?, \d+ origins?/.test(await popup.allText()));
    await until(async () => !(await popup.allText()).includes('Fetching the accounts'));
    await popup.close();
    await page.close();
  });
});
