/**
 * What reading a page costs and gives in Chromium: every page of ../shared/pages, where that is there, and a made-up
 * article of 20,000 words. Prints JSON. `npx tsx bench/extraction.ts [rounds] [part of a page's name]`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Cost, Gain } from './extraction-page.ts';
import { longArticle } from './long-article.ts';

const PAGES = '../shared/pages';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ADDRESS = 'http://localhost/2021/03/29/world/an-article-to-be-read.html';

const MADE_UP = 'made-up article of 20,000 words';

type Sample = { readonly name: string; readonly html: string };

function samples(): Sample[] {
  const made = { name: MADE_UP, html: longArticle(20_000) };
  if (!existsSync(PAGES)) return [made];
  const saved = readdirSync(PAGES).map((file) => ({
    name: file.replace('.html.gz', ''),
    html: gunzipSync(readFileSync(`${PAGES}/${file}`)).toString('utf8'),
  }));
  return [made, ...saved];
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: { write: false, lib: { entry: 'bench/extraction-page.ts', formats: ['iife'], name: 'bench' }, minify: true },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('nothing was built');
  return code;
}

/** No request but the page itself is answered, and none of its scripts run: the same page every time. */
async function openEmpty(page: Page, html: () => string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const headers = { 'content-security-policy': "script-src 'none'" };
    void (isPage
      ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body: html() })
      : request.abort());
  });
}

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const round = (number: number): number => Math.round(number * 1000) / 1000;

/** Processor time of the page's main thread, in milliseconds: what the clock says, other programs have a part in. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
}

async function readOnce(page: Page, session: CDPSession, code: string): Promise<Cost & { readonly cpu: number }> {
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
  await page.evaluate(`${code};globalThis.bench = bench; bench.prepare();`);
  const before = await threadTime(session);
  const cost = (await page.evaluate('bench.read()')) as Cost;
  return { ...cost, cpu: (await threadTime(session)) - before };
}

async function measure(page: Page, name: string, code: string, rounds: number) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const costs: (Cost & { readonly cpu: number })[] = [];
  for (let at = 0; at < rounds; at += 1) costs.push(await readOnce(page, session, code));
  const gain = (await page.evaluate('bench.check()')) as Gain;
  await session.detach();
  return {
    name,
    cpu: round(middle(costs.map(({ cpu }) => cpu))),
    total: round(middle(costs.map(({ total }) => total))),
    longest: round(middle(costs.map(({ longest }) => longest))),
    ...gain,
    all: round(gain.all),
    running: round(gain.running),
  };
}

type Row = Awaited<ReturnType<typeof measure>>;

function totalsOf(saved: readonly Row[], rows: readonly Row[]) {
  return {
    'saved pages': saved.length,
    'of them with 95 % of all words of Readability': saved.filter(({ all }) => all >= 0.95).length,
    'of them with 95 % of its running words': saved.filter(({ running }) => running >= 0.95).length,
    'sentences whose ranges say something else': saved.reduce((sum, { wrong }) => sum + wrong, 0),
    'pages changed': saved.filter(({ unchanged }) => !unchanged).length,
    'longest task, ms': Math.max(...rows.map(({ longest }) => longest)),
    'most processor time, ms': Math.max(...rows.map(({ cpu }) => cpu)),
  };
}

async function main(rounds: number, part: string): Promise<void> {
  const code = await bundle();
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  });
  let html = '';
  const page = await browser.newPage();
  await openEmpty(page, () => html);
  const rows: Row[] = [];
  for (const sample of samples().filter(({ name }) => name.includes(part))) {
    html = sample.html;
    rows.push(await measure(page, sample.name, code, rounds));
  }
  await browser.close();
  const saved = rows.filter(({ name }) => name !== MADE_UP);
  console.log(JSON.stringify({ rounds, totals: totalsOf(saved, rows), rows }, null, 1));
}

await main(Number(process.argv[2] ?? 5), process.argv[3] ?? '');
