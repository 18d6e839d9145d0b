/** Runs in the page under measurement: reads its article as the content script does, and says what it took. */
import { Readability } from '@mozilla/readability';
import type { Span } from '@/lib/core/article.ts';
import { readArticleInSlices, type ReadResult } from '@/lib/article/read-article.ts';
import { rangesOf } from '@/lib/article/text-index.ts';

export type Cost = {
  /** Milliseconds: of every slice together, and of the longest. */
  readonly total: number;
  readonly longest: number;
  readonly slices: number;
};

export type Gain = {
  readonly kind: ReadResult['kind'];
  readonly sentences: number;
  readonly words: number;
  /** Sentences whose ranges do not say what the sentence says. */
  readonly wrong: number;
  readonly unchanged: boolean;
  /** The part of Readability's words that are in a sentence: of all, and of all but captions and boxes. */
  readonly all: number;
  readonly running: number;
};

/** In what Readability keeps, what is no running text. */
const NOT_RUNNING =
  'figure, figcaption, aside, [class*="caption" i], [class*="credit" i], [class*="newsletter" i], [class*="related" i], [class*="author" i], [class*="byline" i]';

let result: ReadResult = { kind: 'no-article', why: 'no-text' };
let source = '';

/** Lets the page be laid out, as it is before a content script runs. */
export function prepare(): void {
  source = document.documentElement.outerHTML;
  document.body.getBoundingClientRect();
}

export async function read(): Promise<Cost> {
  const slices: number[] = [];
  let begun = performance.now();
  const endSlice = () => slices.push(performance.now() - begun);
  const pause = async () => {
    endSlice();
    await new Promise((resolve) => setTimeout(resolve, 0));
    begun = performance.now();
  };
  result = await readArticleInSlices(document, location.href, { signal: new AbortController().signal, pause });
  endSlice();
  return {
    total: slices.reduce((sum, slice) => sum + slice, 0),
    longest: Math.max(...slices),
    slices: slices.length,
  };
}

export function check(): Gain {
  const sentences = result.kind === 'article' ? result.article.sentences : [];
  const ours = wordsOf(sentences.map(({ text }) => text).join('\n'));
  return {
    kind: result.kind,
    sentences: sentences.length,
    words: ours.length,
    wrong: sentences.filter((sentence) => saidAt(sentence) !== sentence.text).length,
    unchanged: document.documentElement.outerHTML === source,
    ...sharesOf(ours),
  };
}

const saidAt = (span: Span): string =>
  result.kind === 'article' ? single(rangesOf(result.index, span).map(String).join('')) : '';

const single = (text: string): string => text.replace(/\s+/g, ' ').trim();
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Against Readability as it comes, on a plain clone. */
function sharesOf(ours: readonly string[]): Pick<Gain, 'all' | 'running'> {
  const copy = document.implementation.createHTMLDocument('');
  copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement);
  const parser = new Readability<HTMLElement>(copy, { serializer: asElement, keepClasses: true });
  const content = parser.parse()?.content;
  const all = wordsOf(content?.textContent ?? '');
  for (const element of content?.querySelectorAll(NOT_RUNNING) ?? []) {
    if (element.textContent.length < 600) element.remove();
  }
  return { all: shareOf(all, ours), running: shareOf(wordsOf(content?.textContent ?? ''), ours) };
}

function asElement(node: Node): HTMLElement {
  if (!(node instanceof HTMLElement)) throw new TypeError('Readability gives an element');
  return node;
}

/** Each word as often as it stands there. */
function shareOf(theirs: readonly string[], ours: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of ours) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of theirs) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return theirs.length === 0 ? 1 : found / theirs.length;
}
