/** Long stretches in which nothing changed, cut to what stands next to a change. */
import type { DiffRun } from '@/lib/anchor/word-diff.ts';

/** UTF-16 code units kept on either side of a change. */
const BESIDE = 120;

export function abridged(runs: readonly DiffRun[]): DiffRun[] {
  return runs.map((run, at) => {
    if (run.kind !== 'kept') return run;
    const head = at === 0 ? '' : headOf(run.text);
    const tail = at === runs.length - 1 ? '' : tailOf(run.text);
    return head.length + tail.length >= run.text.length ? run : { ...run, text: `${head}…\n${tail}` };
  });
}

/** Cut where a word ends. */
function headOf(text: string): string {
  return text.length <= BESIDE ? text : text.slice(0, BESIDE).replace(/\S*$/, '');
}

function tailOf(text: string): string {
  return text.length <= BESIDE ? text : text.slice(-BESIDE).replace(/^\S*\s*/, '');
}
