/** Every note of the library in memory, searched by going through all: quicker than an index up to some 100,000; docs/adr/0012. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import { hasWordFrom } from './fold-words.ts';
import { FACETS, facetTests, narrowed, type Facet, type FacetTest, type Filters } from './filters.ts';
import type { ArticleEntry, NoteEntry, NoteState } from './note-entry.ts';
import { parseQuery, type Query } from './parse-query.ts';

export const SORTS = ['newest', 'oldest', 'article'] as const;
export type Sort = (typeof SORTS)[number];

export type NoteSearch = {
  /** As the reader typed it. */
  readonly text: string;
  readonly filters: Filters;
  readonly sort: Sort;
  /** Look in the bin, and nowhere else. */
  readonly inBin: boolean;
};

/** How many notes would be left with the value, most first. */
export type Counts = readonly (readonly [value: string, notes: number])[];
/** Of what was found; of each facet as if it did not narrow, so that its other values can be chosen too. */
export type FacetCounts = { readonly [F in Facet]: Counts };

export type NotesFound = {
  readonly notes: readonly NoteEntry[];
  /** In all, before words and filters. */
  readonly of: number;
  readonly facets: FacetCounts;
  /** Notes made in each month, the earliest first. */
  readonly months: Counts;
};

export type NoteFinder = {
  readonly put: (note: NoteEntry) => void;
  readonly drop: (note: NoteId) => void;
  readonly putArticle: (article: ArticleEntry) => void;
  readonly dropArticle: (key: ArticleKey) => void;
  readonly articles: () => ReadonlySet<ArticleEntry>;
  readonly setState: (note: NoteId, state: NoteState) => void;
  readonly get: (note: NoteId) => NoteEntry | undefined;
  readonly ids: () => Iterable<NoteId>;
  readonly size: () => number;
  readonly find: (search: NoteSearch) => NotesFound;
  /** Notes of each article, without those in the bin. */
  readonly perArticle: () => ReadonlyMap<ArticleKey, number>;
};

export function createNoteFinder(): NoteFinder {
  const notes = new Map<NoteId, NoteEntry>();
  const articles = new Map<ArticleKey, ArticleEntry>();
  /** Newest first; made anew after a change, when it is needed. */
  let newest: NoteEntry[] | null = null;
  const inOrder = (): NoteEntry[] => (newest ??= [...notes.values()].sort(byNewest));

  return {
    put(note) {
      const before = notes.get(note.id);
      notes.set(
        note.id,
        before !== undefined && note.state === 'unseen' ? { ...note, state: before.state ?? note.state } : note,
      );
      newest = null;
    },
    drop(id) {
      if (notes.delete(id)) newest = null;
    },
    putArticle(article) {
      for (const key of article.keys) articles.set(key, article);
    },
    dropArticle(key) {
      for (const alias of articles.get(key)?.keys ?? []) articles.delete(alias);
    },
    articles: () => new Set(articles.values()),
    setState(id, state) {
      const note = notes.get(id);
      if (note === undefined || note.state === null || note.state === state) return;
      notes.set(id, { ...note, state });
      newest = null;
    },
    get: (id) => notes.get(id),
    ids: () => notes.keys(),
    size: () => notes.size,
    find: (search) => find(inOrder(), articles, search),
    perArticle: () => countedByArticle(notes.values()),
  };
}

const byNewest = (a: NoteEntry, b: NoteEntry): number => b.created - a.created || (a.id < b.id ? -1 : 1);

function find(
  inOrder: readonly NoteEntry[],
  articles: ReadonlyMap<ArticleKey, ArticleEntry>,
  { text, filters, sort, inBin }: NoteSearch,
): NotesFound {
  const query = parseQuery(text);
  const all = narrowed(filters, query.filters);
  const tests = facetTests(all);
  const says = wordTest(query, articles);
  const tally = createTally();
  const found: NoteEntry[] = [];
  let of = 0;
  for (const note of inOrder) {
    if (note.isBinned !== inBin) continue;
    of += 1;
    if (!isMadeWithin(note, all) || !says(note)) continue;
    const failed = failedFacet(note, tests);
    if (failed === 'several') continue;
    if (failed === null) found.push(note);
    tally.add(note, failed);
  }
  return { notes: sorted(found, sort, articles), of, ...tally.counts() };
}

