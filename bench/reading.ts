/**
 * What a reader's page feels of a whole reading by the built extension in Chromium: a made-up article of 20,000 words
 * with the sample article's sentences among them. Prints JSON; `npx tsx bench/reading.ts [rounds]`, after a build.
 */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { Page } from 'puppeteer-core';
import { outputOf } from '../scripts/build-for.ts';
import { launchChromium } from '../scripts/drive/chromium.ts';
import { serve } from '../scripts/drive/serve.ts';
import { until } from '../scripts/drive/until.ts';
import { longArticle } from './long-article.ts';

const rounds = Number(process.argv[2] ?? 5);
const OBSERVE = `window.longTasks = []; new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longTasks.push(duration);
}).observe({ type: 'longtask' });`;

/** The sample's paragraphs, one after every tenth of the long article's. */
function mixed(): string {
  const { window } = new JSDOM(longArticle(20_000));
  const sample = new JSDOM(readFileSync('public/sample-article.html', 'utf8')).window.document;
  const told = [...sample.querySelectorAll('article p')].map(({ textContent }) => textContent);
  const paragraphs = [...window.document.querySelectorAll('p')];
  // Often enough for the gate: this is to be an article that tells the story, at length.
  paragraphs.forEach((paragraph, at) => {
    if (at % 4 === 0) paragraph.textContent = told[(at / 4) % told.length] ?? '';
  });
  return window.document.documentElement.outerHTML;
}

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const rounded = (number: number): number => Math.round(number * 10) / 10;

async function readOnce(page: Page, click: (page: Page) => Promise<Page>) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const threadTime = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0;
  await page.evaluate(OBSERVE);
  const before = await threadTime();
  const begun = performance.now();
  const popup = await click(page);
  await until(() => page.evaluate('CSS.highlights.size > 0'));
  const first = performance.now() - begun;
  await until(
    () =>
      popup.evaluate(
        () => document.querySelector('.coverage') !== null && !document.body.innerText.includes('still reading'),
      ),
    120_000,
  );
  const all = performance.now() - begun;
  const used = 1000 * ((await threadTime()) - before);
  const longTasks = (await page.evaluate('window.longTasks')) as number[];
  const marks = Number(await page.evaluate('[...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)'));
  await session.detach();
  await popup.close();
  return { first, all, used, longest: Math.max(0, ...longTasks), marks };
}

const site = await serve({ '/long': mixed() });
const chromium = await launchChromium(outputOf('chrome'));
const readings: Awaited<ReturnType<typeof readOnce>>[] = [];
for (let round = 0; round < rounds; round += 1) {
  const page = await chromium.openTab(`${site.url}/long`);
  readings.push(await readOnce(page, chromium.clickAction));
  await page.close();
}
await chromium.close();
await site.close();
console.log(
  JSON.stringify(
    {
      rounds,
      marks: readings[0]?.marks,
      // The background has just started and knows nothing of the article; later it remembers its sentences.
      'first marks after the first click, ms': rounded(readings[0]?.first ?? 0),
      'all marks after the first click, ms': rounded(readings[0]?.all ?? 0),
      'first marks when it is read again, ms': rounded(middle(readings.slice(1).map(({ first }) => first))),
      'all marks when it is read again, ms': rounded(middle(readings.slice(1).map(({ all }) => all))),
      'main thread of the page, ms': rounded(middle(readings.map(({ used }) => used))),
      'longest task over 50 ms (0: none), ms': rounded(Math.max(...readings.map(({ longest }) => longest))),
    },
    null,
    1,
  ),
);
