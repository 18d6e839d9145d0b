/** A scale for figures: from nought (or the lowest, if that is below) to a round end, with round ticks. */

export type AxisScale = {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** 0 to 1, clamped. */
  readonly at: (value: number) => number;
};

const STEPS = [1, 2, 5, 10] as const;
const MOST_TICKS = 5;

/** Values that are not finite do not count; without any, the scale runs from 0 to 1. */
export function axisScale(values: readonly number[]): AxisScale {
  const finite = values.filter((value) => Number.isFinite(value));
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const step = niceStep(high === low ? 1 : high - low);
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), low === high ? 1 : 0)];
  const [from, to] = [first * step, last * step];
  const ticks = Array.from({ length: last - first + 1 }, (_, n) => (first + n) * step);
  return { from, to, ticks, at: (value) => Math.min(1, Math.max(0, (value - from) / (to - from))) };
}

function niceStep(range: number): number {
  const raw = range / (MOST_TICKS - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = STEPS.find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return step * power;
}
