/** Whether a number of a sentence stands for a figure of a claim: the same slot, and the same value or another. */
import type { Span } from '@/lib/core/article.ts';
import type { Figure } from '@/lib/core/figures.ts';
import { highest, lowest } from '@/lib/core/figures.ts';
import type { Claim } from '@/lib/core/pack.ts';
import { termsOf } from '@/lib/text/names.ts';
import type { Names } from '@/lib/text/names.ts';
import type { NumberUnit } from '@/lib/text/numbers.ts';
import type { ReadSentence } from './read-article.ts';

/** A number, a range (“7,000 to 15,000”) or a part of a whole (“77 of its 149”), as the sentence writes it. */
export type NumberHere = Span & {
  readonly text: string;
  readonly values: readonly number[];
  readonly unit: NumberUnit;
};
export type FigureHere = { readonly here: NumberHere; readonly figure: Figure };
export type FiguresHere = {
  readonly same: FigureHere | null;
  /** A number in the slot of a figure, with another value; never where `same` is. */
  readonly other: FigureHere | null;
};

/** Characters on either side of a figure's name in which its number is looked for. */
const NEAR = 60;
/** Two values of one thing may differ widely, but not by more than this factor. */
const MOST_APART = 100;
/** What stands between two numbers that are one statement. */
const JOINS = /^\s*(?:[-–—]|to|and|(?:out )?of(?: [\p{L}’']+)?)\s*$/u;

export function figuresHere(sentence: ReadSentence, { figures }: Claim, names: Names): FiguresHere {
  const numbers = joinNumbers(sentence);
  const slots = figures.flatMap((figure) => slotOf({ sentence, numbers, names }, figure) ?? []);
  for (const { figure, numbers: filling } of slots) {
    const here = filling.find(({ values }) => values.some((value) => hasValue(figure, value)));
    if (here !== undefined) return { same: { here, figure }, other: null };
  }
  const isOfClaim = ({ values }: NumberHere): boolean =>
    figures.some((figure) => values.some((value) => hasValue(figure, value)));
  const firstOfEach = slots
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ figure, numbers: [here] }) => (here ? [{ here, figure }] : []));
  return { same: null, other: firstOfEach.find(({ here }) => !isOfClaim(here)) ?? null };
}

const hasValue = (figure: Figure, value: number): boolean => value >= lowest(figure) && value <= highest(figure);

function joinNumbers({ text, numbers }: ReadSentence): NumberHere[] {
  const joined: NumberHere[] = [];
  for (const { start, end, text: given, value, unit } of numbers) {
    const last = joined.at(-1);
    if (last === undefined || !JOINS.test(text.slice(last.end, start)))
      joined.push({ start, end, text: given, values: [value], unit });
    else
      joined[joined.length - 1] = {
        start: last.start,
        end,
        text: text.slice(last.start, end),
        values: [...last.values, value],
        unit: unit ?? last.unit,
      };
  }
  return joined;
}

type Place = { readonly sentence: ReadSentence; readonly numbers: readonly NumberHere[]; readonly names: Names };
/** A figure that the sentence speaks of, where its name first stands, and the numbers that may be it. */
type Slot = { readonly figure: Figure; readonly at: number; readonly numbers: readonly NumberHere[] };

/**
 * The numbers that have the figure's unit and size and stand by its name (“killed”); null where there are none or the
 * sentence does not speak of what the figure counts (half of the words of “Russian soldiers”). A bare value is not
 * enough: there are 14,000 of many things.
 */
function slotOf({ sentence, numbers, names }: Place, figure: Figure): Slot | null {
  const wordsOf = (text: string): string[] => termsOf(text, names).map(({ term }) => term);
  const of = wordsOf(figure.of);
  if (of.filter((word) => sentence.words.includes(word)).length * 2 < of.length) return null;
  const [first, ...others] = wordsOf(figure.name);
  if (!others.every((word) => sentence.words.includes(word))) return null;
  const fitting = numbers.filter((number) => fits(number, figure));
  const places = sentence.terms.filter(({ term }) => term === first);
  const found = places.flatMap((place) => numberBy(place, fitting) ?? []);
  return found.length === 0 ? null : { figure, at: places[0]?.start ?? 0, numbers: found };
}

/** “58 drowned and 43 houses were lost”: the number before the name is its own; the one after, where none stands before. */
function numberBy(place: Span, numbers: readonly NumberHere[]): NumberHere | null {
  const before = numbers.findLast(({ end }) => end <= place.start && place.start - end <= NEAR);
  return before ?? numbers.find(({ start }) => start >= place.end && start - place.end <= NEAR) ?? null;
}

function fits({ unit, values }: NumberHere, figure: Figure): boolean {
  const low = lowest(figure);
  const isFar = (value: number): boolean =>
    low > 0 && (value > highest(figure) * MOST_APART || value < low / MOST_APART);
  return unit === unitOf(figure) && !values.every(isFar);
}

function unitOf({ unit }: Figure): NumberUnit {
  if (/dollar/i.test(unit)) return 'dollars';
  if (/euro/i.test(unit)) return 'euros';
  return /^(?:%|per ?cent)/i.test(unit) ? 'percent' : null;
}
