/** The figures of an evaluation as a table to read. */
import type { Scores } from './score.ts';

export function formatScores(all: Scores, perArticle: Readonly<Record<string, Scores>>): string {
  const names = Object.keys(perArticle);
  const width = Math.max('all'.length, ...names.map((name) => name.length));
  const row = (name: string, cells: readonly (number | string | null)[]): string =>
    `${name.padEnd(width)}  ${cells.map((cell) => String(cell ?? '–').padStart(11)).join('')}`;
  const cellsOf = ({ sentences, need, shown, precision, recall, averagePrecision }: Scores) =>
    [sentences, need, shown, precision, recall, averagePrecision] as const;
  const recalls = Object.entries(all.recallAtPrecision).map(([precision, recall]) => `${recall} at ${precision}`);
  return [
    row('', ['sentences', 'need', 'shown', 'precision', 'recall', 'avg.prec.']),
    ...names.flatMap((name) => (perArticle[name] ? [row(name, cellsOf(perArticle[name]))] : [])),
    row('all', cellsOf(all)),
    '',
    `f1 ${all.f1 ?? '–'} · right claim ${all.claimAccuracy ?? '–'} · denials named ${all.denialsNamed ?? '–'}`,
    `wrong marks in 1000 sentences ${all.falseMarksPer1000 ?? '–'}`,
    `recall at precision: ${recalls.join(', ') || '–'}`,
  ].join('\n');
}
