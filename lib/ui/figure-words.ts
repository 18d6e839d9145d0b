/** Figures as words: “at least 1,351 people, by 25 March 2022”. */
import { assertNever } from '@/lib/core/assert-never.ts';
import type { Figure, Qualifier } from '@/lib/core/figures.ts';
import { dateInFull, t, uiLocale, type MessageKey } from './text.ts';

const QUALIFIED = {
  'at least': 'figureAtLeast',
  'more than': 'figureMoreThan',
  about: 'figureAbout',
  almost: 'figureAlmost',
  'at most': 'figureAtMost',
  'less than': 'figureLessThan',
  estimated: 'figureEstimated',
} as const satisfies Record<Qualifier, MessageKey>;

/** From here on a figure is read more easily as “813 billion”. */
const LARGE = 1_000_000;

/** “1,351”, “13.7 billion”. */
export function numberInWords(value: number): string {
  return formatFor(value).format(value);
}

/** “1.5K”, for the ticks of an axis. */
export function shortNumber(value: number): string {
  const compact = Math.abs(value) >= LARGE;
  const options: Intl.NumberFormatOptions = compact ? { notation: 'compact' } : {};
  return new Intl.NumberFormat(uiLocale(), { maximumSignificantDigits: 6, ...options }).format(value);
}

/** “at least 1,351”, “7,000–15,000”, “123 of 152”. */
export function amountInWords({ amount, qualifier, outOf }: Figure): string {
  const plain = plainAmount(amount);
  const qualified = qualifier === null ? plain : t(QUALIFIED[qualifier], plain);
  return outOf === null ? qualified : t('figureOutOf', qualified, numberInWords(outOf));
}

/** “killed: at least 1,351 people, by 25 March 2022”. Unit and name are the pack's own words. */
export function figureInWords(figure: Figure): string {
  const amount = t('figureWithUnit', figure.name, amountInWords(figure), figure.unit);
  return figure.asOf === null ? amount : t('figureAsOf', amount, dateInFull(figure.asOf));
}

function plainAmount(amount: Figure['amount']): string {
  switch (amount.kind) {
    case 'value':
      return numberInWords(amount.value);
    case 'range':
      return formatFor(amount.high).formatRange(amount.low, amount.high);
    default:
      return assertNever(amount);
  }
}

function formatFor(value: number): Intl.NumberFormat {
  const large = Math.abs(value) >= LARGE;
  return new Intl.NumberFormat(uiLocale(), {
    maximumSignificantDigits: 9,
    ...(large && { notation: 'compact', compactDisplay: 'long' }),
  });
}
