/**
 * The texts of the anchoring benchmark: of every saved page the whole of its text, as on the live page, and its article
 * alone, as in a reader view, with the way from one to the other. Made-up pages where none are saved.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Span } from '@/lib/core/article.ts';
import { isElement, isText, runsByName, SILENT } from '@/lib/article/elements.ts';
import { createIndexer, type Indexed, type Piece } from '@/lib/article/indexer.ts';
import { readArticle } from '@/lib/article/read-article.ts';
import { createWriter } from './made-up-words.ts';

export type BenchPage = {
  readonly name: string;
  readonly live: string;
  readonly reader: string;
  /** Where a place of one text stands in the other; null where it is not in it. */
  readonly toReader: (offset: number) => number | null;
  readonly toLive: (offset: number) => number | null;
};

const PAGES = '../shared/pages';
const ADDRESS = 'https://saved-page.invalid/article';
const MADE_UP_PAGES = 48;

export const hasSavedPages = (): boolean => existsSync(PAGES);

/** Words in a row; where so great a part of them stands several times, a page is filler: “Lorem ipsum” over and over. */
const ROW = 6;
const FILLER = 0.3;

export function isFiller({ live }: BenchPage): boolean {
  const words = live.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  const rows = words.slice(ROW - 1).map((_, n) => words.slice(n, n + ROW).join(' '));
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rows.filter((row) => (counts.get(row) ?? 0) > 1).length > FILLER * rows.length;
}

/** At most `most` pages, `part` of whose name it is; pages without an article are left out. */
export function loadPages(most: number, part = ''): BenchPage[] {
  if (!hasSavedPages()) return Array.from({ length: Math.min(most, MADE_UP_PAGES) }, (_, n) => madeUpPage(n));
  const files = readdirSync(PAGES)
    .filter((file) => file.includes(part))
    .slice(0, most);
  return files.map((file) => savedPage(file)).filter((page) => page !== null);
}

function savedPage(file: string): BenchPage | null {
  const html = gunzipSync(readFileSync(`${PAGES}/${file}`)).toString('utf8');
  const { window } = new JSDOM(html, { url: ADDRESS, virtualConsole: new VirtualConsole() });
  const result = readArticle(window.document, ADDRESS);
  if (result.kind === 'no-article') return null;
  const live = indexBody(window.document.body);
  const reader = result.index;
  const [toReader, toLive] = [wayBetween(live, reader), wayBetween(reader, live)];
  window.close();
  return {
    name: file.replace('.html.gz', ''),
    live: live.text,
    reader: reader.text,
    toReader: (offset) => placeIn(toReader, offset),
    toLive: (offset) => placeIn(toLive, offset),
  };
}

const NOWHERE = -1;
const placeIn = (way: Int32Array, offset: number): number | null => {
  const place = way[offset] ?? NOWHERE;
  return place === NOWHERE ? null : place;
};

/** Of each code unit of the one text, where it stands in the other; by way of the text node that holds it. */
function wayBetween(from: Indexed, to: Indexed): Int32Array {
  const way = new Int32Array(from.text.length).fill(NOWHERE);
  for (const segment of from.segments) {
    for (let at = to.firstSegmentOf.get(segment.node) ?? to.segments.length; at < to.segments.length; at += 1) {
      const other = to.segments[at];
      if (other?.node !== segment.node) break;
      const start = Math.max(segment.from, other.from);
      const end = Math.min(segment.from + segment.end - segment.start, other.from + other.end - other.start);
      for (let n = start; n < end; n += 1) way[segment.start + n - segment.from] = other.start + n - other.from;
    }
  }
  return way;
}

/** Everything on the page, menus and teasers too. */
function indexBody(body: HTMLElement): Indexed {
  const indexer = createIndexer();
  let block: Piece[] = [];
  const endBlock = (): void => {
    if (block.length > 0) indexer.addBlock(block);
    block = [];
  };
  const walk = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (isText(node)) block.push({ node, run: 0, broken: false });
      else if (isElement(node) && !SILENT.has(node.localName)) {
        const runs = runsByName(node.localName);
        if (!runs || node.localName === 'br') endBlock();
        walk(node);
        if (!runs) endBlock();
      }
    }
  };
  walk(body);
  endBlock();
  return indexer.done();
}

const PARAGRAPHS = 40;
const MENU_LINES = 12;

function madeUpPage(number: number): BenchPage {
  const { sentence } = createWriter(1 + number);
  const paragraph = (_: unknown, n: number): string =>
    [8 + (n % 13), 14, 5 + (n % 7)].map((words) => `${sentence(words)}.`).join(' ');
  const menu = Array.from({ length: MENU_LINES }, () => sentence(2)).join('\n');
  const reader = Array.from({ length: PARAGRAPHS }, paragraph).join('\n');
  const article: Span = { start: menu.length + 1, end: menu.length + 1 + reader.length };
  return {
    name: `made-up ${number}`,
    live: `${menu}\n${reader}\n${menu}`,
    reader,
    toReader: (offset) => (offset >= article.start && offset < article.end ? offset - article.start : null),
    toLive: (offset) => offset + article.start,
  };
}
