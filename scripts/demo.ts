/**
 * Shows the main job: a browser with the extension on an article, its marks, and a card. With a display the window stays
 * open; without one it runs headless. Either way it leaves pictures in demo-output/ and prints the card's text.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { CHROMIUM, launchChromium, type Chromium } from './drive/chromium.ts';
import { serve } from './drive/serve.ts';
import { sideBySide } from './drive/side-by-side.ts';
import { until } from './drive/until.ts';
import { buildFor, outputOf } from './build-for.ts';

const OUTPUT = 'demo-output';
const SAMPLE = 'public/sample-article.html';

const wanted = process.argv[2] ?? SAMPLE;
const isAddress = /^https?:\/\//.test(wanted);
if (CHROMIUM === null)
  stop('No Chromium or Chrome was found. Install one, or name it: CHROMIUM=/path/to/chromium npm run demo');
if (!isAddress && !existsSync(wanted)) stop(`There is no file ${wanted}.`);

console.log('Building…');
buildFor('chrome');
mkdirSync(OUTPUT, { recursive: true });

const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const site = await serve(isAddress ? {} : { '/article': readFileSync(wanted, 'utf8') });
const chromium = await launchChromium(outputOf('chrome'), { headless });
try {
  await show(chromium, isAddress ? wanted : `${site.url}/article`);
  if (!headless) {
    console.log('\nThe browser stays open: click a marked sentence, or press Alt+J. Close it to end.');
    await new Promise<void>((resolve) => chromium.browser.once('disconnected', () => resolve()));
  }
} finally {
  await chromium.close().catch(() => undefined);
  await site.close();
}

async function show({ clickAction, openTab, openOwn, browser }: Chromium, url: string): Promise<void> {
  const page = await openTab(url);
  const popup = await clickAction(page);
  const text = await settled(popup);
  const tab = await tabOf(popup);
  const panel = await openOwn(`sidepanel.html?tab=${tab}`);
  await panel.setViewport({ width: 420, height: 900 });
  await settled(panel);
  await pickFirst(panel);
  const card = await until(() =>
    panel.evaluate(() => document.querySelector('.card')?.textContent && document.body.innerText),
  );
  const pictures = [await shoot(page, 'page'), await shoot(panel, 'card')];
  writeFileSync(join(OUTPUT, 'demo.png'), await sideBySide(browser, pictures));
  console.log(`\n${text}\n\n${card}\n\nPictures: ${join(OUTPUT, 'demo.png')}, page.png and card.png beside it.`);
}

/** The text of popup or panel once reading is over. */
function settled(view: Page): Promise<string> {
  return until(
    () =>
      view.evaluate(() =>
        document.querySelector('.empty[role="status"]') === null &&
        document.querySelector('header') !== null &&
        !document.body.innerText.includes('still reading')
          ? document.body.innerText
          : null,
      ),
    30_000,
  );
}

/** As text: `chrome` is the page's, not this program's. */
async function tabOf(popup: Page): Promise<number> {
  return Number(
    await popup.evaluate('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)'),
  );
}

async function pickFirst(panel: Page): Promise<void> {
  const first = await panel.$('.mark-list button');
  if (first === null) stop('Nothing is marked on this page: see the text above for why.');
  await first.click();
}

async function shoot(page: Page, name: string): Promise<Uint8Array> {
  // A tab behind another is not drawn.
  await page.bringToFront();
  const picture = await page.screenshot({ type: 'png' });
  writeFileSync(join(OUTPUT, `${name}.png`), picture);
  return picture;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
