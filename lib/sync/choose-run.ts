/** Which of our files to pack into one: those of which the fewest bytes are sent again for each file that goes. */
import type { OwnFileRow } from './tables.ts';

type Sized = Pick<OwnFileRow, 'name' | 'from' | 'to' | 'size' | 'raw'>;

/** A pack is no longer than this, sealed and before compression. */
const LARGEST = 4 * 2 ** 20;
const LARGEST_RAW = 16 * 2 ** 20;
/** Fewer are not worth it, as long as larger runs can be had. */
const FEWEST = 5;

/** Files that follow each other, oldest first; empty where none fit into one pack. */
export function chooseRun<F extends Sized>(files: readonly F[], fewest = FEWEST): readonly F[] {
  const inOrder = [...files].sort((a, b) => a.from - b.from);
  let best: { readonly run: readonly F[]; readonly cost: number } | null = null;
  for (let start = 0; start < inOrder.length; start += 1) {
    for (let end = start + fewest; end <= inOrder.length; end += 1) {
      const run = inOrder.slice(start, end);
      const [size, raw] = [sum(run.map((file) => file.size)), sum(run.map((file) => file.raw))];
      if (size > LARGEST || raw > LARGEST_RAW) break;
      const cost = size / (run.length - 1);
      if (best === null || cost <= best.cost) best = { run, cost };
    }
  }
  if (best !== null) return best.run;
  return fewest > 2 ? chooseRun(files, fewest - 1) : [];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
