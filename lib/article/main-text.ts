/** Which texts of the page are its article: Readability's answer, on a copy of the page. See docs/adr/0004. */
import { Readability } from '@mozilla/readability';
import { isText } from './elements.ts';
import { takeSnapshot, type LeaveOut, type Snapshot } from './snapshot.ts';
import type { Steps } from './steps.ts';
import type { PageText } from './walk-page.ts';

export type MainText = {
  readonly snapshot: Snapshot;
  readonly kept: ReadonlySet<PageText>;
  /** Readability's guess from the markup, where it has one. */
  readonly byline: string | null;
};

/** Readability's own measure of a result worth keeping, in characters. */
const ENOUGH = 500;
const LONGEST_BYLINE = 100;
const STRIP_UNLIKELY = 1;
const WEIGH_NAMES = 2;
const CLEAN = 4;
/** It takes less and less for chaff until something is left. */
const ATTEMPTS = [STRIP_UNLIKELY | WEIGH_NAMES | CLEAN, WEIGH_NAMES | CLEAN, CLEAN, 0];

export function* findMainText(page: Document, title: string): Steps<MainText | null> {
  let best: MainText | null = null;
  let most = 0;
  for (const flags of ATTEMPTS) {
    const snapshot = yield* takeSnapshot(page, (flags & STRIP_UNLIKELY) > 0 ? isUnlikely : leaveNothingOut);
    yield 'rest';
    const found = new Finder(snapshot.document, title, flags).find();
    if (found.length > most) {
      best = { snapshot, kept: textsIn(found.root, snapshot), byline: found.byline };
      most = found.length;
    }
    if (most >= ENOUGH) break;
    yield 'rest';
  }
  return best;
}

function textsIn(root: Node | null, { textsOf }: Snapshot): Set<PageText> {
  const kept = new Set<PageText>();
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (isText(child)) for (const text of textsOf.get(child) ?? []) kept.add(text);
      else visit(child);
    }
  };
  if (root !== null) visit(root);
  return kept;
}

type Found = { readonly root: Element | null; readonly length: number; readonly byline: string | null };

/** Readability without the parts that the copy makes needless: addresses, images, styles, clean-up of what it returns. */
class Finder extends Readability {
  declare _flags: number;
  declare _metadata: Readonly<Record<string, string>>;
  declare _articleTitle: string;
  declare _articleByline: string | null;
  declare _prepDocument: () => void;
  declare _grabArticle: () => Element | null;
  declare REGEXPS: {
    readonly unlikelyCandidates: RegExp;
    readonly okMaybeItsACandidate: RegExp;
    readonly byline: RegExp;
  };
  constructor(copy: Document, title: string, flags: number) {
    // A length that no text is below: what to try next is decided above.
    super(copy, { charThreshold: -1 });
    this._articleTitle = title;
    this._flags = flags;
    // It keeps the page's source for its own retries, of which there are none.
    Object.defineProperty(copy.body, 'innerHTML', { value: '' });
  }

  /** What `parse` does, without what it does for display. */
  find(): Found {
    this._metadata = {};
    this._prepDocument();
    const root = this._grabArticle();
    return { root, length: root === null ? 0 : this._getInnerText(root).length, byline: this._articleByline };
  }

  _cleanStyles(): void {}
  _fixLazyImages(): void {}
  _isElementWithoutContent(element: Element): boolean {
    return !hasWords(element) && element.querySelector(':scope > :not(br, hr)') === null;
  }
  _isValidByline(element: Element, names: string): boolean {
    const isNamed =
      element.getAttribute('rel') === 'author' ||
      element.getAttribute('itemprop')?.includes('author') === true ||
      this.REGEXPS.byline.test(names);
    const length = isNamed ? element.textContent.trim().length : 0;
    return length > 0 && length < LONGEST_BYLINE;
  }
  _isProbablyVisible(): boolean {
    return true;
  }
  /** Single spaces but for those that two elements bring together. */
  _getInnerText(element: Element): string {
    return element.textContent.trim();
  }
}

/** Stops at the first, where `textContent` would join them all. */
function hasWords(node: Node): boolean {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child) ? /\S/.test(child.data) : hasWords(child)) return true;
  }
  return false;
}

const leaveNothingOut: LeaveOut = () => false;

const UNLIKELY_ROLES = new Set(['menu', 'menubar', 'complementary', 'navigation', 'alert', 'alertdialog', 'dialog']);

/** What Readability removes first, by its own words; not copying it is cheaper. */
const isUnlikely: LeaveOut = (element, inTable) => {
  if (UNLIKELY_ROLES.has(element.getAttribute('role') ?? '')) return true;
  if (inTable || element.localName === 'a' || element.localName === 'body') return false;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  const { unlikelyCandidates, okMaybeItsACandidate } = Finder.prototype.REGEXPS;
  return unlikelyCandidates.test(names) && !okMaybeItsACandidate.test(names);
};
