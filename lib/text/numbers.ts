/**
 * Numbers in running text: “30,000”, “$13.7 billion”, “fifty-seven”, “80 percent”. What only looks like one is left out:
 * years, dates, times of day, ages, and numbers that name a thing (“Article 5”, “F-16”).
 */
import type { Span } from '@/lib/core/article.ts';
import { SCALES, numbersInWords } from './number-words.ts';

export type Currency = 'dollars' | 'euros' | 'pounds' | 'roubles' | 'hryvnias' | 'yuan' | 'yen' | 'francs';
export type NumberUnit = 'percent' | Currency | null;
export type NumberMention = Span & {
  /** As written, with its multiplier and unit. */
  readonly text: string;
  readonly value: number;
  readonly unit: NumberUnit;
};

const SYMBOLS: Readonly<Record<string, Currency>> = {
  us$: 'dollars',
  $: 'dollars',
  '€': 'euros',
  '£': 'pounds',
  '₽': 'roubles',
  '₴': 'hryvnias',
  '¥': 'yen',
  usd: 'dollars',
  eur: 'euros',
  gbp: 'pounds',
  rub: 'roubles',
  uah: 'hryvnias',
};
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };
const UNITS: readonly (readonly [NumberUnit, RegExp])[] = [
  ['percent', /^(?:%|per)/],
  ['dollars', /dollar|bucks|usd/],
  ['euros', /euro|eur/],
  ['pounds', /pound|gbp/],
  ['roubles', /roubl|rubl|rub/],
  ['hryvnias', /hryvn|uah/],
  ['yuan', /yuan/],
  ['yen', /yen/],
  ['francs', /franc/],
];

const DIGITS = '\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const FIGURES = new RegExp(`(?<![\\p{L}\\p{N}.,/:]|[\\p{L}/:]-)(?:${DIGITS})(?!\\p{N})`, 'gu');
const SYMBOL_BEFORE = /(?:US\$|[$€£₽₴¥]|(?<!\p{L})(?:USD|EUR|GBP|RUB|UAH)) ?$/iu;
const SCALE_AFTER = new RegExp(
  `^(?:[ \\u00a0-]?(${[...SCALES.keys()].join('|')})|(k|mn|m|bn|b|tn))(?![\\p{L}\\p{N}])`,
  'iu',
);
const MONEY_WORD =
  'dollars?|bucks|euros?|pounds?(?: sterling)?|roubles?|rubles?|hryvnias?|yuan|yen|(?:Swiss )?francs?|USD|EUR|GBP|RUB|UAH';
const UNIT_AFTER = new RegExp(
  `^(?:\\s?%|[ \\u00a0-](?:per ?cent|percent)(?!age| point)|[ \\u00a0-](?:(?:US|U\\.S\\.|American) )?(?:${MONEY_WORD}))(?![\\p{L}\\p{N}])`,
  'iu',
);

