/** The notes of the page beside: those that stand on it in reading order, and apart those whose words have gone. */
import { useRef } from 'preact/hooks';
import type { NoteId } from '@/lib/core/ids.ts';
import { NoteItem, noteElementId } from './note-item.tsx';
import { NOTE_ON_PAGE_ID, countInWords, isGone } from './note-on-page.tsx';
import type { NoteEvents, NotesView, PlacedNote } from './noting.ts';
import { t } from './text.ts';

const SUMMARY_ID = 'notes-of-page';

type NotesOfPageProps = {
  readonly notes: NotesView;
  readonly events: NoteEvents;
  /** BCP 47 of the article. */
  readonly language: string | null;
  /** Whether it stands open; the reader may fold it. */
  readonly open: boolean;
};

/** Draws nothing where there are none. */
export function NotesOfPage({ notes: view, events, language, open }: NotesOfPageProps) {
  if (view.kind === 'failed') return <p class="quiet">{t('notesFailed')}</p>;
  if (view.kind === 'loading' || view.notes.length === 0) return null;
  const { notes } = view;
  const gone = notes.filter(isGone);
  return (
    <details class="own-notes" open={open}>
      <summary id={SUMMARY_ID}>{countInWords(notes)}</summary>
      <NoteList notes={notes.filter((placed) => !isGone(placed))} language={language} events={events} />
      {gone.length > 0 && (
        <section class="orphans" aria-labelledby="orphans">
          <div class="row">
            <h2 id="orphans">{t('noteOrphans')}</h2>
            <button type="button" onClick={events.onSearchAgain}>
              {t('noteSearchAgain')}
            </button>
          </div>
          <p class="meta">{t('noteOrphansText')}</p>
          <p class="meta">{t('noteAttachHelp')}</p>
          <NoteList notes={gone} language={language} events={events} />
        </section>
      )}
    </details>
  );
}

type NoteListProps = Pick<NotesOfPageProps, 'events' | 'language'> & { readonly notes: readonly PlacedNote[] };

function NoteList({ notes, language, events }: NoteListProps) {
  if (notes.length === 0) return null;
  return (
    <ol class="note-list">
      {notes.map((placed) => (
        <li key={placed.note.id}>
          <NoteItem placed={placed} language={language} events={events} />
        </li>
      ))}
    </ol>
  );
}

/** Where the keyboard goes when the note it stood on is deleted: the next one, else the one before, else to the list's head. */
export function useNextPlace(view: NotesView | undefined) {
  const next = useRef<NoteId | null>(null);
  return {
    leave: (id: NoteId): void => {
      const notes = view?.kind === 'notes' ? view.notes : [];
      const at = notes.findIndex(({ note }) => note.id === id);
      next.current = (notes[at + 1] ?? notes[at - 1])?.note.id ?? null;
    },
    go: (): void => {
      const ids = [...(next.current === null ? [] : [noteElementId(next.current)]), SUMMARY_ID, NOTE_ON_PAGE_ID];
      ids
        .map((id) => document.getElementById(id))
        .find((element) => element !== null)
        ?.focus();
    },
  };
}
