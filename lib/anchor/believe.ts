/** How much must speak for a place before it is believed. The thresholds were set on edited pages: docs/adr/0011. */
import type { Candidate } from './candidate.ts';
import { bitsIn, type NotedWords } from './noted-words.ts';
import { isHintedAt, isSideSupported, isSupported, shareAround } from './support.ts';

/** Six words in a row that are not all common are not written twice by chance. */
const DISTINCTIVE_WORDS = 6;
const DISTINCTIVE_BITS = 45;

export function isDistinctive(noted: NotedWords): boolean {
  const { start, end } = noted.own;
  return end - start >= DISTINCTIVE_WORDS && bitsIn(noted, noted.own) >= DISTINCTIVE_BITS;
}

/** `there`: near where the passage is expected. `elsewhere`: not near it. `unknown`: nothing tells where to expect it. */
export type Whereabouts = 'there' | 'elsewhere' | 'unknown';

/** Of what is around, elsewhere: there are more words like these, and its own may have changed. */
const SHARE_ELSEWHERE = 0.6;

/** The words are the same: so they are the passage, if they are its alone, or what is around says so. */
export function isBelievedEqual({ support }: Candidate, noted: NotedWords, where: Whereabouts): boolean {
  if (isDistinctive(noted)) return true;
  if (where === 'elsewhere') return isSupported(support, SHARE_ELSEWHERE);
  return isSupported(support) || (where === 'there' && isHintedAt(support));
}

const HALF_CHANGED = 0.5;
const MOSTLY_CHANGED = 0.3;
const LITTLE_CHANGED = 0.6;
const HARDLY_CHANGED = 0.75;

/** Words have changed: the more, the more of what is around must be there. Elsewhere than expected only long passages. */
export function isBelievedChanged(candidate: Candidate, noted: NotedWords, where: Whereabouts): boolean {
  const { likeness, kept, putIn, support } = candidate;
  if (losesItsEnd(candidate, noted)) return false;
  if (putIn > 0 && !isHeldTogether(candidate, where)) return false;
  const isLong = isDistinctive(noted) && kept >= DISTINCTIVE_BITS;
  if (where !== 'there') return isLong && likeness >= HARDLY_CHANGED;
  const around = shareAround(support);
  const { before, after } = support;
  if (likeness >= MOSTLY_CHANGED && around >= 0.5 && isSideSupported(before) && isSideSupported(after)) return true;
  if (likeness >= HALF_CHANGED && around >= 0.4 && isSupported(support)) return true;
  return isLong && likeness >= LITTLE_CHANGED;
}

/** Parts with something between them are one passage where its ends are next to what was around: both, if not `there`. */
function isHeldTogether({ support }: Candidate, where: Whereabouts): boolean {
  const [before, after] = [isSideSupported(support.before), isSideSupported(support.after)];
  return where === 'there' ? before || after : before && after;
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
