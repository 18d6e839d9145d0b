/** How much must speak for a place before it is believed. The thresholds were set on edited pages: docs/adr/0013. */
import type { Candidate } from './candidate.ts';
import { bitsIn, type NotedWords } from './noted-words.ts';
import {
  isAttached,
  isHintedAt,
  isSideSupported,
  isSupported,
  isSupportedOnBothSides,
  shareAround,
} from './support.ts';

/** Six words in a row that are not all common are not written twice by chance. */
const DISTINCTIVE_WORDS = 6;
const DISTINCTIVE_BITS = 45;

export function isDistinctive(noted: NotedWords): boolean {
  const { start, end } = noted.own;
  return end - start >= DISTINCTIVE_WORDS && bitsIn(noted, noted.own) >= DISTINCTIVE_BITS;
}

/**
 * `there`: near where the passage is expected. `about`: so too, but paragraphs were moved or put in nearby, so that another
 * may stand there. `elsewhere`: not near it. `unknown`: nothing tells where to expect it.
 */
export type Whereabouts = 'there' | 'about' | 'elsewhere' | 'unknown';

/** Of what is around, elsewhere: there are more words like these, and its own may have changed. */
const SHARE_ELSEWHERE = 0.6;
/** In bits: what tells so much needs no context anywhere, if it is within a paragraph. */
const TELLS_ALONE = 80;

/** The words are the same: so they are the passage, if they are its alone, or what is around says so. */
export function isBelievedEqual({ support }: Candidate, noted: NotedWords, where: Whereabouts): boolean {
  if (where === 'elsewhere') return tellsAlone(noted) || isSupportedOnBothSides(support, SHARE_ELSEWHERE);
  if (isDistinctive(noted)) return true;
  return isSupported(support) || (where !== 'unknown' && isHintedAt(support));
}

const tellsAlone = (noted: NotedWords): boolean =>
  noted.paragraphs.length === 1 && isDistinctive(noted) && bitsIn(noted, noted.own) >= TELLS_ALONE;

const HALF_CHANGED = 0.5;
const MUCH_CHANGED = 0.4;
const MOSTLY_CHANGED = 0.3;
const LITTLE_CHANGED = 0.6;
const HARDLY_CHANGED = 0.75;

/** Of what each of a passage's paragraphs tells, where some may be gone. */
const PARAGRAPH_KEPT = 0.5;

/** Words have changed: the more, the more of what is around must be there. Elsewhere than expected only long passages. */
export function isBelievedChanged(candidate: Candidate, noted: NotedWords, where: Whereabouts): boolean {
  const { likeness, kept, putIn, weakest, hasSingular, support } = candidate;
  if (losesItsEnd(candidate, noted)) return false;
  if (where !== 'there' && noted.paragraphs.length > 1 && weakest < PARAGRAPH_KEPT) return false;
  // On a page that says the same over and over, it may be any of them.
  if (!hasSingular && (where === 'about' || where === 'elsewhere')) return false;
  if (putIn > 0 && !isHeldTogether(candidate, noted, where)) return false;
  const isLong = isDistinctive(noted) && kept >= DISTINCTIVE_BITS;
  const { before, after } = support;
  const isHeld = isSideSupported(before) && isSideSupported(after);
  if (where === 'elsewhere' || where === 'unknown')
    return isLong && likeness >= HARDLY_CHANGED && (where === 'unknown' || isHeld);
  const around = shareAround(support);
  if (where === 'about') {
    const isAttachedToBoth = isAttached(before) && isAttached(after);
    const isEnough = noted.paragraphs.length > 1 ? isHeld : isSupported(support);
    return (likeness >= MUCH_CHANGED && isAttachedToBoth) || (isLong && likeness >= HARDLY_CHANGED && isEnough);
  }
  if (likeness >= MOSTLY_CHANGED && around >= 0.5 && isHeld) return true;
  if (likeness >= HALF_CHANGED && around >= 0.4 && isSupported(support)) return true;
  return isLong && likeness >= LITTLE_CHANGED;
}

/**
 * Parts with something between them are one passage if each of its paragraphs is there, and what was next to its ends. A
 * passage within one paragraph has nothing put into it: some of its words were met elsewhere.
 */
function isHeldTogether({ weakest, support }: Candidate, { paragraphs }: NotedWords, where: Whereabouts): boolean {
  if (paragraphs.length === 1 || where === 'elsewhere') return false;
  return weakest >= PARAGRAPH_KEPT && isAttached(support.before) && isAttached(support.after);
}

/** In bits. */
const SMALL_LOSS = 10;

/** Where its first or last words are missing and what came before or after them too, it is another that is like it. */
function losesItsEnd({ lost, support }: Candidate, noted: NotedWords): boolean {
  const small = Math.max(SMALL_LOSS, 0.1 * bitsIn(noted, noted.own));
  return (
    (lost.before > small && !isSideSupported(support.before)) || (lost.after > small && !isSideSupported(support.after))
  );
}
