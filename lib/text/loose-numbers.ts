/** Numbers that are given loosely or as shares: “dozens”, “tens of thousands”, “a third of”, “one in five”, “one soldier”. */
import type { Span } from '@/lib/core/article.ts';
import { countedAfter, countsPeople, countsTime } from './counted.ts';
import { ONES, SCALES } from './number-words.ts';

/** In percent where it is a share; `vague` where the two ends are ours. */
export type LooseNumber = Span & {
  readonly low: number;
  readonly high: number;
  readonly unit: 'percent' | null;
  readonly vague: boolean;
};

const PLURAL_SCALES: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 1e2,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
};
const MANY =
  /\b(?:(tens|hundreds) of (thousands|millions|billions)|(dozens|hundreds|thousands|millions|billions)|(scores)(?= of\b)|(?:several|a few|many|a couple of) (dozen|hundred|thousand|million|billion)s?)\b/giu;
const FEWEST = 2;
const MOST = 9.99;

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const SHARE =
  /(?<!\b(?:first|second|other|latter|last|top|bottom|better|and a|and) )\b(?:(?:(a|one|two|three|four|five|seven|nine)[- ])?(half|third|quarter|fifth|sixth|eighth|tenth)(s)?)(?=\s+(?:of(?! an hour| a century| a mile)|the|its|their|his|her|all|more|fewer|less|as)\b|\s*[,.;:)]|\s*$|(?<=s)\b)/giu;
const IN =
  /\b(one|two|three|four|seven|nine|\d) (?:in|out of(?: every)?) (every )?(two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|\d{1,3})\b(?! (?:million|billion|thousand))/giu;
const ONE = /(?<![\p{L}-])one(?=[ -])/giu;

/** In no order. */
export function looseNumbersIn(text: string): LooseNumber[] {
  return [...manyIn(text), ...sharesIn(text), ...oddsIn(text), ...singlesIn(text)];
}

function manyIn(text: string): LooseNumber[] {
  return Array.from(text.matchAll(MANY), (match) => {
    const [whole, times, of, plural, scores, scale] = match.map((part: string | undefined) => part?.toLowerCase());
    const factor = times === 'tens' ? 10 : times === 'hundreds' ? 100 : 1;
    const name = of ?? plural ?? scores ?? '';
    const base = factor * (PLURAL_SCALES[name] ?? SCALES.get(scale ?? '') ?? 1);
    return { ...spanOf(match.index, whole), low: base * FEWEST, high: base * MOST, unit: null, vague: true };
  });
}

const spanOf = (start: number, whole = ''): Span => ({ start, end: start + whole.length });

function sharesIn(text: string): LooseNumber[] {
  return Array.from(text.matchAll(SHARE), (match) => {
    const [whole, count, part = '', plural] = match.map((given: string | undefined) => given?.toLowerCase());
    const times = count === undefined || count === 'a' ? 1 : ONES.indexOf(count);
    // “Third” without an article is an ordinal; “a thirds” is nothing; “two half” neither.
    const isShare = part === 'half' ? times === 1 : count !== undefined && times > 1 === (plural !== undefined);
    const percent = (100 * times) / (PARTS[part] ?? 1);
    return isShare && percent < 100 ? [{ ...spanOf(match.index, whole), ...exactly(percent) }] : [];
  }).flat();
}

function oddsIn(text: string): LooseNumber[] {
  return Array.from(text.matchAll(IN), (match) => {
    const [whole, some = '', , all = ''] = match;
    const percent = (100 * valueOf(some)) / valueOf(all);
    return percent > 0 && percent < 100 ? [{ ...spanOf(match.index, whole), ...exactly(percent) }] : [];
  }).flat();
}

const valueOf = (word: string): number => {
  const lower = word.toLowerCase();
  return /^\d/.test(lower)
    ? Number(lower)
    : lower === 'twenty'
      ? 20
      : lower === 'a hundred'
        ? 100
        : ONES.indexOf(lower);
};

const exactly = (percent: number) => ({ low: percent, high: percent, unit: 'percent', vague: false }) as const;

/** “One negotiator”, “one day”: elsewhere “one” is more often a pronoun. */
function singlesIn(text: string): LooseNumber[] {
  return Array.from(text.matchAll(ONE), ({ index: start, 0: whole }) => {
    const span = spanOf(start, whole);
    const counted = countedAfter(text, span.end);
    const head = counted?.head ?? '';
    const isCount = (countsPeople(head) || countsTime(head)) && !/^\s+of\b/u.test(text.slice(span.end));
    return isCount ? [{ ...span, low: 1, high: 1, unit: null, vague: false } as const] : [];
  }).flat();
}
