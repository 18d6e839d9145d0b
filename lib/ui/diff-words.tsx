/** What was there against what is there now, in one text. */
import type { DiffRun } from '@/lib/anchor/word-diff.ts';
import { t } from './text.ts';

type DiffWordsProps = {
  readonly runs: readonly DiffRun[];
  /** BCP 47 of the text. */
  readonly language: string | null;
};

export function DiffWords({ runs, language }: DiffWordsProps) {
  return (
    <blockquote class="diff" lang={language ?? undefined} dir="auto">
      <DiffRuns runs={runs} />
    </blockquote>
  );
}

/** The words alone, for whatever holds them. */
export const DiffRuns = ({ runs }: Pick<DiffWordsProps, 'runs'>) => (
  <>
    {runs.map((run, at) => (
      <Run key={at} run={run} />
    ))}
  </>
);

/** Struck through or underlined; and said, since few screen readers tell of either. */
function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  if (kind === 'kept') return <>{text}</>;
  const Element = kind === 'removed' ? 'del' : 'ins';
  const words = text.trimEnd();
  return (
    <>
      <Element>
        <span class="sr-only">{kind === 'removed' ? t('diffRemoved') : t('diffAdded')} </span>
        {words}
        <span class="sr-only">{t('diffEnd')}</span>
      </Element>
      {text.slice(words.length)}
    </>
  );
}
