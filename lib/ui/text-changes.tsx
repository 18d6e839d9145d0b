/** What changed from one kept text of an article to another: the changed words with a little of what stands around them. */
import { useMemo } from 'preact/hooks';
import { wordDiff, type DiffRun } from '@/lib/anchor/word-diff.ts';
import { abridged } from './abridge.ts';
import { plural, t } from './text.ts';

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
        {abridged(runs).map((run, at) => (
          <Run key={at} run={run} />
        ))}
      </p>
    </div>
  );
}

/** Struck through or underlined; and said, since few screen readers tell of either. */
function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  if (kind === 'kept') return <>{text}</>;
  const Element = kind === 'removed' ? 'del' : 'ins';
  return (
    <Element>
      <span class="sr-only">{kind === 'removed' ? t('diffRemoved') : t('diffAdded')} </span>
      {text}
      <span class="sr-only">{t('diffEnd')}</span>
    </Element>
  );
}
