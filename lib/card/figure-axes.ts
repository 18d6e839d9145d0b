/** Figures side by side. Only what may be compared meets: the same thing, in one unit, for one date. */
import { byDate } from '@/lib/core/dates.ts';
import { highest, lowest } from '@/lib/core/figures.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { Account, Claim } from '@/lib/core/pack.ts';
import type { SourcesById } from '@/lib/pack/origins.ts';
import type { FigureAxis, FigurePoint, Here } from './card.ts';
import { toTeller } from './teller.ts';

/** A figure of a claim, by one account or by the claim alone. */
type Given = { readonly figure: Figure; readonly claim: Claim; readonly account: Account | null };

/**
 * Axes in the order in which the claims bring them up, those that count the same thing together, oldest date first.
 * A claim's own figure stands without tellers when none of its accounts gives one for the same axis.
 */
export function figureAxes(claims: readonly Claim[], sources: SourcesById, here: Here): FigureAxis[] {
  const points = claims.flatMap((claim) =>
    [...Map.groupBy(givenBy(claim), ({ figure }) => exactly(figure)).values()].flatMap((same) =>
      toPoint(same, sources, here),
    ),
  );
  const subjects = Map.groupBy(points, ({ figure }) => subjectOf(figure));
  return [...subjects.values()].flatMap((same) =>
    [...Map.groupBy(same, ({ figure }) => figure.asOf ?? '').values()]
      .flatMap(toAxis)
      .sort((a, b) => byDate(a.asOf, b.asOf)),
  );
}

function givenBy(claim: Claim): Given[] {
  const told = claim.accounts.flatMap((account) => account.figures.map((figure) => ({ figure, claim, account })));
  const known = new Set(told.map(({ figure }) => axisOf(figure)));
  const untold = claim.figures.filter((figure) => !known.has(axisOf(figure)));
  return [...told, ...untold.map((figure) => ({ figure, claim, account: null }))];
}

function toPoint(same: readonly Given[], sources: SourcesById, here: Here): FigurePoint[] {
  const [first] = same;
  if (first === undefined) return [];
  const accounts = same.flatMap(({ account }) => account ?? []);
  const { figure, claim } = first;
  // A sentence that is an account's own states that account's figures, and no others of the claim.
  const isHere =
    here.accounts.length === 0 ? claim.id === here.claim : accounts.some(({ id }) => here.accounts.includes(id));
  const tellers = accounts.map((account) => toTeller(account, sources.get(account.source)));
  return [{ figure, claim: claim.id, says: claim.says, tellers, here: isHere }];
}

function toAxis(points: readonly FigurePoint[]): FigureAxis[] {
  const [first] = points;
  if (first === undefined) return [];
  const { name, unit, of, asOf } = first.figure;
  return [{ name, unit, of, asOf, points: points.toSorted(bySize) }];
}

const bySize = (a: FigurePoint, b: FigurePoint): number =>
  lowest(a.figure) - lowest(b.figure) || highest(a.figure) - highest(b.figure);

const subjectOf = ({ name, unit, of }: Figure): string => JSON.stringify([name, unit, of]);
const axisOf = (figure: Figure): string => JSON.stringify([subjectOf(figure), figure.asOf]);
const exactly = (figure: Figure): string =>
  JSON.stringify([axisOf(figure), lowest(figure), highest(figure), figure.qualifier, figure.outOf]);
