/** Every note of the library in memory, searched by going through all of them: docs/adr/0012. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import { facetTests, narrowed, passes, type FacetTest, type Filters } from './filters.ts';
import type { ArticleEntry, NoteEntry, NoteState } from './note-entry.ts';
import { byArticle, idsAt, newestFirst, ranksByTitle, type NoteOrder } from './note-order.ts';
import { createCodeBooks, recordOf, type NoteRecord } from './note-record.ts';
import { parseQuery } from './parse-query.ts';
import { createTally, type Counts, type FacetCounts } from './tally.ts';
import { wordTest } from './word-test.ts';

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

export type NotesFound = {
  /** Packed, in order; see packed-ids.ts. */
  readonly ids: Uint8Array<ArrayBuffer>;
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
  const books = createCodeBooks();
  const notes = new Map<NoteId, NoteRecord>();
  const articles = new Map<string, ArticleEntry>();
  const articleAt = (number: number): ArticleEntry | undefined => articles.get(books.articles.values[number] ?? '');
  // Made anew after a change, when they are needed.
  let order: NoteOrder | null = null;
  let ranks: Int32Array | null = null;
  const put = (entry: NoteEntry): void => {
    notes.set(entry.id, recordOf(entry, books));
    order = null;
  };
  const ranked = (): Int32Array => {
    const keys = books.articles.values;
    if (ranks?.length !== keys.length) ranks = ranksByTitle(keys, (at) => articleAt(at)?.title ?? keys[at] ?? '');
    return ranks;
  };

  function find({ text, filters, sort, inBin }: NoteSearch): NotesFound {
    const query = parseQuery(text);
    const all = narrowed(filters, query.filters);
    const inOrder = (order ??= newestFirst(notes.values()));
    const says = wordTest(query, books.articles.values.length, (number) => articleAt(number)?.words ?? '');
    const tests = facetTests(all, (facet) => books.facets[facet].values);
    const tally = createTally(books);
    const found: number[] = [];
    let of = 0;
    inOrder.notes.forEach((note, place) => {
      if (note.entry.isBinned !== inBin) return;
      of += 1;
      if (!isMadeWithin(note.entry, all)) return;
      const failed = failedFacet(note, tests);
      if (failed === 'several' || !says(note)) return;
      if (failed === null) found.push(place);
      tally.add(note, failed);
    });
    if (sort === 'oldest') found.reverse();
    const places = sort === 'article' ? byArticle(inOrder, found, ranked()) : found;
    return { ids: idsAt(inOrder, places), of, ...tally.counts() };
  }

  return {
    put(note) {
      const before = notes.get(note.id)?.entry;
      put(before !== undefined && note.state === 'unseen' ? { ...note, state: before.state ?? note.state } : note);
    },
    drop(id) {
      if (notes.delete(id)) order = null;
    },
    putArticle(article) {
      for (const key of article.keys) articles.set(key, article);
      ranks = null;
    },
    dropArticle(key) {
      for (const alias of articles.get(key)?.keys ?? []) articles.delete(alias);
      ranks = null;
    },
    articles: () => new Set(articles.values()),
    setState(id, state) {
      const note = notes.get(id)?.entry;
      if (note !== undefined && note.state !== null && note.state !== state) put({ ...note, state });
    },
    get: (id) => notes.get(id)?.entry,
    ids: () => notes.keys(),
    size: () => notes.size,
    find,
    perArticle: () => countedByArticle(notes.values()),
  };
}

const isMadeWithin = ({ created }: NoteEntry, { after, before }: Filters): boolean =>
  (after === null || created >= after) && (before === null || created < before);

/** The place of the one facet that shuts the note out. */
function failedFacet({ facets }: NoteRecord, tests: readonly FacetTest[]): number | 'several' | null {
  let failed: number | null = null;
  for (let facet = 0; facet < tests.length; facet += 1) {
    const test = tests[facet] ?? null;
    if (test === null || passes(test, facets[facet] ?? [])) continue;
    if (failed !== null) return 'several';
    failed = facet;
  }
  return failed;
}

function countedByArticle(notes: Iterable<NoteRecord>): ReadonlyMap<ArticleKey, number> {
  const counts = new Map<ArticleKey, number>();
  for (const { entry } of notes) if (!entry.isBinned) counts.set(entry.article, (counts.get(entry.article) ?? 0) + 1);
  return counts;
}
