/** The library's notes and flags, or its bin: the list at one side, the note that is open at the other. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { passageLink } from '@/lib/card/text-fragment.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import type { Library } from '@/lib/storage/library.ts';
import { sectionHref } from '@/lib/ui/library-route.ts';
import { NoteFacets } from '@/lib/ui/note-facets.tsx';
import { NoteInFull } from '@/lib/ui/note-in-full.tsx';
import { NoteStatistics } from '@/lib/ui/note-statistics.tsx';
import { noteName } from '@/lib/ui/note-words.ts';
import { NotesShelf, focusList } from '@/lib/ui/notes-shelf.tsx';
import { ShelfNotice } from '@/lib/ui/shelf-notice.tsx';
import type { ExchangeSlot, Shelf, ShelfNotice as Notice } from '@/lib/ui/shelf.ts';
import { t } from '@/lib/ui/text.ts';
import { binOne, restoreOne } from './change-notes.ts';
import type { Finder } from './finder-link.ts';
import { shelfEvents } from './shelf-events.ts';
import { useShownFromItsTop } from './use-shown-from-its-top.ts';
import { useOpenNote, type OpenState } from './use-open-note.ts';
import type { FinderState } from './use-finder.ts';
import { useShelf, type ShelfState } from './use-shelf.ts';

/** Which notes a control for export acts on: those selected, else all that are shown. */
export type NotesMeant = { readonly of: 'selected' | 'shown'; readonly ids: () => readonly NoteId[] };
export type ExchangeControl = (meant: NotesMeant) => ExchangeSlot;

export type NotesPageProps = {
  readonly section: 'notes' | 'bin';
  readonly id: NoteId | null;
  readonly library: Library;
  readonly finder: Finder;
  readonly state: FinderState;
  readonly exchange?: ExchangeControl | undefined;
  /** Notes that were changed in two places. */
  readonly conflicts: ReadonlySet<string>;
  readonly onError: (cause: unknown) => void;
  readonly frame: (aside: ComponentChildren, content: ComponentChildren) => ComponentChildren;
};

export function NotesPage({ section, id, library, exchange, conflicts, frame, ...sources }: NotesPageProps) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const shelved = useShelf(section === 'bin', { library, ...sources });
  const { shelf } = shelved;
  const pane = useShownFromItsTop(id);
  const { open, events: editing } = useOpenNote(id, library, setNotice, sources.onError);
  const leave = () => {
    location.hash = sectionHref(section);
    focusList();
  };
  const events = shelfEvents({
    shelved,
    section,
    isOpen: id !== null,
    listing: library.noteListing,
    notice,
    notify: setNotice,
    leave,
  });
  const remove = (note: Note) => {
    leave();
    void binOne(note.id, noteName(note), setNotice);
  };
  return frame(
    <NoteFacets filters={shelf.search.filters} facets={shelf.found?.facets ?? null} onFilters={shelved.filter} />,
    <>
      <NotesShelf
        shelf={shelf}
        open={id}
        events={events}
        conflicts={conflicts}
        exchange={section === 'bin' ? undefined : exchange?.(meantOf(shelved))}
      />
      <main
        ref={pane}
        class="item-pane"
        tabIndex={-1}
        onKeyDown={({ key, target }) => {
          if (key === 'Escape' && id !== null && !isTyping(target)) leave();
        }}
      >
        {id !== null && (
          <a class="back" href={sectionHref(section)} onClick={() => setTimeout(focusList)}>
            {t('backToList')}
          </a>
        )}
        {sources.state.failed && <p class="notice">{t('libraryUnreadable')}</p>}
        <Item
          open={id === null ? null : open}
          shelf={shelf}
          conflicts={conflicts}
          events={{
            ...editing,
            onShow: (note) => void showOnPage(note).catch(sources.onError),
            onDelete: remove,
            onRestore: (note) => void restoreOne(note.id, setNotice),
          }}
        />
      </main>
      <ShelfNotice notice={notice} onDismiss={() => setNotice(null)} />
    </>,
  );
}

const meantOf = ({ shelf: { selected, count }, idsAt }: ShelfState): NotesMeant =>
  selected.size > 0 ? { of: 'selected', ids: () => [...selected] } : { of: 'shown', ids: () => idsAt(0, count) };

type ItemProps = {
  readonly open: OpenState;
  readonly shelf: Shelf;
  readonly conflicts: ReadonlySet<string>;
  readonly events: Parameters<typeof NoteInFull>[0]['events'];
};

/** The section of the options in which such notes are settled. */
const SETTLED_AT = '/options.html#sync';

/** Where no note is open: what those that are shown amount to. */
function Item({ open, shelf, conflicts, events }: ItemProps) {
  if (open === 'missing') return <p class="quiet">{t('noteGone')}</p>;
  if (open !== null) {
    const { id } = open.note;
    return <NoteInFull key={id} open={open} events={events} conflictHref={conflicts.has(id) ? SETTLED_AT : null} />;
  }
  const { found, count } = shelf;
  return found === null || count === 0 ? null : <NoteStatistics count={count} {...found} />;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, form') !== null;

/** Words by which the browser can find the passage, few enough that an edit further on does not matter. */
const MOST_WORDS = 8;

async function showOnPage({ url, passage }: Note): Promise<void> {
  const words = passage?.exact.trim().split(/\s+/).slice(0, MOST_WORDS).join(' ') ?? '';
  await browser.tabs.create({ url: passageLink(url, [words]) ?? url });
}
