/** The list of notes: what is searched, what was found, what is active and selected. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { NO_FILTERS, isUnfiltered, type Filters } from '@/lib/finder/filters.ts';

import type { NoteSearch, NotesFound } from '@/lib/finder/note-finder.ts';
import { countIds, unpackIds } from '@/lib/finder/packed-ids.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { NoteLine, Shelf } from '@/lib/ui/shelf.ts';
import type { Finder } from './finder-link.ts';
import type { FinderState } from './use-finder.ts';
import { useLines } from './use-lines.ts';

/** Rows for the first screen, before the worker knows anything. */
const FIRST = 40;
/** What is kept from the visit before lacks only what was written since. */
const NEARLY_ALL = 0.99;
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
  const lines = useLines((wanted: readonly NoteId[]) => readLines(library, wanted), state.version, onError);
  const { found, ids } = useFound(search, { library, finder, state, onError }, lines.seed);
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

/** The first rows straight from the disk; the worker is asked when they are there, so that it does not hold them up. */
function useFound(
  search: NoteSearch,
  { library, finder, state, onError }: ShelfSources,
  seed: (lines: ReadonlyMap<NoteId, NoteLine>) => void,
) {
  const [answer, setAnswer] = useState<{ readonly found: NotesFound; readonly isWhole: boolean } | null>(null);
  const { progress } = state;
  // The worker takes notes up in no order: of half of them, the newest are not the newest.
  const knowsThem = progress !== null && progress.done >= NEARLY_ALL * progress.of;
  const [first, setFirst] = useState<readonly NoteId[] | null>(search.inBin ? [] : null);
  useEffect(() => {
    const failed = (cause: unknown): void => {
      onError(cause);
      setFirst([]);
    };
    if (!search.inBin) firstLines(library).then(show, failed);
    function show(lines: ReadonlyMap<NoteId, NoteLine>): void {
      seed(lines);
      setFirst([...lines.keys()]);
    }
  }, []);
  useEffect(() => {
    const show = (found: NotesFound) => setAnswer({ found, isWhole: knowsThem });
    if (first !== null) finder.notes(search).then(show, onError);
  }, [search, state.version, first, knowsThem]);
  const isAtStart = search.text === '' && isUnfiltered(search.filters) && search.sort === 'newest';
  const isTooSoon = isAtStart && answer?.isWhole !== true && first !== null && first.length > 0;
  const shown = isTooSoon ? null : (answer?.found ?? null);
  const ids = useMemo<Ids>(() => {
    if (shown !== null) return { count: countIds(shown.ids), at: (from, to) => unpackIds(shown.ids, from, to) };
    return { count: isAtStart ? (first ?? []).length : 0, at: (from, to) => (first ?? []).slice(from, to) };
  }, [shown, first, isAtStart]);
  return { found: answer?.found ?? null, ids };
}

async function firstLines(library: Library): Promise<ReadonlyMap<NoteId, NoteLine>> {
  return withArticles(library, await library.noteListing.newest(FIRST));
}

async function readLines(library: Library, wanted: readonly NoteId[]): Promise<ReadonlyMap<NoteId, NoteLine>> {
  return withArticles(library, await library.noteListing.rows(wanted));
}

async function withArticles(library: Library, notes: readonly Note[]): Promise<ReadonlyMap<NoteId, NoteLine>> {
  const articles = await library.articleListing.rows([...new Set(notes.map(({ article }) => article))]);
  const byKey = new Map(articles.flatMap((article) => article.keys.map((key) => [key, article] as const)));
  return new Map(notes.map((note) => [note.id, { note, article: byKey.get(note.article) ?? null }]));
}
