/** What was noted against what stands there now, word by word, and in words what the meaning turns on. */
import { useMemo, useState } from 'preact/hooks';
import { wordDiff, type DiffRun, type TellingChange } from '@/lib/anchor/word-diff.ts';
import { DiffWords } from './diff-words.tsx';
import { UnfoldButton } from './note-text.tsx';
import { cutShort } from './note-words.ts';
import { t, type MessageKey } from './text.ts';

/** Characters shown before the rest is asked for. */
const MOST = 600;

type NoteChangesProps = {
  readonly noted: string;
  readonly now: string;
  /** BCP 47 of the article. */
  readonly language: string | null;
};

export function NoteChanges({ noted, now, language }: NoteChangesProps) {
  const { runs, changes } = useMemo(() => wordDiff(noted, now), [noted, now]);
  const [whole, setWhole] = useState(false);
  const beginning = useMemo(() => beginningOf(runs), [runs]);
  return (
    <div class="changes">
      <p class="where">{t('noteChanged')}</p>
      <DiffWords runs={whole ? runs : beginning} language={language} />
      {lengthOf(runs) > MOST && <UnfoldButton whole={whole} onWhole={setWhole} />}
      {changes.length > 0 && (
        <ul class="where" aria-label={t('changesInWords')}>
          {changes.map((change) => (
            <li key={JSON.stringify(change)} dir="auto">
              {changeInWords(change)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const lengthOf = (runs: readonly DiffRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

function beginningOf(runs: readonly DiffRun[]): readonly DiffRun[] {
  const shown: DiffRun[] = [];
  let left = MOST;
  for (const run of runs) {
    if (left <= 0) break;
    shown.push({ ...run, text: cutShort(run.text, left) });
    left -= run.text.length;
  }
  return shown;
}

const KIND = {
  number: 'changedNumber',
  date: 'changedDate',
  name: 'changedName',
  negation: 'changedNegation',
} as const satisfies Record<TellingChange['kind'], MessageKey>;

/** “Number: “1,500” is now “1,800””. */
function changeInWords({ kind, noted, now }: TellingChange): string {
  const what = t(KIND[kind]);
  if (now === null) return t('changeGone', what, noted ?? '');
  return noted === null ? t('changeNew', what, now) : t('changeNow', what, noted, now);
}
