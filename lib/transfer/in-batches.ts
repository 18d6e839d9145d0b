/** Items by the batch: enough to be quick, few enough to hold, whatever their size. */

type Limits<T> = {
  readonly most: number;
  /** Characters in all; a longer item is a batch by itself. */
  readonly longest: number;
  readonly lengthOf: (item: T) => number;
  /** Whether two that follow each other may be in one batch. */
  readonly isAlike?: (one: T, next: T) => boolean;
};

export async function* inBatches<T>(
  items: AsyncIterable<T>,
  { most, longest, lengthOf, isAlike = () => true }: Limits<T>,
): AsyncGenerator<readonly [T, ...T[]], void> {
  let batch: [T, ...T[]] | null = null;
  let length = 0;
  for await (const item of items) {
    length += lengthOf(item);
    if (batch === null) batch = [item];
    else if (batch.length < most && length <= longest && isAlike(batch[0], item)) batch.push(item);
    else {
      yield batch;
      batch = [item];
      length = lengthOf(item);
    }
  }
  if (batch !== null) yield batch;
}
