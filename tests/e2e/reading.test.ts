/** The main job, in both browsers: click, marks, card; and what the page and the network may see of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { BROWSERS } from './browsers.ts';
import { PAINTED, marked, pointOn, settledMarks, type Driver, type Tab } from './driver.ts';
import { GROWING, HOSTILE, HOSTILE_SCRIPT, OTHER_TOPIC, SAMPLE, SINGLE_PAGE_APP } from './pages.ts';

const CSP = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'none'";
const PAGES = {
  '/sample': SAMPLE,
  '/garden': OTHER_TOPIC,
  '/app': SINGLE_PAGE_APP,
  '/live': GROWING,
  '/hostile': {
    body: HOSTILE,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP },
  },
  '/hostile.js': { body: HOSTILE_SCRIPT, headers: { 'content-type': 'text/javascript' } },
};
const LOSSES = '1,351 of its soldiers';
const SERIALISED = '() => new XMLSerializer().serializeToString(document)';

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let site: Site;
  let driver: Driver;
  beforeAll(async () => {
    site = await serve(PAGES);
    driver = await launch();
  });
  afterAll(async () => {
    await driver.close();
    await site.close();
  });

  const open = (path: string) => driver.open(site.url + path);
  const read = async (path: string): Promise<Tab> => {
    const tab = await open(path);
    await driver.clickAction(tab);
    await settledMarks(tab);
    return tab;
  };

  it('marks the known claims of an article and leaves its document as it was', async () => {
    const tab = await open('/sample');
    const before = await tab.run(SERIALISED);
    expect(await marked(tab)).toEqual([]);
    await driver.clickAction(tab);
    const sentences = await settledMarks(tab);
    expect(sentences.length).toBeGreaterThanOrEqual(8);
    expect(sentences.filter((text) => text.includes(LOSSES))).toHaveLength(1);
    expect(await tab.run(SERIALISED)).toBe(before);
    const kinds = Object.keys(await tab.run<Record<string, string[]>>(PAINTED));
    expect(kinds).toEqual(expect.arrayContaining(['parallax-differ-light', 'parallax-agree-light']));
    await tab.close();
  });

  it('says nothing about an article on something else', async () => {
    const tab = await open('/garden');
    await driver.clickAction(tab);
    const popup = await driver.popupBeside(tab);
    await until(async () => (await popup.allText()).includes('No known story here'));
    expect(await marked(tab)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it('opens the card beside a sentence that is clicked, and takes it away again', async () => {
    const tab = await read('/sample');
    const before = await tab.run(SERIALISED);
    const { x, y } = await pointOn(tab, LOSSES);
    await tab.click(x, y);
    const text = await until(async () => {
      const all = await tab.allText();
      return all.includes('Up to 7,000 Russian soldiers') && all;
    });
    expect(text).toContain('How many Russian soldiers had been killed or wounded');
    expect(text).toContain('Unmarked does not mean checked.');
    await tab.press('Escape');
    await until(async () => !(await tab.allText()).includes('Up to 7,000 Russian soldiers'));
    expect(await tab.run(SERIALISED)).toBe(before);
    await tab.close();
  });

  it('shows a tip when the pointer rests on a mark', async () => {
    const tab = await read('/sample');
    const { x, y } = await pointOn(tab, LOSSES);
    await tab.hover(x, y);
    await until(async () => (await tab.allText()).includes('How many Russian soldiers had been killed'));
    await tab.close();
  });

  it('walks from mark to mark by the keys, Enter opens the card', async () => {
    const tab = await read('/sample');
    const picked = async () =>
      Object.entries(await tab.run<Record<string, string[]>>(PAINTED)).find(([name]) =>
        name.includes('-picked-'),
      )?.[1][0];
    await driver.command(tab, 'next-mark');
    const first = await until(picked);
    await driver.command(tab, 'next-mark');
    const second = await until(async () => (await picked()) !== first && picked());
    await driver.command(tab, 'previous-mark');
    await until(async () => (await picked()) === first);
    expect(second).not.toBe(first);
    await tab.press('Enter');
    await until(async () => (await tab.allText()).includes('Unmarked does not mean checked.'));
    await tab.press('Escape');
    await until(async () => !(await tab.allText()).includes('Unmarked does not mean checked.'));
    await tab.close();
  });

  it('follows a page that changes its article without loading', async () => {
    const tab = await open('/app');
    await tab.run(`() => go('talks')`);
    await driver.clickAction(tab);
    await until(async () => (await marked(tab)).length >= 3);
    await tab.run(`() => go('garden')`);
    await until(async () => (await marked(tab)).length === 0);
    await tab.run(`() => go('talks')`);
    await until(async () => (await marked(tab)).length >= 3);
    await tab.close();
  });

  it('reads text that comes late, and lets go of text that is edited away', async () => {
    const tab = await read('/live');
    const late =
      'The Pentagon’s spokesman John Kirby said that small numbers of Russian troops were being repositioned away from Kyiv and that this was no withdrawal.';
    const count = (await marked(tab)).length;
    await tab.run('(text) => addParagraph(text)', late);
    await until(async () => (await marked(tab)).includes(late));
    expect(await marked(tab)).toHaveLength(count + 1);
    await tab.run(
      `() => { document.querySelector('#story p:last-of-type').textContent = 'The weather was fine in Istanbul on that day.'; }`,
    );
    await until(async () => (await marked(tab)).length === count);
    await tab.close();
  });

  it('works on a page that forbids styles and bends what scripts rely on, and tells it nothing', async () => {
    const tab = await read('/hostile');
    expect((await marked(tab)).length).toBeGreaterThanOrEqual(3);
    const { x, y } = await pointOn(tab, 'Dmitry Peskov');
    await tab.click(x, y);
    await until(async () => (await tab.allText()).includes('What did the Istanbul talks'));
    expect(await tab.run('() => window.heard')).toEqual([]);
    expect(await tab.run(`() => document.querySelector('parallax-margin')?.shadowRoot ?? null`)).toBeNull();
    await tab.close();
  });

  it('takes every mark off when it is told to stop', async () => {
    const tab = await read('/sample');
    const popup = await driver.popupBeside(tab);
    await until(async () => (await popup.allText()).includes('marked'));
    await popup.run(`async () => {
      const select = document.querySelector('select');
      select.value = 'off';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
    await until(async () => (await marked(tab)).length === 0);
    await popup.run(`async () => {
      const select = document.querySelector('select');
      select.value = 'click';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
    await popup.close();
    await tab.close();
  });

  it('takes them off in one click, and reads again when asked', async () => {
    const tab = await read('/sample');
    const popup = await driver.popupBeside(tab);
    const clickOn = (name: string) =>
      until(() =>
        popup.run(
          `(name) => { const button = [...document.querySelectorAll('button')].find((one) => one.textContent === name); button?.click(); return button !== undefined; }`,
          name,
        ),
      );
    await clickOn('Remove marks');
    await until(async () => (await marked(tab)).length === 0);
    await clickOn('Read this page');
    await until(async () => (await marked(tab)).length > 0);
    await popup.close();
    await tab.close();
  });

  it('left no error in any page’s console', () => {
    expect(driver.pageErrors().filter((text) => !/404|favicon/.test(text))).toEqual([]);
  });
});
