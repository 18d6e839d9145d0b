/** One of the reader's notes, beside the words it is on. Inside a closed shadow root on the page. */
import { useEffect, useRef } from 'preact/hooks';
import type { AnchorState, Note } from '@/lib/core/note.ts';
import { noteKindInWords } from './note-words.ts';
import { joined, t } from './text.ts';
import { withoutSigns } from './without-signs.ts';

export type NotePopoverProps = {
  readonly note: Pick<Note, 'body' | 'tags' | 'flag' | 'passage'>;
  readonly state: AnchorState;
  /** Opened by a key: the focus moves in. The caller puts it back on closing. */
  readonly takesFocus: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  /** Null where no mark stands under the note. */
  readonly onAccounts: (() => void) | null;
  readonly onClose: () => void;
};

export function NotePopover({ note, state, takesFocus, onEdit, onDelete, onAccounts, onClose }: NotePopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const kind = noteKindInWords(note);
  return (
    <div
      ref={box}
      class="popover note"
      role="dialog"
      aria-label={kind}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <div>
          <h2>{kind}</h2>
          {note.tags.length > 0 && <p>{joined(...note.tags)}</p>}
        </div>
        <button type="button" class="close" aria-label={t('close')} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {note.body !== '' && (
        <p class="body" dir="auto">
          {withoutSigns(note.body)}
        </p>
      )}
      {state.kind === 'changed' && <p class="quiet">{t('noteChangedHere')}</p>}
      <footer>
        <span class="buttons">
          <button type="button" onClick={onEdit}>
            {t('editAction')}
          </button>
          <button type="button" onClick={onDelete}>
            {t('deleteAction')}
          </button>
        </span>
        {onAccounts !== null && (
          <button type="button" class="plain" onClick={onAccounts}>
            {t('showAccounts')}
          </button>
        )}
      </footer>
    </div>
  );
}
