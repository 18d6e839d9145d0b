/**
 * The text of the whole page as the reader sees it, furniture included, with the way back to the page: where notes are
 * anchored. Pages embedded from the same site stand in place of their frames; those of other sites are not ours to see.
 */
import type { Span } from '@/lib/core/article.ts';
import { createFrameReader } from './frames.ts';
import { isShown } from './hidden.ts';
import { createIndexer, type Indexed } from './indexer.ts';
import { runAtOnce, runInSlices, type Slicing, type Steps } from './steps.ts';
import type { TextIndex } from './text-index.ts';
import { isTrappedDocument } from './traps.ts';
import { blockElement, walkPage, type PageText } from './walk-page.ts';

/** Its `roots` are the bodies of its documents, its `shadowRoots` those of all of them. */
export type WholePage = TextIndex & {
  /** Of the text: the headings in order. */
  readonly headings: readonly Span[];
  /** The page's own first, then those embedded in the order in which they show. */
  readonly documents: readonly Document[];
};

/** Reads the page, and changes nothing in it. A page without text has an index without text. */
export function indexWholePage(page: Document): WholePage {
  return runAtOnce(indexing(page));
}

/** As `indexWholePage`, in tasks too short to feel. Null once `slicing.signal` aborts. */
export function indexWholePageInSlices(page: Document, slicing: Slicing): Promise<WholePage | null> {
  return runInSlices(indexing(page), slicing);
}

/**
 * All in which a change can change the text: observers see into neither shadow roots nor embedded pages by themselves.
 * What no observer tells: a frame that loads another page, which is a `load` event, caught on the page's own document.
 */
export const observableRoots = ({ documents, shadowRoots }: WholePage): readonly Node[] => [
  ...documents,
  ...shadowRoots,
];

type Block = [PageText, ...PageText[]];

function* indexing(page: Document): Steps<WholePage> {
  const body = isTrappedDocument(page) ? null : page.querySelector('body');
  const frames = createFrameReader(page);
  const texts: PageText[] = [];
  const keep = (text: PageText): void => void texts.push(text);
  const shadowRoots = body === null ? [] : yield* walkPage(body, null, { ...LEAVE_NOTHING, text: keep, ...frames });
  // The first look at the layout may have to wait for it.
  yield 'rest';
  const { indexed, headings } = yield* indexOf(yield* shownOf(blocksOf(texts)));
  const roots = [...(body === null ? [] : [body]), ...frames.bodies()];
  const documents = [page, ...frames.bodies().map(({ ownerDocument }) => ownerDocument)];
  return { ...indexed, headings, roots, documents, shadowRoots };
}

const LEAVE_NOTHING = { enter: () => null, pass: () => undefined, leavesOut: () => false };

type Spoken = { readonly indexed: Indexed; readonly headings: readonly Span[] };

function* indexOf(blocks: readonly Block[]): Steps<Spoken> {
  const indexer = createIndexer();
  const headings: Span[] = [];
  for (const block of blocks) {
    const added = indexer.addBlock(block);
    if (added !== null && firstWord(block).place.inHeading)
      headings.push({ start: added.start, end: added.start + added.text.length });
    yield 'pause';
  }
  return { indexed: indexer.done(), headings };
}

const firstWord = (block: Block): PageText => block.find(({ isBlank }) => !isBlank) ?? block[0];

function blocksOf(texts: readonly PageText[]): Block[] {
  const blocks: Block[] = [];
  for (const text of texts) {
    const block = blocks.at(-1);
    if (block?.[0].block === text.block) block.push(text);
    else blocks.push([text]);
  }
  return blocks.filter((block) => block.some(({ isBlank }) => !isBlank));
}

/** Menus, tabs and the like may hide much; a page that is still being set up hides all of itself. */
const MOST_HIDDEN = 10;

function* shownOf(blocks: readonly Block[]): Steps<readonly Block[]> {
  const shown: Block[] = [];
  for (const block of blocks) {
    if (isShownOrFolded(blockElement(firstWord(block).place))) shown.push(block);
    yield 'pause';
  }
  return lengthOf(shown) * MOST_HIDDEN < lengthOf(blocks) ? blocks : shown;
}

/** What is folded away is there to be unfolded, and what was noted in it stays noted. */
function isShownOrFolded(element: Element): boolean {
  if (isShown(element)) return true;
  const fold = element.parentElement?.closest('details:not([open])') ?? null;
  return fold !== null && isShownOrFolded(fold);
}

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.reduce((length, { node }) => length + node.length, 0), 0);
