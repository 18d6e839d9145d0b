/** Finds the passages of a page's notes again: a ladder from what is surest down, and no step onto the wrong words. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import type { AnchorResult } from './anchor-result.ts';
import { isBelievedChanged, isBelievedEqual, isDistinctive, type Whereabouts } from './believe.ts';
import type { Candidate } from './candidate.ts';
import {
  driftOf,
  followShifts,
  isNearExpected,
  type Drift,
  type Expected,
  type Moved,
  type Scattered,
} from './drift.ts';
import { findChanged, findNear } from './find-changed.ts';
import { findEqual, standsOnce, standsWhereItStood } from './find-equal.ts';
import { findLong, isLong } from './find-long.ts';
import { readNoted, type NotedWords } from './noted-words.ts';
import { once, type PageIndex } from './page-index.ts';
import { overlaps, settle } from './settle.ts';

/** A passage that does not stand where it stood, and the places where its words do. */
type Sought = { readonly passage: Passage; readonly noted: NotedWords; readonly equal: readonly Candidate[] };

/**
 * In the order of `passages`. Those found without doubt tell where the others are to be expected. Never throws, whatever
 * is in them.
 */
export function anchorAll(page: PageIndex, passages: readonly Passage[]): AnchorResult[] {
  const unmoved = withoutDoubtful(page, passages);
  const sought = passages.map((passage, n) => (unmoved[n] === null ? seek(page, passage) : null));
  const drift = once(() => {
    const found = passages.flatMap((passage, n) =>
      movedBy(page, passage, unmoved[n] ?? undoubted(page, sought[n] ?? null)),
    );
    const isEnough = found.length >= ENOUGH * passages.length;
    const followed = isEnough
      ? []
      : followShifts(sought.flatMap((one) => scatteredAt(page, one)).concat(found.map(asScattered)));
    return driftOf(followed.length > 0 ? followed : found);
  });
  return passages.map((_, n) => {
    const [span, one] = [unmoved[n] ?? null, sought[n] ?? null];
    if (span !== null) return { kind: 'exact', span };
    return one === null ? { kind: 'orphan' } : find(page, one, drift());
  });
}

/** Notes on each side of a note that tell whether the page is there as it was. */
const BESIDE = 3;

/** Where the same stands several times, with the same around, and notes beside have moved, it may be another. */
function withoutDoubtful(page: PageIndex, passages: readonly Passage[]): (Span | null)[] {
  const standing = passages.map((passage) => standsWhereItStood(page, passage));
  const startOf = (n: number): number => passages[n]?.position?.start ?? 0;
  const order = passages.map((_, n) => n).sort((a, b) => startOf(a) - startOf(b));
  const doubted = order.map((n, at) => {
    const [span, passage] = [standing[n] ?? null, passages[n]];
    if (span === null || passage === undefined) return null;
    const beside = order.slice(Math.max(0, at - BESIDE), at + BESIDE + 1);
    return beside.every((other) => standing[other] !== null) || standsOnce(page, passage) ? null : n;
  });
  return standing.map((span, n) => (doubted.includes(n) ? null : span));
}

function seek(page: PageIndex, passage: Passage): Sought {
  const noted = readNoted(passage, page.lexicon());
  return { passage, noted, equal: findEqual(page, passage, noted) };
}

/** In bits: with so much more for a place than for any other there is no doubt. */
const NO_DOUBT = 15;

/** Where the passage stands beyond doubt: if it is not where it was, nothing like it may be there. */
function undoubted(page: PageIndex, sought: Sought | null): Span | null {
  if (sought === null) return null;
  const { passage, noted, equal } = sought;
  const believed = equal.filter((candidate) => isBelievedEqual(candidate, noted, 'unknown'));
  const [best, next] = believed.sort((a, b) => b.evidence - a.evidence);
  if (best === undefined || best.evidence - (next?.evidence ?? 0) < NO_DOUBT) return null;
  const old = expectedOf(page, sought, STAYS);
  if (isNearExpected(best.span.start, old, THERE)) return best.span;
  const [like] = findHome(page, passage, noted, old);
  const isOther = like !== undefined && !overlaps(like.span, best.span);
  return isOther && best.evidence - like.evidence < NO_DOUBT ? null : best.span;
}

const STAYS = driftOf([]);

/** What was counted over another text may be off by as much more. */
const RAW_SPREAD = 0.05;

function expectedOf(page: PageIndex, { passage, noted }: Sought, drift: Drift): Expected | null {
  if (passage.position === null) return null;
  const { start, spread, isSteady } = drift(page.points().toUnits(passage.position.start));
  return { start, isSteady, spread: noted.isRaw ? spread + RAW_SPREAD * passage.position.start : spread };
}

/** Of the passages, so many found beyond doubt tell how the page has moved. */
const ENOUGH = 0.25;

function scatteredAt(page: PageIndex, sought: Sought | null): Scattered[] {
  const position = sought?.passage.position ?? null;
  if (sought === null || position === null || sought.noted.isRaw) return [];
  return [{ at: page.points().toUnits(position.start), starts: sought.equal.map(({ span }) => span.start) }];
}

const asScattered = ({ at, shift }: Moved): Scattered => ({ at, starts: [at + shift] });

function movedBy(page: PageIndex, { position }: Passage, span: Span | null): Moved[] {
  if (position === null || span === null) return [];
  const at = page.points().toUnits(position.start);
  return [{ at, shift: span.start - at }];
}

function find(page: PageIndex, sought: Sought, drift: Drift): AnchorResult {
  const { passage, noted, equal } = sought;
  const expected = expectedOf(page, sought, drift);
  const whereIs = ({ span }: Candidate): Whereabouts => whereaboutsOf(span, expected);
  const same = equal.map((candidate) => ({
    candidate,
    isBelieved: isBelievedEqual(candidate, noted, whereIs(candidate)),
  }));
  const believed = same.filter(({ isBelieved }) => isBelieved);
  const isThere = believed.some(({ candidate }) => isNearExpected(candidate.span.start, expected, THERE));
  const search = isLong(noted) ? findLong : findChanged;
  const changed = [
    ...(believed.length === 0 || expected?.isSteady === false ? search(page, passage, noted) : []),
    ...(believed.length === 0 || (isThere && isDistinctive(noted)) ? [] : findHome(page, passage, noted, expected)),
  ]
    .filter(({ span }) => !equal.some((other) => overlaps(other.span, span)))
    .map((candidate) => ({ candidate, isBelieved: isBelievedChanged(candidate, noted, whereIs(candidate)) }));
  return settle(page, passage.heading, [...same, ...changed], expected);
}

function whereaboutsOf({ start }: Span, expected: Expected | null): Whereabouts {
  if (expected === null) return 'unknown';
  if (!isNearExpected(start, expected)) return 'elsewhere';
  return expected.isSteady ? 'there' : 'about';
}

/** In spreads. */
const THERE = 1;

/** Its words stand elsewhere: they may be another's, and its own have changed. */
function findHome(
  page: PageIndex,
  passage: Passage,
  noted: NotedWords,
  expected: Expected | null,
): readonly Candidate[] {
  const near = expected === null || isLong(noted) ? null : findNear(page, passage, noted, expected.start);
  return near === null ? [] : [near];
}
