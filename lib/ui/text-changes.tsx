/** What changed from one kept text of an article to another: the changed words with a little of what stands around them. */
import { useMemo } from 'preact/hooks';
import { wordDiff } from '@/lib/anchor/word-diff.ts';
import { abridged } from './abridge.ts';
import { DiffRuns } from './diff-words.tsx';
import { plural } from './text.ts';

type TextChangesProps = {
  readonly before: string;
  readonly after: string;
  /** BCP 47 of the article. */
  readonly language: string | null;
};

export function TextChanges({ before, after, language }: TextChangesProps) {
  const runs = useMemo(() => wordDiff(before, after).runs, [before, after]);
  const places = runs.filter(({ kind }, at) => kind !== 'kept' && (runs[at - 1]?.kind ?? 'kept') === 'kept').length;
  return (
    <div class="text-changes">
      <p class="meta">{plural('placesChanged', places)}</p>
      <p class="diff" lang={language ?? undefined} dir="auto">
        <DiffRuns runs={abridged(runs)} />
      </p>
    </div>
  );
}
