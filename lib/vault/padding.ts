/** The sizes that a file may have: so few that its size tells next to nothing of what is in it. */

const KIB = 1024;
const SMALL = [1 * KIB, 4 * KIB, 16 * KIB, 64 * KIB];
const STEP = 64 * KIB;
const STEPS_UP_TO = 1024 * KIB;
const WIDE_STEP = 256 * KIB;

/** Larger ones are neither written nor read. */
export const LARGEST_FILE = 8 * 1024 * KIB;

/** The smallest size that holds so many bytes. */
export function paddedSize(bytes: number): number {
  const small = SMALL.find((size) => bytes <= size);
  if (small !== undefined) return small;
  const step = bytes <= STEPS_UP_TO ? STEP : WIDE_STEP;
  return Math.ceil(bytes / step) * step;
}

export const isPaddedSize = (bytes: number): boolean => bytes > 0 && paddedSize(bytes) === bytes;
