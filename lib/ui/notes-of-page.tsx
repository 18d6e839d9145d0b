/** The notes of the page beside: those that stand on it in reading order, and apart those whose words have gone. */
import { useEffect, useRef } from 'preact/hooks';
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

/** Where the keyboard goes when the note or the button that it stood on goes away. */
export function useNextPlace(view: NotesView | undefined) {
  const next = useRef<NoteId | null>(null);
  const held = useRef<string | null>(null);
  useEffect(() => {
    if (held.current === null || document.activeElement !== document.body) return;
    focusFirst(held.current, SUMMARY_ID, NOTE_ON_PAGE_ID);
    held.current = null;
  }, [view]);
  return {
    /** A note is to be deleted: the next one, else the one before, else the head of the list is where `go` leads. */
    leave: (id: NoteId): void => {
      const notes = view?.kind === 'notes' ? view.notes : [];
      const at = notes.findIndex(({ note }) => note.id === id);
      next.current = (notes[at + 1] ?? notes[at - 1])?.note.id ?? null;
    },
    go: (): void =>
      focusFirst(...(next.current === null ? [] : [noteElementId(next.current)]), SUMMARY_ID, NOTE_ON_PAGE_ID),
    /** A note may be listed elsewhere the next time; null: those not found may not be listed any more. */
    hold: (id: NoteId | null): void => {
      held.current = id === null ? SUMMARY_ID : noteElementId(id);
    },
  };
}

/** The first of these that is there. */
function focusFirst(...ids: readonly string[]): void {
  ids
    .map((id) => document.getElementById(id))
    .find((element) => element !== null)
    ?.focus();
}
