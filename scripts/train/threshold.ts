/** How sure is sure enough: the least score from which on the marks are as precise as asked. */
import type { LabelledArticle } from '../eval/labelled.ts';
import { score } from '../eval/score.ts';
import type { Predictions } from '../eval/score.ts';

/**
 * In hundredths. At every higher threshold the marks are as precise too: one lucky hundredth does not count. 1 (nothing
 * is shown) where no threshold is enough.
 */
export function leastThreshold(gold: readonly LabelledArticle[], predictions: Predictions, precision: number): number {
  let least = 1;
  for (let hundredths = 99; hundredths > 0; hundredths -= 1) {
    const threshold = hundredths / 100;
    if ((score(gold, shownFrom(predictions, threshold)).precision ?? 1) < precision) break;
    least = threshold;
  }
  return least;
}

/** The same predictions, shown from this score on. */
export function shownFrom(predictions: Predictions, threshold: number): Predictions {
  return Object.fromEntries(
    Object.entries(predictions).map(([file, rows]) => [
      file,
      rows.map((row) => ({ ...row, shown: row.score >= threshold })),
    ]),
  );
}
