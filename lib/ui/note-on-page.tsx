/** The way to a note on the page as a whole, and, where there is no room for the notes, to those there are. */
import type { NoteEvents, NotesView, PlacedNote } from './noting.ts';
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

/** Draws nothing where there are none. */
export function NoteCount({ notes, onPanel }: NoteCountProps) {
  if (notes.kind === 'failed') return <p class="meta">{t('notesFailed')}</p>;
  if (notes.kind === 'loading' || notes.notes.length === 0) return null;
  const count = countInWords(notes.notes);
  return (
    <button type="button" class="plain" aria-label={t('notesInPanel', count)} onClick={onPanel}>
      {count}
    </button>
  );
}

/** Its words are not on the page any more. A note on the page as a whole has none. */
export const isGone = ({ note, state }: PlacedNote): boolean => note.passage !== null && state.kind === 'orphan';

/** “3 notes on this page · 1 no longer found”. */
export function countInWords(notes: readonly PlacedNote[]): string {
  const gone = notes.filter(isGone).length;
  return joined(plural('notesOnPage', notes.length), gone > 0 && plural('notesNotFound', gone));
}
