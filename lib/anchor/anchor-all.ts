/** Finds the passages of a page's notes again: a ladder from what is surest down, and no step onto the wrong words. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import type { AnchorResult } from './anchor-result.ts';
import { isBelievedChanged, isBelievedEqual, type Whereabouts } from './believe.ts';
import type { Candidate } from './candidate.ts';
import { headingAbove } from './describe-passage.ts';
import { bitsOfPlace, driftOf, isNearExpected, type Drift, type Expected, type Moved } from './drift.ts';
import { findChanged, findNear } from './find-changed.ts';
import { findEqual, standsWhereItStood } from './find-equal.ts';
import { findLong, isLong } from './find-long.ts';
import { readNoted, type NotedWords } from './noted-words.ts';
import { once, type PageIndex } from './page-index.ts';

/** A passage that does not stand where it stood, and the places where its words do. */
type Sought = { readonly passage: Passage; readonly noted: NotedWords; readonly equal: readonly Candidate[] };

/**
 * In the order of `passages`. Those found without doubt tell where the others are to be expected. Never throws, whatever
 * is in them.
 */
export function anchorAll(page: PageIndex, passages: readonly Passage[]): AnchorResult[] {
  const unmoved = passages.map((passage) => standsWhereItStood(page, passage));
  const sought = passages.map((passage, n) => (unmoved[n] === null ? seek(page, passage) : null));
  const drift = once(() =>
    driftOf(passages.flatMap((passage, n) => movedBy(page, passage, unmoved[n] ?? undoubted(page, sought[n] ?? null)))),
  );
  return passages.map((_, n) => {
    const [span, one] = [unmoved[n] ?? null, sought[n] ?? null];
    if (span !== null) return { kind: 'exact', span };
    return one === null ? { kind: 'orphan' } : find(page, one, drift());
  });
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
  const { start, spread } = drift(page.points().toUnits(passage.position.start));
  return { start, spread: noted.isRaw ? spread + RAW_SPREAD * passage.position.start : spread };
}

function movedBy(page: PageIndex, { position }: Passage, span: Span | null): Moved[] {
  if (position === null || span === null) return [];
  const at = page.points().toUnits(position.start);
  return [{ at, shift: span.start - at }];
}

function find(page: PageIndex, sought: Sought, drift: Drift): AnchorResult {
  const { passage, noted, equal } = sought;
  const expected = expectedOf(page, sought, drift);
  const whereIs = ({ span }: Candidate): Whereabouts =>
    expected === null ? 'unknown' : isNearExpected(span.start, expected) ? 'there' : 'elsewhere';
  const same = equal.filter((candidate) => isBelievedEqual(candidate, noted, whereIs(candidate)));
  const isThere = same.some(({ span }) => isNearExpected(span.start, expected, THERE));
  const search = isLong(noted) ? findLong : findChanged;
  const changed =
    same.length === 0 ? search(page, passage, noted) : isThere ? [] : findHome(page, passage, noted, expected);
  const believed = [...same, ...changed.filter((candidate) => isBelievedChanged(candidate, noted, whereIs(candidate)))];
  return settle(
    page,
    passage,
    rivals(believed, ({ start }) => (expected === null ? 0 : bitsOfPlace(start, expected))),
  );
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

/** In bits: how much more must speak for a place than for any other. */
const MARGIN = 8;

/** Of the candidates, one for each place, those that no other is clearly ahead of. */
function rivals(candidates: readonly Candidate[], bitsOf: (span: Span) => number): Candidate[] {
  const told = candidates.map((candidate) => ({ candidate, bits: candidate.evidence + bitsOf(candidate.span) }));
  const apart: typeof told = [];
  for (const one of told.sort((a, b) => b.bits - a.bits))
    if (!apart.some(({ candidate }) => overlaps(candidate.span, one.candidate.span))) apart.push(one);
  const best = apart[0]?.bits ?? -Infinity;
  return apart.filter(({ bits }) => bits > best - MARGIN).map(({ candidate }) => candidate);
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Between places for which the same speaks, the heading above may tell; else nothing does. */
function settle(page: PageIndex, { heading }: Passage, candidates: readonly Candidate[]): AnchorResult {
  const under = candidates.filter(({ span }) => heading !== null && headingAbove(page, span.start) === heading);
  const [only, ...others] = under.length === 1 ? under : candidates;
  if (only === undefined) return { kind: 'orphan' };
  if (others.length > 0) {
    return { kind: 'ambiguous', spans: candidates.map(({ span }) => span).sort((a, b) => a.start - b.start) };
  }
  const { kind, span, likeness } = only;
  return kind === 'fuzzy' ? { kind, span, likeness } : { kind, span };
}
