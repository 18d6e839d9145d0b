/** Which of our files to pack into one: those of which the fewest bytes are sent again for each file that goes. */
import type { OwnFileRow } from './tables.ts';

type Sized = Pick<OwnFileRow, 'name' | 'from' | 'to' | 'size' | 'raw'>;

/** A pack is no longer than this, sealed and before compression. */
const LARGEST = 4 * 2 ** 20;
const LARGEST_RAW = 16 * 2 ** 20;
/** A run of fewer files is sent again too soon: only where it is cheaper by far. */
const MANY = 5;
const CHEAPER = 4;

type Choice<F> = { readonly run: readonly F[]; readonly cost: number };

/** Files that follow each other, oldest first; empty where none fit into one pack. */
export function chooseRun<F extends Sized>(files: readonly F[]): readonly F[] {
  const inOrder = [...files].sort((a, b) => a.from - b.from);
  const long = cheapest(inOrder, MANY, inOrder.length);
  const short = cheapest(inOrder, 2, MANY - 1);
  const isShortBetter = long === null || (short !== null && short.cost * CHEAPER < long.cost);
  return (isShortBetter ? short : long)?.run ?? [];
}

/** Of runs that cost the same, the newest. */
function cheapest<F extends Sized>(files: readonly F[], fewest: number, most: number): Choice<F> | null {
  let best: Choice<F> | null = null;
  for (let start = 0; start < files.length; start += 1) {
    for (let end = start + fewest; end <= Math.min(files.length, start + most); end += 1) {
      const run = files.slice(start, end);
      const [size, raw] = [sum(run.map((file) => file.size)), sum(run.map((file) => file.raw))];
      if (size > LARGEST || raw > LARGEST_RAW) break;
      const cost = size / (run.length - 1);
      if (best === null || cost <= best.cost) best = { run, cost };
    }
  }
  return best;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
