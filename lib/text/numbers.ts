/** Numbers in running text: “almost 30,000”, “$13.7 billion”, “fifteen”, “80 percent”. Years and days of a month are none. */
import type { Span } from '@/lib/core/article.ts';

export type NumberUnit = 'percent' | 'dollars' | 'euros' | null;
export type NumberMention = Span & {
  /** As written, with its multiplier and unit. */
  readonly text: string;
  readonly value: number;
  readonly unit: NumberUnit;
};

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const SMALL = `(?:(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?|${ONES.slice(1).join('|')})`;
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,]|\\p{L}-)([$€]|US\\$)?\\s?(?:(${DIGITS})|(${SMALL}))(?:[ -]?(hundred|thousand|million|billion|trillion)(?!\\p{L})|(k|mn|m|bn|tn)(?!\\p{L}))?(?:\\s?(%|per ?cent|dollars|euros))?(?![\\p{L}\\p{N}])`,
  'giu',
);
const DAY_BEFORE_MONTH = new RegExp(`^(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?!\\p{L})`, 'u');
const MONTH_BEFORE_DAY = new RegExp(`(?<!\\p{L})${MONTH}\\s+$`, 'u');

/** In reading order. A range (“7,000 to 15,000”) is two numbers. */
export function numbersIn(text: string): NumberMention[] {
  const found = Array.from(text.matchAll(NUMBER), mentionOf);
  return found.filter((mention): mention is NumberMention => mention !== null && !isDate(text, mention));
}

function mentionOf(match: RegExpExecArray): NumberMention | null {
  const [whole, currency, digits, words, scale, letter, unit] = match;
  const start = match.index + whole.length - whole.trimStart().length;
  const base = digits === undefined ? wordsValue(words ?? '') : Number(digits.replaceAll(',', ''));
  const factor = SCALES[(scale ?? letter ?? '').toLowerCase()] ?? 1;
  // “One” alone is more often a pronoun than a number.
  if (!Number.isFinite(base) || (words?.toLowerCase() === 'one' && factor === 1)) return null;
  const end = start + whole.trim().length;
  return {
    start,
    end,
    text: whole.trim(),
    value: Number((base * factor).toPrecision(12)),
    unit: unitOf(currency, unit),
  };
}

function wordsValue(words: string): number {
  return words
    .toLowerCase()
    .split(/[- ]/)
    .reduce((sum, word) => {
      const tens = TENS.indexOf(word);
      return sum + (tens >= 0 ? (tens + 2) * 10 : ONES.indexOf(word));
    }, 0);
}

function unitOf(currency: string | undefined, unit: string | undefined): NumberUnit {
  if (currency !== undefined) return currency === '€' ? 'euros' : 'dollars';
  if (unit === undefined) return null;
  return unit === '%' || /^per/i.test(unit) ? 'percent' : unit.toLowerCase() === 'euros' ? 'euros' : 'dollars';
}

/** A year standing alone, or a day beside its month. */
function isDate(text: string, { start, end, text: given, value, unit }: NumberMention): boolean {
  if (unit !== null) return false;
  if (/^(?:1[89]|20)\d\d$/.test(given)) return true;
  if (value > 31) return false;
  return (
    DAY_BEFORE_MONTH.test(text.slice(end, end + 20)) ||
    MONTH_BEFORE_DAY.test(text.slice(Math.max(0, start - 14), start))
  );
}
