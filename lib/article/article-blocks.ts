/** From the texts that Readability kept to the article's paragraphs, headings and list items, without furniture. */
import { createFurnitureTest, isNotice, isStamp, LONGEST_NOTICE } from './furniture.ts';
import { isShown } from './hidden.ts';
import type { Piece } from './indexer.ts';
import type { MainText } from './main-text.ts';
import { blockElement, type PageText, type Place } from './walk-page.ts';

type BlockText = Piece & { readonly text: PageText };

export type Block = {
  readonly pieces: readonly Piece[];
  /** Of its first word. */
  readonly place: Place;
  readonly role: 'heading' | 'body';
  /** All its words are in links. */
  readonly isLinked: boolean;
  readonly endsLikeSentence: boolean;
  readonly length: number;
};

/** What calls itself furniture and holds more than this part of the text is the article in a box with a bad name. */
const MOST_FURNITURE = 0.3;

/** In reading order; `headline` holds the nodes that are shown there already. */
export function blocksOf({ snapshot, kept }: MainText, headline: ReadonlySet<Node>): readonly Block[] {
  const isOut = createExclusion(kept);
  const blocks: Block[] = [];
  let pieces: BlockText[] = [];
  let gaps = 0;
  for (const text of snapshot.texts) {
    if (text.block !== pieces[0]?.text.block) {
      addBlock(blocks, pieces);
      pieces = [];
    }
    if (!text.isBlank && (!kept.has(text) || headline.has(text.node) || isOut(text.place))) gaps += 1;
    // What was left out stands between: the ranges before and after it are two.
    else pieces.push({ node: text.node, run: text.run + gaps, broken: text.broken, text });
  }
  addBlock(blocks, pieces);
  return shownOf(blocks);
}

export const withoutTeasers = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block, at) => !isTeaser(block, blocks[at + 1]));

/** A linked heading above running text is its heading; any other link that is no sentence leads to another article. */
const isTeaser = (block: Block, next: Block | undefined): boolean =>
  block.isLinked && !block.endsLikeSentence && !(block.role === 'heading' && next?.role === 'body' && !next.isLinked);

/** What style sheets hide is not read. A page that is still being set up hides all of itself. */
function shownOf(blocks: readonly Block[]): readonly Block[] {
  const shown = blocks.filter(({ place }) => isShown(blockElement(place)));
  return lengthOf(shown) * 2 < lengthOf(blocks) ? blocks : shown;
}

export const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);

function addBlock(blocks: Block[], pieces: readonly BlockText[]): void {
  const words = pieces.filter(({ text }) => !text.isBlank);
  const place = words[0]?.text.place;
  if (place === undefined) return;
  const length = words.reduce((sum, { node }) => sum + node.length, 0);
  const text = length <= LONGEST_NOTICE * 2 ? wordsIn(pieces) : '';
  const { inCell, inHeading } = place;
  // What looks like a notice or a date in a table is one of its figures.
  if (!inCell && (isNotice(text) || (!inHeading && isStamp(text)))) return;
  blocks.push({
    pieces,
    place,
    role: inHeading ? 'heading' : 'body',
    length,
    isLinked: words.every(({ text: { place } }) => place.inLink),
    endsLikeSentence: /[.!?…。！？؟।][\s"'”’»)]*$/.test(words.at(-1)?.node.data ?? ''),
  });
}

const wordsIn = (pieces: readonly BlockText[]): string =>
  pieces
    .map(({ node }) => node.data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The furniture is judged by how much of the article it would take away. */
function createExclusion(kept: ReadonlySet<PageText>): (place: Place) => boolean {
  const isFurniture = createFurnitureTest();
  const suspects = new Map<Place, readonly Element[]>();
  const suspectsOf = (place: Place): readonly Element[] => {
    const known = suspects.get(place);
    if (known !== undefined) return known;
    const outer = place.parent === null ? [] : suspectsOf(place.parent);
    const all = place.parent !== null && isFurniture(place.element) ? [...outer, place.element] : outer;
    suspects.set(place, all);
    return all;
  };
  const lengths = new Map<Element, number>();
  let total = 0;
  for (const { node, place } of kept) {
    total += node.length;
    for (const element of suspectsOf(place)) lengths.set(element, (lengths.get(element) ?? 0) + node.length);
  }
  return (place) => suspectsOf(place).some((element) => (lengths.get(element) ?? 0) <= total * MOST_FURNITURE);
}
