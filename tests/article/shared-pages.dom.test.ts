import { Readability } from '@mozilla/readability';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readArticle } from '@/lib/article/read-article.ts';
import { offsetAt, rangesOf } from '@/lib/article/text-index.ts';
import { openPage } from './open-page.ts';

const PAGES = '../shared/pages';
/** In what Readability keeps, what is no running text: words in these need not be in a sentence. */
const NOT_RUNNING =
  'figure, figcaption, aside, [class*="caption" i], [class*="credit" i], [class*="newsletter" i], [class*="related" i], [class*="author" i], [class*="byline" i]';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const single = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The part of `theirs` that is in `ours`, each word as often as it stands there. */
function shareOf(theirs: readonly string[], ours: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of ours) left.set(word, (left.get(word) ?? 0) + 1);
  const found = theirs.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return theirs.length === 0 ? 1 : found.length / theirs.length;
}

/** Readability as it comes, on a plain clone: all its words, and those of running text. */
function yardstick(page: Document): { readonly all: string[]; readonly running: string[] } {
  const copy = page.cloneNode(true) as Document;
  const content = new Readability<Element>(copy, { serializer: (node) => node as Element, keepClasses: true }).parse()
    ?.content;
  const all = wordsOf(content?.textContent ?? '');
  for (const element of content?.querySelectorAll(NOT_RUNNING) ?? []) {
    if (element.textContent.length < 600) element.remove();
  }
  return { all, running: wordsOf(content?.textContent ?? '') };
}

const files = existsSync(PAGES) ? readdirSync(PAGES) : [];
const shares: { readonly file: string; readonly all: number; readonly running: number }[] = [];

describe.skipIf(files.length === 0)('real news pages (skipped without ../shared)', () => {
  it.each(files)('%s', (file) => {
    const html = gunzipSync(readFileSync(`${PAGES}/${file}`)).toString('utf8');
    const page = openPage(html, 'http://localhost/article.html');
    const before = page.documentElement.outerHTML;
    const result = readArticle(page, 'http://localhost/article.html');
    expect(page.documentElement.outerHTML).toBe(before);
    const { all, running } = yardstick(page);
    const text = result.kind === 'article' ? result.article.sentences.map((sentence) => sentence.text).join('\n') : '';
    shares.push({ file, all: shareOf(all, wordsOf(text)), running: shareOf(running, wordsOf(text)) });
    if (result.kind !== 'article') return;
    for (const sentence of result.article.sentences) {
      const ranges = rangesOf(result.index, sentence);
      const [first] = ranges;
      expect(single(ranges.map(String).join(''))).toBe(sentence.text);
      expect(first && offsetAt(result.index, first.startContainer, first.startOffset)).toBe(sentence.start);
    }
  });

  it('are read as Readability reads them, but for what is no running text', () => {
    const enough = (field: 'all' | 'running') => shares.filter((share) => share[field] >= 0.95).length;
    expect(shares).toHaveLength(48);
    expect(enough('running')).toBeGreaterThanOrEqual(40);
    expect(enough('all')).toBeGreaterThanOrEqual(35);
  });
});

afterAll(() => {
  if (process.env.SHOW_SHARES !== undefined) console.table(shares);
});
