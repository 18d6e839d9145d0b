/** From a page to its article: what it says, sentence by sentence, and where each stands in the live page. */
import type { Article, NoArticle, Sentence, SentenceRole } from '@/lib/core/article.ts';
import { splitSentences } from '@/lib/text/sentences.ts';
import { blocksOf, lengthOf, withoutTeasers, type Block } from './article-blocks.ts';
import { findHeadline, piecesIn, titleOf } from './headline.ts';
import { createIndexer, type Indexer, type Piece } from './indexer.ts';
import { saysItIsAList } from './json-ld.ts';
import { findMainText, type MainText } from './main-text.ts';
import { readFields } from './page-fields.ts';
import { rootsOf } from './roots.ts';
import { runAtOnce, runInSlices, type Slicing, type Steps } from './steps.ts';
import type { TextIndex } from './text-index.ts';
import { isTrappedDocument } from './traps.ts';

export type ReadResult = { readonly kind: 'article'; readonly article: Article; readonly index: TextIndex } | NoArticle;

/** Reads the page, and changes nothing in it. */
export function readArticle(page: Document, address: string): ReadResult {
  return runAtOnce(reading(page, address));
}

/** As `readArticle`, in tasks too short to feel. When `slicing.signal` aborts, nobody waits for the answer: there is none. */
export async function readArticleInSlices(page: Document, address: string, slicing: Slicing): Promise<ReadResult> {
  return (await runInSlices(reading(page, address), slicing)) ?? { kind: 'no-article', why: 'no-text' };
}

/** Characters of running text below which there is nothing to compare. */
const SHORTEST = 140;
/** Of a page's text, what links may hold. */
const MOST_LINKED = 0.5;
const MOST_LINKED_OF_A_LIST = 0.2;
/** Linked headings that make a list: so many, and so great a part of all blocks. */
const LIST_HEADINGS = 8;
const LIST_SHARE = 0.4;

function* reading(page: Document, address: string): Steps<ReadResult> {
  if (isTrappedDocument(page) || page.querySelector('body') === null) return { kind: 'no-article', why: 'no-text' };
  const titles = titlesOf(page);
  const main = yield* findMainText(page, titles[0] ?? '');
  if (main === null) return { kind: 'no-article', why: 'no-text' };
  yield 'pause';
  const headline = findHeadline(page, main.snapshot.shadowRoots, titles);
  const headlinePieces = headline === null ? [] : piecesIn(headline);
  const blocks = blocksOf(main, new Set(headlinePieces.map(({ node }) => node)));
  const why = whyNot(page, address, blocks);
  if (why !== null) return { kind: 'no-article', why };
  yield 'pause';
  const { sentences, index } = yield* sentencesOf(withoutTeasers(blocks), headlinePieces, main);
  yield 'pause';
  const fields = readFields(page, address, { byline: main.byline, headline });
  return { kind: 'article', article: { ...fields, text: index.text, sentences }, index };
}

function titlesOf(page: Document): string[] {
  const said = page.querySelector('meta[property="og:title"], meta[name="og:title"]')?.getAttribute('content') ?? '';
  return [said, titleOf(page)].filter((title) => title.trim() !== '');
}

function whyNot(page: Document, address: string, blocks: readonly Block[]): NoArticle['why'] | null {
  const length = lengthOf(blocks);
  if (length === 0) return 'no-text';
  const links = blocks.filter(({ isLinked }) => isLinked);
  const linked = lengthOf(links);
  const isList = URL.parse(address)?.pathname === '/' || saysItIsAList(page);
  if (linked > length * (isList ? MOST_LINKED_OF_A_LIST : MOST_LINKED)) return 'list-of-links';
  const headings = links.filter(({ role }) => role === 'heading').length;
  if (headings >= LIST_HEADINGS && headings >= blocks.length * LIST_SHARE) return 'list-of-links';
  return length - linked < SHORTEST ? 'too-short' : null;
}

type Spoken = { readonly sentences: readonly Sentence[]; readonly index: TextIndex };

function* sentencesOf(blocks: readonly Block[], headline: readonly Piece[], main: MainText): Steps<Spoken> {
  const indexer = createIndexer();
  const sentences: Sentence[] = [];
  addSentences(sentences, indexer, headline, 'headline');
  for (const { pieces, role } of blocks) {
    addSentences(sentences, indexer, pieces, role);
    yield 'pause';
  }
  const indexed = indexer.done();
  const { shadowRoots } = main.snapshot;
  return { sentences, index: { ...indexed, roots: rootsOf(headline, blocks), shadowRoots } };
}

function addSentences(sentences: Sentence[], indexer: Indexer, pieces: readonly Piece[], role: SentenceRole): void {
  const block = indexer.addBlock(pieces);
  if (block === null) return;
  const number = (sentences.at(-1)?.block ?? -1) + 1;
  for (const { start, end } of splitSentences(block.text)) {
    const text = block.text.slice(start, end);
    sentences.push({ start: block.start + start, end: block.start + end, text, role, block: number });
  }
}
