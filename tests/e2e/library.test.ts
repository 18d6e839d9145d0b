/** The reader's notes in the library, in both browsers: found, opened, thrown away and brought back by keyboard alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '@/lib/core/note.ts';
import { until } from '@/scripts/drive/until.ts';
import { buildArticle, buildNote, passage } from '../finder/build-notes.ts';
import { violations } from './axe.ts';
import { BROWSERS } from './browsers.ts';
import type { Driver, Tab } from './driver.ts';

const MANY = 2000;
const NOTES: readonly Note[] = Array.from({ length: MANY }, (_, at) =>
  buildNote(at, {
    passage: passage(at === 7 ? 'Переговоры в порту ended' : `Noted words, number ${at}.`),
    body: at % 2 === 0 ? `What I make of it, ${at}` : '',
    tags: at % 5 === 0 ? ['grain'] : [],
    flag: at % 3 === 0 ? 'figure' : null,
    created: 1_650_000_000_000 + at * 60_000,
  }),
);
const ARTICLE = buildArticle('island.example/talks', { title: 'Ships sail again', outlet: 'The Herald' });

/** Written as the extension itself would have, before the page is opened. */
const PUT = `async (json) => {
  const rows = JSON.parse(json);
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('parallax');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const work = db.transaction(['notes', 'articles'], 'readwrite');
  for (const note of rows.notes) work.objectStore('notes').put(note);
  for (const article of rows.articles) work.objectStore('articles').put(article);
  await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = () => reject(work.error); });
  db.close();
}`;

const ACTIVE = `() => {
  const list = document.querySelector('[role=listbox]');
  return document.activeElement === list ? document.getElementById(list.getAttribute('aria-activedescendant'))?.textContent : null;
}`;
const shows = (tab: Tab, words: string) => until(async () => (await tab.allText()).includes(words), 30_000);
const activeShows = (tab: Tab, words: string) =>
  until(async () => (await tab.run<string | null>(ACTIVE))?.includes(words));

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let driver: Driver;
  let page: Tab;
  beforeAll(async () => {
    driver = await launch();
    const options = await driver.openOwn('options.html');
    // The options page counts what is stored, so by now the database is there.
    await shows(options, '1 pack');
    await options.run(PUT, JSON.stringify({ notes: NOTES, articles: [ARTICLE] }));
    await options.close();
    page = await driver.openOwn('library.html');
  });
  afterAll(async () => {
    await driver.close();
  });

  it('opens with the newest and draws only what is in view', async () => {
    await shows(page, `Noted words, number ${MANY - 1}.`);
    await shows(page, '2,000 notes');
    expect(
      await page.run<number>(`() => document.querySelectorAll('[role=option][aria-posinset]').length`),
    ).toBeLessThan(60);
    expect(await violations(page)).toEqual([]);
  });

  it('goes to the last and back by one key each', async () => {
    await page.run(`() => document.querySelector('[role=listbox]').focus()`);
    await page.press('End');
    await activeShows(page, 'Noted words, number 0.');
    await page.press('Home');
    await activeShows(page, `Noted words, number ${MANY - 1}.`);
  });

  it('finds by words, opens, and shows the note', async () => {
    await page.press('/');
    await page.type('порт ships');
    await shows(page, '1 of 2,000 notes');
    await page.press('ArrowDown');
    await activeShows(page, 'Переговоры');
    await page.press('Enter');
    await shows(page, 'Ships sail again');
    await until(() => page.run(`() => document.querySelector('.item .noted')?.textContent.includes('Переговоры')`));
    expect(await violations(page)).toEqual([]);
    await page.press('Escape');
    expect(await page.run(`() => location.hash`)).toBe('#/notes');
  });

  it('throws away with one key and takes it back with another, even when the background has just ended', async () => {
    await driver.killBackground();
    await page.press('Delete');
    await shows(page, 'Deleted: Переговоры');
    await shows(page, '0 of 1,999 notes');
    await page.run(
      `() => { const field = document.querySelector('input[type=search]'); field.value = ''; field.dispatchEvent(new Event('input')); }`,
    );
    await shows(page, '1,999 notes');
    await page.run(`() => [...document.querySelectorAll('.shelf-notice button')][0].click()`);
    await shows(page, '2,000 notes');
  });

  it('knows it all at the next visit too', async () => {
    await page.reload();
    await shows(page, '2,000 notes');
    await page.press('/');
    await page.type('tag:grain kind:figure');
    await shows(page, '134 of 2,000 notes');
  });
});
