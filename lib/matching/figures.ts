/** Whether a number of a sentence stands for a figure of a claim: the same slot, and the same value or another. */
import { spanOf } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { Claim } from '@/lib/core/pack.ts';
import { countsPeople, countsTime } from '@/lib/text/counted.ts';
import type { NumberUnit } from '@/lib/text/numbers.ts';
import { quantitiesIn } from '@/lib/text/quantities.ts';
import type { Quantity } from '@/lib/text/quantities.ts';
import { stem } from '@/lib/text/stem.ts';
import { compareAmounts, fitsSize } from './relation/amounts.ts';
import { stateOf } from './relation/align.ts';
import type { Reading } from './relation/reading.ts';
import { isIn, readWords } from './relation/words.ts';
import type { Word } from './relation/words.ts';

export type FigureHere = { readonly here: Quantity; readonly figure: Figure };
export type FiguresHere = {
  readonly same: FigureHere | null;
  /** A number in the slot of a figure, with another value; never where `same` is. */
  readonly other: FigureHere | null;
};

/** Characters on either side of a figure's name in which its number is looked for. */
const NEAR = 60;
/** What stands between a number and a name that are not each other's: another part of a list. */
const APART = /(?:^|\s)(?:and|or)\s|[,;:]/u;
const APART_COSTS = 100;

export function figuresHere(here: Reading, { figures }: Claim): FiguresHere {
  const quantities = quantitiesIn(here.text).filter((quantity) => isStated(here, quantity));
  const slots = figures.flatMap((figure) => slotOf({ here, quantities, figures }, figure) ?? []);
  for (const { figure, filling } of slots) {
    const same = filling.find((quantity) => compareAmounts(figure, quantity) === 'same');
    if (same !== undefined) return { same: { here: same, figure }, other: null };
  }
  const isOfClaim = (quantity: Quantity): boolean =>
    figures.some((figure) => compareAmounts(figure, quantity) !== 'other');
  const firstOfEach = slots
    .filter(({ isNamed }) => isNamed)
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ figure, filling: [first] }) => (first ? [{ here: first, figure }] : []));
  return { same: null, other: firstOfEach.find((found) => !isOfClaim(found.here)) ?? null };
}

/** Not “not 1,351 but 7,000”, “doubts that 1,351 …” or “if 1,351 …”. */
function isStated(here: Reading, { start, end }: Quantity): boolean {
  const at = here.words.findIndex((word) => word.start >= start && word.end <= end);
  const mode = here.modes[at]?.mode;
  return at < 0 || (here.signs.at(at) === 1 && mode !== 'unreal' && mode !== 'asked');
}

type Place = { readonly here: Reading; readonly quantities: readonly Quantity[]; readonly figures: readonly Figure[] };
/**
 * A figure that the sentence speaks of, where its name first stands, and the numbers that may be it. `isNamed`: by its
 * name; else only by what is counted, which is enough to see the same number but not another.
 */
type Slot = {
  readonly figure: Figure;
  readonly at: number;
  readonly filling: readonly Quantity[];
  readonly isNamed: boolean;
};

/**
 * The numbers that have the figure's unit and size and stand by its name (“killed”); null where there are none or the
 * sentence does not speak of what the figure counts (half of the words of “Russian soldiers”). A bare value is not
 * enough: there are 14,000 of many things.
 */
function slotOf(place: Place, figure: Figure): Slot | null {
  const { here, quantities } = place;
  if (!speaksOf(here, figure)) return null;
  const fitting = quantities.filter((quantity) => fits(here, quantity, figure));
  const { names, isNamed } = namesOf(here, figure);
  const found = isNamed ? names.flatMap((name) => numberBy(place, name, fitting) ?? []) : [];
  if (found.length > 0) return { figure, at: names[0]?.start ?? 0, filling: found, isNamed };
  const unnamed = isOnlyOfItsUnit(place, figure) ? fitting.filter((quantity) => countsUnit(quantity, figure)) : [];
  const isTime = unnamed.some(({ counted }) => counted !== null && countsTime(counted.head));
  const isSure = isTime || (names.length === 0 && isNamed);
  return unnamed.length === 0 ? null : { figure, at: unnamed[0]?.start ?? 0, filling: unnamed, isNamed: isSure };
}

/** Where the name of a figure stands, and whether all of it does. “Share”, “duration” are said by the unit. */
function namesOf(here: Reading, figure: Figure): { readonly names: readonly Word[]; readonly isNamed: boolean } {
  const words = contentOf(here, figure.name).filter(({ key }) => !here.language.list('measure').has(key));
  const [first, ...others] = words;
  if (first === undefined)
    return { names: [], isNamed: contentOf(here, figure.of).every((word) => placesOf(here, word).length > 0) };
  const names = placesOf(here, first);
  return { names, isNamed: names.length > 0 && others.every((word) => placesOf(here, word).length > 0) };
}

/** The words of a name or a thing counted that tell; of “held”, which has none, all. */
function contentOf({ names, language }: Reading, text: string): Word[] {
  const words = readWords(text, names, language).filter(({ inPhrase }) => !inPhrase);
  const telling = words.filter(({ term }) => term !== null);
  return telling.length > 0 ? telling : words;
}

const placesOf = ({ words }: Reading, { key, kin }: Word): Word[] =>
  words.filter((word) => word.key === key || word.kin.some((kind) => kin.includes(kind)));

