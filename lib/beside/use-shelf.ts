/** The list of notes: what is searched, what was found, what is active and selected. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NoteId } from '@/lib/core/ids.ts';
import { NO_FILTERS, isUnfiltered, type Filters } from '@/lib/finder/filters.ts';
import type { NotesAnswer } from '@/lib/finder/finder-messages.ts';
import type { NoteSearch } from '@/lib/finder/note-finder.ts';
import { countIds, unpackIds } from '@/lib/finder/packed-ids.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { NoteLine, Shelf } from '@/lib/ui/shelf.ts';
import type { Finder } from './finder-link.ts';
import type { FinderState } from './use-finder.ts';
import { useLines } from './use-lines.ts';

/** Rows for the first screen, before the worker knows anything. */
const FIRST = 100;
const NONE: ReadonlySet<NoteId> = new Set();

export type ShelfState = {
  readonly shelf: Shelf;
  readonly idsAt: (from: number, to: number) => NoteId[];
  readonly find: (change: Partial<NoteSearch>) => void;
  readonly filter: (change: Partial<Filters>) => void;
  readonly want: (from: number, to: number) => void;
  readonly activate: (place: number) => void;
  readonly select: (ids: ReadonlySet<NoteId>) => void;
  /** Selects all from where the selection began. */
  readonly extend: (place: number) => void;
};

type ShelfSources = {
  readonly library: Library;
  readonly finder: Finder;
  readonly state: FinderState;
  readonly onError: (cause: unknown) => void;
};

export function useShelf(inBin: boolean, { library, finder, state, onError }: ShelfSources): ShelfState {
  const [search, setSearch] = useState<NoteSearch>({ text: '', filters: NO_FILTERS, sort: 'newest', inBin });
  const [active, setActive] = useState(0);
  const [origin, setOrigin] = useState(0);
  const [selected, setSelected] = useState(NONE);
  const { found, ids } = useFound(search, { library, finder, state, onError });
  const lines = useLines((wanted: readonly NoteId[]) => readLines(library, wanted), state.version, onError);
  const count = ids.count;
  const activate = (place: number) => {
    setActive(place);
    setOrigin(place);
  };
  const find = (change: Partial<NoteSearch>) => {
    setSearch((before) => ({ ...before, ...change }));
    activate(0);
    setSelected(NONE);
  };
  const within = Math.min(active, count - 1);
  return {
    shelf: {
      search,
      found,
      count,
      progress: state.progress,
      active: within,
      selected,
      idAt: (place) => ids.at(place, place + 1)[0] ?? null,
      lineOf: lines.of,
    },
    idsAt: ids.at,
    find,
    filter: (change) => find({ filters: { ...search.filters, ...change } }),
    want: (from, to) => lines.want(ids.at(from, to)),
    activate,
    select: setSelected,
    extend(place) {
      setActive(place);
      setSelected(new Set(ids.at(Math.min(origin, place), Math.max(origin, place) + 1)));
    },
  };
}

type Ids = { readonly count: number; readonly at: (from: number, to: number) => NoteId[] };

function useFound(search: NoteSearch, { library, finder, state, onError }: ShelfSources) {
  const [answer, setAnswer] = useState<NotesAnswer | null>(null);
  const [first, setFirst] = useState<readonly NoteId[]>([]);
  useEffect(() => {
    if (!search.inBin) library.noteListing.newest(FIRST).then((notes) => setFirst(notes.map(({ id }) => id)), onError);
  }, []);
  useEffect(() => void finder.notes(search).then(setAnswer, onError), [search, state.version]);
  const isAtStart = search.text === '' && isUnfiltered(search.filters) && search.sort === 'newest';
  // Before it knows all, the worker knows some notes, and not the newest of them.
  const isTooSoon = isAtStart && first.length > 0 && (answer?.of ?? 0) < (state.progress?.of ?? Infinity);
  const shown = isTooSoon ? null : answer;
  const ids = useMemo<Ids>(() => {
    if (shown !== null) return { count: countIds(shown.ids), at: (from, to) => unpackIds(shown.ids, from, to) };
    return { count: isAtStart ? first.length : 0, at: (from, to) => first.slice(from, to) };
  }, [shown, first, isAtStart]);
  return { found: answer, ids };
}

async function readLines(library: Library, wanted: readonly NoteId[]): Promise<ReadonlyMap<NoteId, NoteLine>> {
  const notes = await library.noteListing.rows(wanted);
  const articles = await library.articleListing.rows([...new Set(notes.map(({ article }) => article))]);
  const byKey = new Map(articles.flatMap((article) => article.keys.map((key) => [key, article] as const)));
  return new Map(notes.map((note) => [note.id, { note, article: byKey.get(note.article) ?? null }]));
}
