/**
 * The library page of the built extension in Chromium with many made-up notes: how soon it shows its first rows and can
 * search them all, how long a search and a filter take from the key to the list, and how even scrolling is. Prints JSON;
 * `npx tsx bench/library.ts [notes]`, after a build.
 */
import type { Page } from 'puppeteer-core';
import { outputOf } from '../scripts/build-for.ts';
import { launchChromium, type Chromium } from '../scripts/drive/chromium.ts';
import { until } from '../scripts/drive/until.ts';
import { fillLibrary } from './fill-library.ts';
import { madeUpLibrary } from './made-up-notes.ts';

const notes = Number(process.argv[2] ?? 100_000);
const ROUNDS = 5;
/** Milliseconds after which the worker has written down what it knows. */
const KEEPING = 15_000;
/** From a beginning that half of the notes have to words that none has. */
const SEARCHES = ['ba', 'bado', 'fegi kalo', '"dodo fedo"', 'harbour', 'tag:grain sofe', 'zzzz'];

const rounded = (number: number): number => Math.round(number * 10) / 10;
const middle = (numbers: readonly number[]): number =>
  rounded([...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0);

const READY = `${notes.toLocaleString('en')} notes`;

/** Runs in the page before anything else does: notes, by the page's own clock, when it first shows rows and knows all. */
const WATCH = `new MutationObserver(() => {
  const times = (window.shownAt ??= {});
  if (document.querySelector('.virtual-row .row-words') !== null) times.first ??= performance.now();
  if (document.querySelector('.shelf [role=status]')?.textContent === '${READY}') times.all ??= performance.now();
}).observe(document, { childList: true, characterData: true, subtree: true });`;

async function opened({ browser, id }: Chromium) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(WATCH);
  await page.goto(`chrome-extension://${id}/library.html#/notes`);
  await page.bringToFront();
  const all = await until(() => page.evaluate('window.shownAt?.all'), 120_000);
  return { page, first: Number(await page.evaluate('window.shownAt.first')), all: Number(all) };
}

/** Milliseconds from the last key until the list shows what was found. */
function timeSearch(page: Page, text: string): Promise<number> {
  return page.evaluate((typed) => {
    const field = document.querySelector<HTMLInputElement>('.shelf input[type=search]');
    const status = document.querySelector('.shelf [role=status]');
    if (field === null || status === null) throw new Error('no search');
    return new Promise<number>((resolve) => {
      const start = performance.now();
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - start));
      });
      observer.observe(status, { characterData: true, childList: true, subtree: true });
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }, text);
}

/** As above, from a click on the first value of the first facet. */
function timeFilter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const box = document.querySelector<HTMLInputElement>('.facet input');
    const status = document.querySelector('.shelf [role=status]');
    if (box === null || status === null) throw new Error('no filter');
    return new Promise<number>((resolve) => {
      const start = performance.now();
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - start));
      });
      observer.observe(status, { characterData: true, childList: true, subtree: true });
      box.click();
    });
  });
}

/** As text: a function with a name of its own does not travel into the page. */
const FRAMES = (step: number): string => `new Promise((resolve) => {
  const lengths = [];
  let last = performance.now();
  requestAnimationFrame(function next(now) {
    lengths.push(now - last);
    last = now;
    document.querySelector('.virtual-list').scrollTop += ${step};
    if (lengths.length < 120) requestAnimationFrame(next);
    else resolve(lengths.slice(1));
  });
})`;

/** Lengths of frames in milliseconds while the list scrolls `step` pixels in each; 0: while nothing moves. */
const frames = (page: Page, step: number) => page.evaluate(FRAMES(step)) as Promise<number[]>;

const chromium = await launchChromium(outputOf('chrome'));
try {
  const options = await chromium.openOwn('options.html');
  await fillLibrary(options, madeUpLibrary(notes));
  const anew = await opened(chromium);
  await new Promise((resolve) => setTimeout(resolve, KEEPING));
  await anew.page.close();
  const again = await opened(chromium);
  const { page } = again;
  const searches: Record<string, number> = {};
  for (const text of SEARCHES) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await timeSearch(page, text));
      await timeSearch(page, '');
    }
    searches[text] = middle(times);
  }
  const filters: number[] = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) filters.push(await timeFilter(page));
  const still = await frames(page, 0);
  const slow = await frames(page, 60);
  const fast = await frames(page, 40_000);
  console.log(
    JSON.stringify(
      {
        notes,
        'first rows at the first visit, ms': rounded(anew.first),
        'all searchable at the first visit, ms': rounded(anew.all),
        'first rows at the next visit, ms': rounded(again.first),
        'all searchable at the next visit, ms': rounded(again.all),
        'from the key to the list, ms': searches,
        'longest search, ms': Math.max(...Object.values(searches)),
        'from a filter to the list, ms': middle(filters),
        'frame while scrolling, of one while still': rounded(middle(slow) / middle(still)),
        'longest frame while scrolling, ms': rounded(Math.max(...slow)),
        'longest frame while dragging through all, ms': rounded(Math.max(...fast)),
      },
      null,
      1,
    ),
  );
} finally {
  await chromium.close();
}
