/** Whether two numbers for one thing are one figure: rounding, “at least” and ranges allowed for. */
import type { Figure } from '@/lib/core/figures.ts';
import { highest, lowest } from '@/lib/core/figures.ts';
import type { Quantity } from '@/lib/text/quantities.ts';

/** `compatible`: what is said here neither is the claim's figure nor stands against it. */
export type Amounts = 'same' | 'compatible' | 'other';

/** Two values of one thing may differ widely, but not by more than this factor. */
const MOST_APART = 100;
/** A rounded number is off by no more than this share. */
const ROUNDING = 0.05;
/** A range no wider than this is as good as a number. */
const NARROW = 1.25;
/** “More than 1,300” is said of 1,351, hardly of 1,600. */
const NEAR_BOUND = 1.12;
const LOOSE_BOUND = 2;

export const fitsSize = (figure: Figure, { low, high }: Quantity): boolean =>
  lowest(figure) <= 0 || (low <= highest(figure) * MOST_APART && high >= lowest(figure) / MOST_APART);

export function compareAmounts(figure: Figure, here: Quantity): Amounts {
  // “Dozens” and “thousands” are said of one event or of all of them; they stand against no figure.
  if (here.vague) return 'compatible';
  if (here.low !== here.high) return compareRange(figure, here);
  if (figure.amount.kind === 'range') return compareWithRange(figure.amount, here.low);
  return compareValues(figure.amount.value, figure.qualifier, here);
}

function compareRange(figure: Figure, { low, high }: Quantity): Amounts {
  const [from, to] = [lowest(figure), highest(figure)];
  if (from !== to) {
    if (isNear(low, from) && isNear(high, to)) return 'same';
    return low <= to && high >= from ? 'compatible' : 'other';
  }
  if (from < low || from > high) return isNear(from, low) || isNear(from, high) ? 'compatible' : 'other';
  if (high <= low * NARROW) return 'same';
  return from === low || from === high ? 'other' : 'compatible';
}

function compareWithRange({ low, high }: { readonly low: number; readonly high: number }, value: number): Amounts {
  if (value === low || value === high) return 'same';
  return value > low && value < high ? 'compatible' : 'other';
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));

function compareValues(there: number, qualifier: Figure['qualifier'], here: Quantity): Amounts {
  const value = here.low;
  const atLeast = here.qualifier === 'at least' || here.qualifier === 'more than';
  const atMost = here.qualifier === 'at most' || here.qualifier === 'less than';
  const isUpper = qualifier === 'at most' || qualifier === 'less than';
  const isLower = qualifier === 'at least' || qualifier === 'more than';
  if (value === there)
    return (here.qualifier === 'more than' && isUpper) || (here.qualifier === 'less than' && isLower)
      ? 'other'
      : 'same';
  if (atLeast && value < there) return bounded(there / value);
  if (atMost && value > there) return bounded(value / there);
  return isRounded(there, value, { there: isLoose(qualifier), here: isLoose(here.qualifier) || atLeast || atMost })
    ? 'same'
    : 'other';
}

function bounded(factor: number): Amounts {
  return factor <= NEAR_BOUND ? 'same' : factor <= LOOSE_BOUND ? 'compatible' : 'other';
}

const isLoose = (qualifier: Figure['qualifier']): boolean =>
  qualifier === 'about' || qualifier === 'almost' || qualifier === 'estimated';

/** One is the other with fewer digits: 1,400 for 1,351. With “about” it may be off a little more. */
function isRounded(there: number, here: number, loose: { readonly there: boolean; readonly here: boolean }): boolean {
  if (!isNear(there, here)) return false;
  const [theirs, ours] = [digitsOf(there), digitsOf(here)];
  if (ours < theirs) return loose.here || Number(there.toPrecision(ours)) === here;
  return loose.there && (ours === theirs || Number(here.toPrecision(theirs)) === there);
}

/** Digits that tell: 2 for 14,000. */
const digitsOf = (value: number): number => value.toExponential().split('e')[0]?.replace('.', '').length ?? 1;
