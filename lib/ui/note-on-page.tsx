/** The way to a note on the page as a whole, and, where there is no room for the notes, to those there are. */
import type { NoteEvents, NotesView } from './noting.ts';
import { joined, plural, t } from './text.ts';

export const NOTE_ON_PAGE_ID = 'note-on-page';

export function NoteOnPage({ onNote }: Pick<NoteEvents, 'onNote'>) {
  return (
    <button type="button" id={NOTE_ON_PAGE_ID} onClick={() => onNote({ on: 'page' }, null)}>
      {t('noteThisPage')}
    </button>
  );
}

type NoteCountProps = { readonly notes: NotesView; readonly onPanel: () => void };

/** “3 notes on this page · 1 no longer found”; draws nothing where there are none. */
export function NoteCount({ notes, onPanel }: NoteCountProps) {
  if (notes.kind === 'failed') return <p class="meta">{t('notesFailed')}</p>;
  if (notes.kind === 'loading' || notes.notes.length === 0) return null;
  const gone = notes.notes.filter(({ state }) => state.kind === 'orphan').length;
  const count = joined(plural('notesOnPage', notes.notes.length), gone > 0 && plural('notesNotFound', gone));
  return (
    <button type="button" class="plain" aria-label={t('notesInPanel', count)} onClick={onPanel}>
      {count}
    </button>
  );
}
