/**
 * The text of a page and what is selected in it, in real shadow roots and frames: the DOM of the other tests has no
 * layout, and no selection that reaches into either.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '@/lib/article/boxes.ts';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { BROWSERS } from './browsers.ts';
import type { Driver, Tab } from './driver.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const INNER = '<!doctype html><body style="margin: 10px"><p id="five" style="margin: 0">Five of frame</p></body>';
const pageWith = (elsewhere: string): string => `<!doctype html><meta charset="utf-8"><title>Page</title>
<style>.off { display: none } iframe { border: 5px solid; padding: 7px; height: 60px }</style>
<p id="one">One of page</p><p class="off">no</p>
<x-box><p id="three">Three of slot</p></x-box>
<iframe src="/inner"></iframe><iframe src="${elsewhere}/inner"></iframe>
<details><summary>Six</summary><p>Seven of fold</p></details><p style="visibility: hidden">no</p>
<textarea>no words</textarea><p id="eight">Eight of page</p><x-own></x-own>
<script>
  const box = document.querySelector('x-box').attachShadow({ mode: 'open' });
  box.innerHTML = '<p id="two">Two of shadow</p><slot></slot><p id="four">Four of shadow</p>';
  document.querySelector('x-own').attachShadow({ mode: 'closed' }).innerHTML = '<p>no</p>';
</script>`;
const TEXT = [
  'One of page',
  'Two of shadow',
  'Three of slot',
  'Four of shadow',
  'Five of frame',
  'Six',
  'Seven of fold',
  'Eight of page',
].join('\n');

/** The part of the extension that is under test, as a script for the page's own world. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: { write: false, lib: { entry: 'tests/e2e/page-text-in-page.ts', formats: ['iife'], name: 'pageText' } },
  });
  const [output] = Array.isArray(built) ? built : [];
  return output?.output[0].code ?? '';
}

/** Selects from the one point to the other, as a drag of the pointer would; an element’s name stands for its text. */
const SELECT = `(from, start, to, end) => {
  const inner = document.querySelector('iframe').contentDocument;
  const trees = [document, document.querySelector('x-box').shadowRoot, inner];
  const find = (name) => trees.map((tree) => tree.getElementById(name)).find(Boolean).firstChild;
  const page = find(from).ownerDocument;
  page.defaultView.focus();
  if (page === document) document.activeElement?.blur();
  page.getSelection().setBaseAndExtent(find(from), start, find(to), end);
}`;

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let sites: readonly Site[] = [];
  let driver: Driver;
  let tab: Tab;
  beforeAll(async () => {
    const other = await serve({ '/inner': INNER });
    const site = await serve({ '/page': pageWith(other.url), '/inner': INNER });
    sites = [site, other];
    driver = await launch();
    tab = await driver.open(`${site.url}/page`);
    await tab.run(`() => { ${await bundle()}; globalThis.pageText = pageText; }`);
  });
  afterAll(async () => {
    await driver.close();
    for (const site of sites) await site.close();
  });

  it('reads what shows, where it shows', async () => {
    expect(await tab.run('() => pageText.text()')).toBe(TEXT);
  });

  it.each([
    ['in the page', 'one', 4, 'one', 6, 'of'],
    ['in a shadow root', 'two', 0, 'two', 3, 'Two'],
    ['over a slot', 'two', 7, 'four', 4, 'shadow\nThree of slot\nFour'],
    ['backwards', 'four', 4, 'two', 7, 'shadow\nThree of slot\nFour'],
    ['into a shadow root', 'one', 7, 'two', 3, 'page\nTwo'],
    ['in a frame', 'five', 0, 'five', 4, 'Five'],
    ['over all', 'one', 0, 'eight', 13, TEXT],
    ['nothing', 'one', 4, 'one', 4, null],
  ])('knows what is selected %s', async (_name, from, start, to, end, words) => {
    await tab.run(SELECT, from, start, to, end);
    expect(await tab.run('() => pageText.selected()')).toBe(words);
  });

  it('knows where it is, in frames too', async () => {
    await tab.run(SELECT, 'five', 0, 'five', 13);
    const place = await tab.run<Box>('() => pageText.place()');
    const frame = await tab.run<Box>(
      `() => { const { left, top, right, bottom } = document.querySelector('iframe').getBoundingClientRect(); return { left, top, right, bottom }; }`,
    );
    // Border, padding and the inner page's margin.
    expect(place.left - frame.left).toBeCloseTo(22, 0);
    expect(place.top - frame.top).toBeGreaterThanOrEqual(21);
    expect(place.bottom).toBeLessThan(frame.top + 60);
  });
});
