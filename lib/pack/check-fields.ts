/** Checks of single fields that several parts of a pack share. */
import { partialDate, spanOf } from '@/lib/core/dates.ts';
import { highest } from '@/lib/core/figures.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { TimeWindow } from '@/lib/core/pack.ts';
import { verdictIn } from '@/lib/text/verdict-words.ts';
import type { Report } from './pack-problem.ts';

export function checkDate(date: string | null, path: string, report: Report): void {
  if (date !== null && partialDate(date) === null) report(path, `“${date}” is not in the calendar`);
}

/** “2022-03-29” to “2022-03” is a window: the month does not end before the day begins. */
export function checkWindow(when: TimeWindow | null, path: string, report: Report): void {
  if (when === null) return;
  checkDate(when.from, `${path}/from`, report);
  checkDate(when.to, `${path}/to`, report);
  if (spanOf(when.from).first > spanOf(when.to).last) report(`${path}/to`, `is before ${path}/from`);
}

/** For our own words. A speaker's quoted words and a source's title are theirs. */
export function checkNeutral(words: string | null, path: string, report: Report): void {
  const verdict = words === null ? null : verdictIn(words);
  if (verdict !== null) report(path, `“${verdict}” judges: say who holds it, in neutral words`);
}

export function checkFigure(figure: Figure, path: string, report: Report): void {
  const { name, of, amount, outOf, asOf } = figure;
  if (amount.kind === 'range' && amount.low >= amount.high) report(`${path}/low`, 'is not below high');
  if (outOf !== null && outOf < highest(figure)) report(`${path}/outOf`, 'is less than the part that is counted');
  checkNeutral(name, `${path}/name`, report);
  checkNeutral(of, `${path}/of`, report);
  checkDate(asOf, `${path}/asOf`, report);
}

/** `path` is that of each item. */
export function checkUniqueIds(items: readonly { readonly id: string; readonly path: string }[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, path } of items) {
    if (seen.has(id)) report(`${path}/id`, `“${id}” is already taken`);
    seen.add(id);
  }
}

/** `path` is that of each text. Case and the spaces between words make no difference. */
export function checkDistinct(
  texts: readonly { readonly text: string; readonly path: string }[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { text, path } of texts) {
    const key = text.toLowerCase().replaceAll(/\s+/g, ' ');
    if (seen.has(key)) report(path, `“${text}” already stands here`);
    seen.add(key);
  }
}
