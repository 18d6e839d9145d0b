/** Whether a sentence speaks of another time than the claim: the dates it names, but for those on which it was only said. */
import { spanOf } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Claim, Question } from '@/lib/core/pack.ts';
import { datesIn } from '@/lib/text/date-mentions.ts';
import type { DateMention } from '@/lib/text/date-mentions.ts';
import type { Alignment } from './align.ts';
import { clauseStart, edgeBefore, isFinite, range, scopeEnd } from './clauses.ts';
import type { Reading } from './reading.ts';
import { isVerb } from './roles.ts';
import { isIn } from './words.ts';

/** Years, first and last. */
export type Era = { readonly from: number; readonly to: number };

/** As the pack says it; else of what the claim, its question, its figures and its accounts date; null where nothing does. */
export function eraOf(claim: Claim, question: Pick<Question, 'asks' | 'when'>): Era | null {
  const asked = claim.when ?? question.when;
  // “The budget for 2023”: what a figure counts may lie outside the time of the claim.
  const counted = claim.figures.flatMap(({ of }) => datesIn(of).map(({ date }) => date));
  if (asked !== null) return eraOver([asked.from, asked.to, ...counted]);
  return eraOver([
    ...counted,
    ...datesIn(`${question.asks} ${claim.says}`).map(({ date }) => date),
    ...claim.figures.map(({ asOf }) => asOf),
    ...claim.accounts.map(({ event }) => event?.date ?? null),
  ]);
}

function eraOver(dates: readonly (PartialDate | null)[]): Era | null {
  const years = dates.flatMap((date) => (date === null ? [] : [yearOf(spanOf(date).first), yearOf(spanOf(date).last)]));
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The date that puts the sentence into another year than the claim's; null where none does, or one of the claim's stands beside it. */
export function otherTime(claim: Reading, here: Reading, { pairs }: Alignment, era: Era | null): DateMention | null {
  if (era === null) return null;
  const places = new Set(pairs.map((pair) => pair.here));
  const dates = new Set(pairs.filter((pair) => followsDate(claim, pair.claim)).map((pair) => pair.here));
  const dated = here.dates.filter(({ date }) => date !== null && date.length > 0);
  const isOther = ({ date }: DateMention): boolean => {
    const year = date === null ? era.from : yearOf(spanOf(date).first);
    return year < era.from || year > era.to;
  };
  if (dated.some((mention) => !isOther(mention))) return null;
  return dated.find((mention) => isOther(mention) && datesWhatIsTold(here, mention, { places, dates })) ?? null;
}

/** “The 2001 census”. */
const followsDate = ({ words, dates }: Reading, at: number): boolean =>
  dates.some(({ end }) => end === words[at - 1]?.end);

/** Indices of the words that are the claim’s, and of those of them that have a date of their own there. */
type Told = { readonly places: ReadonlySet<number>; readonly dates: ReadonlySet<number> };

/** Whether the date stands in the clause of what is told, and not in “said in 2024 that”. */
function datesWhatIsTold(here: Reading, { start }: DateMention, told: Told): boolean {
  const { places } = told;
  const at = here.words.findIndex((word) => word.end > start);
  if (at < 0 || hangsOnOther(here, at, told)) return false;
  const clause = range(clauseStart(here, at), scopeEnd(here, at));
  const isAttribution = (next: number): boolean => isIn(here, next, 'saying') && !places.has(next);
  if (clause.some(isAttribution)) return false;
  const isTold = (next: number): boolean => places.has(next) && here.words[next]?.name === false;
  const all = [...places].filter(isTold).length;
  if (all > 0 && clause.filter(isTold).length * 2 >= all) return true;
  const before = clauseBefore(here, clause);
  if (before.length > 0) return !before.some(isAttribution) && before.filter(isTold).length * 2 >= all;
  // “In 2025, Russia …”: a date before the first comma belongs to what follows, unless that only says who spoke.
  const after = here.words.findIndex((_, next) => next > at && next >= scopeEnd(here, at));
  const following = after < 0 ? [] : range(after, scopeEnd(here, after));
  return clause[0] === 0 && all > 0 && !following.some(isAttribution) && following.filter(isTold).length * 2 >= all;
}

/** “…, in Iran in 1953”: a part without a verb dates what stands before its comma; else none. */
function clauseBefore(here: Reading, [first = 0, ...others]: readonly number[]): number[] {
  const hangs = first > 0 && edgeBefore(here.words[first]) === 'comma' && isIn(here, first, 'preposition');
  if (!hangs || others.some((at) => isFinite(here, at))) return [];
  return range(clauseStart(here, first - 1), first);
}

const REACH = 4;

/** “The land annexed in 2014”, “the fiscal 2023 request”: the date tells of something else than the sentence does. */
function hangsOnOther(here: Reading, at: number, { places, dates }: Told): boolean {
  const isBare =
    at > 0 && !isIn(here, at - 1, 'preposition') && edgeBefore(here.words[at]) === 'none' && !isMonth(here, at - 1);
  // “The 1989 census”: it dates the claim’s own census.
  if (isBare) return !dates.has(at + 1);
  const verb = range(at - REACH, at).findLast((next) => next >= 0 && isVerb(here, next));
  return (
    verb !== undefined &&
    !places.has(verb) &&
    !range(verb, at).some((next) => edgeBefore(here.words[next + 1]) !== 'none')
  );
}

const isMonth = ({ words }: Reading, at: number): boolean =>
  words[at]?.capital === true && !/\p{N}/u.test(words[at].word);