/** Half of the words of what is counted; and no other state's than the one that is named. */
function speaksOf(here: Reading, { of }: Figure): boolean {
  const words = contentOf(here, of);
  const held = words.filter((word) => placesOf(here, word).length > 0);
  if (held.length * 2 < words.length) return false;
  const theirs = statesOf(here, words);
  const ours = statesOf(here, here.words);
  return theirs.size === 0 || ours.size === 0 || [...ours].some((state) => theirs.has(state));
}

const statesOf = (reading: Reading, words: readonly Word[]): Set<number> =>
  new Set(words.flatMap((word) => (word.capital ? [stateOf(reading, word)] : [])).filter((state) => state !== null));

/**
 * “58 drowned and 43 houses were lost”: the number nearest to the name, not counting what belongs to another part of
 * the sentence. Null for “30,000 killed or wounded”: the number is of both.
 */
function numberBy(place: Place, name: Word, numbers: readonly Quantity[]): Quantity | null {
  const { text } = place.here;
  const costs = numbers.flatMap((quantity) => {
    const before = quantity.end <= name.start;
    const between = before ? text.slice(quantity.end, name.start) : text.slice(name.end, quantity.start);
    const isWithin = quantity.start < name.end && name.start < quantity.end;
    if (isWithin || between.length > NEAR) return [];
    return [{ quantity, cost: between.length + (APART.test(`${between} `) ? APART_COSTS : 0) }];
  });
  const [nearest] = costs.toSorted((a, b) => a.cost - b.cost);
  return nearest === undefined || isShared(place, name, nearest.quantity) ? null : nearest.quantity;
}

function isShared({ here, figures }: Place, name: Word, { end }: Quantity): boolean {
  const at = here.words.indexOf(name);
  const others = figures.flatMap((figure) => contentOf(here, figure.name)).filter(({ key }) => key !== name.key);
  const isOther = (word: Word | undefined): boolean =>
    word !== undefined &&
    others.some(({ key, kin }) => word.key === key || word.kin.some((kind) => kin.includes(kind)));
  const joins = (between: number): boolean => isIn(here, between, 'and', 'or');
  if (end > name.start) return false;
  return (
    (joins(at + 1) && isOther(here.words[at + 2])) ||
    (joins(at - 1) && isOther(here.words[at - 2]) && end <= (here.words[at - 2]?.start ?? 0))
  );
}

function fits(here: Reading, quantity: Quantity, figure: Figure): boolean {
  const unit = unitOf(figure);
  if (quantity.unit !== unit || !fitsSize(figure, quantity) || !holdsThen(figure, quantity)) return false;
  if (unit !== null || quantity.counted === null) return true;
  const { head, start: from, end: to } = quantity.counted;
  if (countsTime(head) || countsTime(stem(figure.unit))) return countsUnit(quantity, figure);
  const isForeign = isOtherState(here, quantity, figure);
  const counted = contentOf(here, `${figure.of} ${figure.name} ${figure.unit}`);
  const isNamed = counted.some((word) => placesOf(here, word).some(({ start, end }) => start >= from && end <= to));
  const isPeople = countsPeople(head) || isCapital(here, quantity);
  if (isForeign || isNamed) return isNamed && !isForeign;
  return figure.unit === 'people' ? isPeople : figure.unit === 'items' && !countsPeople(head);
}

/** “7,000 Ukrainian soldiers” are no figure of Russian soldiers. */
function isOtherState(here: Reading, { counted }: Quantity, { of }: Figure): boolean {
  const within = here.words.filter(
    ({ start, end }) => counted !== null && start >= counted.start && end <= counted.end,
  );
  const [ours, theirs] = [statesOf(here, within), statesOf(here, contentOf(here, of))];
  return ours.size > 0 && theirs.size > 0 && [...ours].every((state) => !theirs.has(state));
}

/** “7,000 Russians”: a people is people. */
const isCapital = ({ text }: Reading, { counted }: Quantity): boolean =>
  counted !== null && /\p{Lu}\p{L}+$/u.test(text.slice(counted.start, counted.end));

/** A day's figure is compared with that day's alone; a year's with that year's. */
function holdsThen({ asOf, unit }: Figure, { asOf: given, per }: Quantity): boolean {
  if (per !== null && per !== 'day' && unit.includes('a day')) return false;
  if (asOf === null || given === null) return true;
  const { first, last } = spanOf(asOf);
  if (given.date !== null)
    return (
      (spanOf(given.date).first <= last && spanOf(given.date).last >= first) ||
      (asOf.length < 10 && given.date.slice(0, 4) === asOf.slice(0, 4))
    );
  return asOf.length < 10 || (given.month === Number(asOf.slice(5, 7)) && (given.day ?? 0) === Number(asOf.slice(8)));
}

/** “Fifteen years”, where the figure is in years. */
function countsUnit({ counted, unit }: Quantity, figure: Figure): boolean {
  if (unit !== null) return true;
  const noun = figure.unit.toLowerCase().split(' ')[0] ?? '';
  return counted !== null && figure.unit !== 'people' && stem(noun) === counted.head;
}

const isOnlyOfItsUnit = ({ figures }: Place, figure: Figure): boolean =>
  figures.filter(({ unit }) => unit === figure.unit).length === 1 || unitOf(figure) !== null;

function unitOf({ unit }: Figure): NumberUnit {
  const currencies = ['dollars', 'euros', 'pounds', 'roubles', 'hryvnias', 'yuan', 'yen', 'francs'] as const;
  const money = currencies.find((currency) => new RegExp(`\\b${currency.replace(/s$/, '')}s?\\b`, 'i').test(unit));
  return money ?? (/^(?:%|per ?cent)/i.test(unit) ? 'percent' : null);
}
