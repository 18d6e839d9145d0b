/** Notes and flags as a reader makes them, in both browsers, with the background killed after every step. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { BROWSERS } from './browsers.ts';
import { PAINTED, select, settledMarks, type Driver, type Tab } from './driver.ts';
import { SAMPLE } from './pages.ts';

const shows = (tab: Tab, words: string) => until(async () => (await tab.allText()).includes(words));
/** What is painted as the reader's own, by look and colour. */
async function notesPainted(tab: Tab): Promise<Record<string, string[]>> {
  const painted = await tab.run<Record<string, string[]>>(PAINTED);
  return Object.fromEntries(Object.entries(painted).filter(([name]) => /^parallax-(?:note|flag)-/.test(name)));
}
const paintedOnce = (tab: Tab, name: string, words: string) =>
  until(async () => ((await notesPainted(tab))[name]?.includes(words) === true ? true : null));

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let site: Site;
  let driver: Driver;
  let page: Tab;
  beforeAll(async () => {
    site = await serve({ '/sample': SAMPLE });
    driver = await launch();
    page = await driver.open(`${site.url}/sample`);
    await driver.clickAction(page);
    await settledMarks(page);
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });

  it('highlights selected words from the bar', async () => {
    await select(page, 'Delegates from Kyiv');
    await driver.killBackground();
    await page.clickOn('Highlight');
    await paintedOnce(page, 'parallax-note-yellow-light', 'Delegates from Kyiv');
    await shows(page, 'Highlighted.');
  });

  it('writes a note by keys alone, which the page does not hear', async () => {
    await page.run(`() => { globalThis.heard = []; addEventListener('keydown', ({ key }) => heard.push(key), true); }`);
    await select(page, 'Which way they had gone');
    await driver.command(page, 'note');
    await until(() => page.run<boolean>(`() => document.activeElement?.localName === 'parallax-notes'`));
    await page.press('Enter');
    const editor = await page.frame('note.html');
    await until(() => editor.run(`() => document.activeElement?.localName === 'textarea'`));
    await driver.killBackground();
    await page.type('Secret: who asked?');
    await page.press('Control+Enter');
    await paintedOnce(page, 'parallax-note-yellow-light', 'Which way they had gone');
    const heard = await page.run<string[]>('() => heard');
    expect(heard.join('')).not.toContain('S');
  });
});
