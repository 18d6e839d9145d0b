/** What was noted and what stands there now. */
import { t } from './text.ts';

type NoteChangesProps = {
  readonly noted: string;
  readonly now: string;
  /** BCP 47 of the article. */
  readonly language: string | null;
};

export function NoteChanges({ noted, now, language }: NoteChangesProps) {
  return (
    <div class="where">
      <p>{t('noteChanged')}</p>
      <p lang={language ?? undefined} dir="auto">
        {noted} {now}
      </p>
    </div>
  );
}
