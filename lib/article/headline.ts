/** Where the headline stands on the page: often outside what Readability keeps. */
import { isShown } from './hidden.ts';
import { isElement, isText } from './elements.ts';
import { likeness, wordsOf } from './likeness.ts';
import type { Piece } from './indexer.ts';

const SURE = 'h1, [itemprop~="headline"], [role="heading"][aria-level="1"]';
const LIKELY = '.headline, .entry-title, .article-title, .post-title, .story-title, h2';
const ELSEWHERE = 'nav, aside, footer, [role="navigation"], [role="complementary"], [role="dialog"]';
/** Of a headline's words, those that the page's title must share. */
const ALIKE = 0.6;
const LONGEST = 400;

/** The element whose words are the title's, or the only first-rank heading that can be one. */
export function findHeadline(
  page: Document,
  shadowRoots: readonly ShadowRoot[],
  titles: readonly string[],
): Element | null {
  const sure = candidates(page, shadowRoots, SURE);
  const best = mostAlike(sure, titles) ?? mostAlike(candidates(page, shadowRoots, LIKELY), titles);
  if (best !== null) return best;
  const [only, another] = sure.filter((element) => wordsOf(textIn(element)).length > 3);
  return only !== undefined && another === undefined ? only : null;
}

function candidates(page: Document, shadowRoots: readonly ShadowRoot[], selector: string): Element[] {
  const found = [page, ...shadowRoots].flatMap((root) => Array.from(root.querySelectorAll(selector)));
  return found.slice(0, 200).filter((element) => {
    const { length } = textIn(element);
    return length > 0 && length <= LONGEST && element.closest(ELSEWHERE) === null && isShown(element);
  });
}

function mostAlike(elements: readonly Element[], titles: readonly string[]): Element | null {
  let best: Element | null = null;
  let most = ALIKE;
  for (const element of elements) {
    const alike = Math.max(0, ...titles.map((title) => likeness(textIn(element), title)));
    if (alike > most) [best, most] = [element, alike];
  }
  return best;
}

export const titleOf = (page: Document): string => page.querySelector('head > title')?.textContent.trim() ?? '';

export const textIn = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** The texts of a headline in order. What it hides or adds for screen readers is rare enough to be read with it. */
export function piecesIn(element: Element): Piece[] {
  const pieces: Piece[] = [];
  let broken = false;
  let run = 0;
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) {
        pieces.push({ node: child, run, broken });
        if (/\S/.test(child.data)) broken = false;
      } else if (isElement(child)) {
        if (child.localName === 'br') broken = true;
        if (/^(?:script|style|svg|button|template|noscript)$/.test(child.localName)) run += 1;
        else visit(child);
      }
    }
  };
  visit(element);
  return pieces;
}
