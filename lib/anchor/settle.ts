/** Chooses between the places where a passage may stand: one must be clearly ahead of all others. */
import type { Span } from '@/lib/core/article.ts';
import type { AnchorResult } from './anchor-result.ts';
import type { Candidate } from './candidate.ts';
import { headingAbove } from './describe-passage.ts';
import { bitsOfPlace, type Expected } from './drift.ts';
import type { PageIndex } from './page-index.ts';

/** `isBelieved`: enough speaks for it, were it the only one. */
export type Contender = { readonly candidate: Candidate; readonly isBelieved: boolean };

/** In bits: how much more must speak for a place than for any other. */
const MARGIN = { atItsPlace: 8, awayFromIt: 22, unsteady: 31, unknown: 8 } as const;

/** In bits: what tells more against a place than that, is away from where the passage is expected. */
const AWAY = -1;

type Told = Contender & { readonly bits: number; readonly ofPlace: number };

/**
 * A place that is not believed itself may still be the passage's own, with its words changed: it makes the other doubtful.
 * Where paragraphs were moved or put in nearby, the place tells little, so the words around must tell more.
 */
export function settle(
  page: PageIndex,
  heading: string | null,
  contenders: readonly Contender[],
  expected: Expected | null,
): AnchorResult {
  const told = contenders.map((one): Told => {
    const ofPlace = expected === null ? 0 : bitsOfPlace(one.candidate.span.start, expected);
    return { ...one, ofPlace, bits: one.candidate.evidence + ofPlace };
  });
  told.sort((a, b) => b.bits - a.bits);
  const best = told.find(({ isBelieved }) => isBelieved);
  if (best === undefined) return { kind: 'orphan' };
  const least = best.bits - marginOf(best, expected);
  const rivals = apart([best, ...told.filter((one) => one !== best && one.bits > least)]);
  return choose(
    page,
    heading,
    rivals.map(({ candidate }) => candidate),
  );
}

function marginOf({ ofPlace }: Told, expected: Expected | null): number {
  if (expected === null) return MARGIN.unknown;
  if (!expected.isSteady) return MARGIN.unsteady;
  return ofPlace >= AWAY ? MARGIN.atItsPlace : MARGIN.awayFromIt;
}

/** Of those that overlap, the first. */
function apart(rivals: readonly Told[]): Told[] {
  const kept: Told[] = [];
  for (const one of rivals)
    if (!kept.some(({ candidate }) => overlaps(candidate.span, one.candidate.span))) kept.push(one);
  return kept;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Between places for which the same speaks, the heading above may tell; else nothing does. */
function choose(page: PageIndex, heading: string | null, candidates: readonly Candidate[]): AnchorResult {
  const under = candidates.filter(({ span }) => heading !== null && headingAbove(page, span.start) === heading);
  const [only, ...others] = under.length === 1 ? under : candidates;
  if (only === undefined) return { kind: 'orphan' };
  if (others.length > 0) {
    return { kind: 'ambiguous', spans: candidates.map(({ span }) => span).sort((a, b) => a.start - b.start) };
  }
  const { kind, span, likeness } = only;
  return kind === 'fuzzy' ? { kind, span, likeness } : { kind, span };
}