const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const DAY_BEFORE_MONTH = new RegExp(
  `^(?:st|nd|rd|th)?(?:(?:\\s?[-–]\\s?|\\s+(?:and|to|or)\\s+)\\d{1,2})?\\s+(?:of\\s+)?${MONTH}(?!\\p{L})`,
  'u',
);
const MONTH_BEFORE_DAY = new RegExp(`(?<!\\p{L})${MONTH}\\s+(?:\\d{1,2}\\s?(?:[-–,]|and|or|to)\\s?)*$`, 'u');
/** What a number names, where one of these stands before it. */
const LABEL =
  /(?:^|[\s(“"])(?:(?:[Aa]rt(?:icle|\.)|[Cc]hapter|[Ss]ections?|[Pp]ages?|[Pp]aragraph|[Cc]lause|[Pp]hase|[Ss]tage|[Rr]esolution|[Pp]rotocol|[Dd]ecree|[Vv]ersion|[Vv]ol\.|[Ff]ig\.|[Cc]hap\.|[Pp]p?\.|[Nn]os?\.|[Nn]umber|[Nn]r\.?|[Rr]ound|[Tt]able|[Ff]light|[Rr]oute|[Hh]ighway|[Cc]hannel|[Rr]oom|[Cc]ategory|[Dd]istrict)|(?:Points?|Part|Volume|Figure|Order|Law|Title|Tier|Level|Type|Model|Class|Grade|Group|Day|Week|No|Boeing|Airbus|Apollo|World War|Group of|Sector|Unit|Gate|Line|Base|Zone|Directive|Annex|Item|Question|Episode|Season|Act|Scene))\s+$/u;
const MEASURE_AFTER =
  /^(?:[- ]years?[- ]olds?\b|[- ](?:months?|weeks?|days?)[- ]old\b|\s?(?:[ap]\.?m\.?(?!\p{L})|o['’]clock|(?:GMT|UTC|CET|EST|EDT|BST)\b)|(?:st|nd|rd|th|s)(?!\p{L})|[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|\s?°|-(?:inch|mm|cm|calib)|\s?mm\b)/iu;
/** “The engineer, 44, spoke.” */
const LEAST_AGE = 16;
const OF_AGE = /\b(?:aged?|age of|ages of|turned|turns|then|now)\s+$/iu;

/** In reading order. A range (“7,000 to 15,000”) is two numbers. */
export function numbersIn(text: string): NumberMention[] {
  const figures = Array.from(text.matchAll(FIGURES), ({ index: start, 0: given }) => ({
    start,
    end: start + given.length,
    value: Number(given.replace(/[,\u00a0\u202f]/g, '')),
  }));
  return [...figures, ...numbersInWords(text)]
    .sort((a, b) => a.start - b.start)
    .map((found) => withUnit(text, found))
    .filter((mention) => !/^\p{L}|^\p{N}/u.test(text.slice(mention.end)) && !namesSomething(text, mention));
}

function withUnit(text: string, { start, end, value }: Span & { readonly value: number }): NumberMention {
  const symbol = SYMBOL_BEFORE.exec(text.slice(Math.max(0, start - 5), start))?.[0] ?? '';
  const [scaled = '', word, letter] = SCALE_AFTER.exec(text.slice(end)) ?? [];
  const factor = SCALES.get(word?.toLowerCase() ?? '') ?? LETTERS[letter?.toLowerCase() ?? ''] ?? 1;
  const unit = UNIT_AFTER.exec(text.slice(end + scaled.length))?.[0] ?? '';
  const span = { start: start - symbol.length, end: end + scaled.length + unit.length };
  return {
    ...span,
    text: text.slice(span.start, span.end),
    value: Number((value * factor).toPrecision(12)),
    unit: SYMBOLS[symbol.trim().toLowerCase()] ?? unitOf(unit),
  };
}

function unitOf(given: string): NumberUnit {
  const unit = given.trim().replace(/^-/, '').toLowerCase();
  return unit === '' ? null : (UNITS.find(([, is]) => is.test(unit))?.[0] ?? null);
}

/** A year standing alone, a day beside its month, a time, an age, a part of a list, or a number that is a name. */
function namesSomething(text: string, { start, end, text: given, value, unit }: NumberMention): boolean {
  if (unit !== null) return false;
  const [before, after] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 20)];
  if (/^(?:1[89]|20)\d\d$/.test(given)) return true;
  if (MEASURE_AFTER.test(after) || LABEL.test(before)) return true;
  if (/^[:/]\d/.test(after) || /[#№]\s?$/.test(before)) return true;
  if (value > 120) return false;
  if (OF_AGE.test(before) && /^\s*(?:[,.;)]|$)/.test(after)) return true;
  if (
    isListNumber(before, after, start) ||
    (/^,\s*(?:aged \d|a \p{L})/u.test(after) && /\p{Lu}\p{L}+,\s*$/u.test(before)) ||
    (value >= LEAST_AGE && /^,\s\p{L}/u.test(after) && /\p{L},\s$/u.test(before))
  )
    return true;
  return value <= 31 && (DAY_BEFORE_MONTH.test(after) || MONTH_BEFORE_DAY.test(before));
}

/** “1. Ukraine …”, “(2) the guarantors”, “[12]”. */
function isListNumber(before: string, after: string, start: number): boolean {
  if (start <= 1 && /^[.)]\s/.test(after)) return true;
  return /[([]$/.test(before) && /^[)\]]/.test(after);
}