const isMadeWithin = ({ created }: NoteEntry, { after, before }: Filters): boolean =>
  (after === null || created >= after) && (before === null || created < before);

function failedFacet(note: NoteEntry, tests: readonly FacetTest[]): Facet | 'several' | null {
  let failed: Facet | null = null;
  for (const { facet, passes } of tests) {
    if (passes(note)) continue;
    if (failed !== null) return 'several';
    failed = facet;
  }
  return failed;
}

/** Each word may stand in the note or in what is known of its article. */
function wordTest({ words, phrases }: Query, articles: ReadonlyMap<ArticleKey, ArticleEntry>) {
  const tests = [
    ...words.map((word) => (text: string) => hasWordFrom(text, word)),
    ...phrases.map((phrase) => (text: string) => text.includes(phrase)),
  ].map((has) => ({ has, inArticle: new Map<ArticleKey, boolean>() }));
  return (note: NoteEntry): boolean =>
    tests.every(({ has, inArticle }) => {
      if (has(note.words)) return true;
      let known = inArticle.get(note.article);
      if (known === undefined) inArticle.set(note.article, (known = has(articles.get(note.article)?.words ?? '')));
      return known;
    });
}

function sorted(notes: NoteEntry[], sort: Sort, articles: ReadonlyMap<ArticleKey, ArticleEntry>): NoteEntry[] {
  if (sort === 'newest') return notes;
  if (sort === 'oldest') return notes.reverse();
  const keys = [...new Set(notes.map(({ article }) => article))];
  const titled = keys.map((key) => ({ key, title: articles.get(key)?.title ?? key }));
  const { compare } = new Intl.Collator();
  titled.sort((a, b) => compare(a.title, b.title) || (a.key < b.key ? -1 : 1));
  const places = new Map(titled.map(({ key }, place) => [key, place]));
  const placeOf = ({ article }: NoteEntry): number => places.get(article) ?? 0;
  return notes.sort((a, b) => placeOf(a) - placeOf(b) || a.created - b.created);
}

/** Counts what was found; a note that one facet alone shuts out still counts for that facet. */
function createTally() {
  const counts: { readonly [F in Facet]: Map<string, number> } = {
    kind: new Map(),
    tag: new Map(),
    site: new Map(),
    pack: new Map(),
    state: new Map(),
  };
  const months = new Map<string, number>();
  return {
    add(note: NoteEntry, failed: Facet | null) {
      // All tags must be there, so a note that lacks one is not left over by another.
      if (failed === 'tag') return;
      if (failed === null) count(months, note.month);
      for (const facet of failed === null ? FACETS : [failed])
        for (const value of valuesOf(note, facet)) count(counts[facet], value);
    },
    counts: () => ({
      facets: {
        kind: mostFirst(counts.kind),
        tag: mostFirst(counts.tag),
        site: mostFirst(counts.site),
        pack: mostFirst(counts.pack),
        state: mostFirst(counts.state),
      },
      months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
  };
}

function valuesOf(note: NoteEntry, facet: Facet): readonly string[] {
  if (facet === 'tag') return note.tags;
  const value = note[facet];
  return value === null || value === '' ? NONE : [value];
}

const NONE: readonly string[] = [];
/** Values of one facet that go to the page: nobody reads ten thousand sites; the search knows them all. */
const MOST_VALUES = 300;

const mostFirst = (counts: ReadonlyMap<string, number>): Counts =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_VALUES);

function count<K>(counts: Map<K, number>, value: K): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function countedByArticle(notes: Iterable<NoteEntry>): ReadonlyMap<ArticleKey, number> {
  const counts = new Map<ArticleKey, number>();
  for (const note of notes) if (!note.isBinned) count(counts, note.article);
  return counts;
}
