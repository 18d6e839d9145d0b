/** A note's entry with the values of its facets as numbers. */
import { createCodeBook, type CodeBook } from './code-book.ts';
import { FACETS, type Facet } from './filters.ts';
import type { NoteEntry } from './note-entry.ts';

export type NoteRecord = {
  readonly entry: NoteEntry;
  /** Of each facet the codes of its values, in the order of `FACETS`: none, one, or for tags several. */
  readonly facets: readonly (readonly number[])[];
  readonly article: number;
  readonly month: number;
};

export type CodeBooks = {
  readonly facets: { readonly [F in Facet]: CodeBook };
  readonly articles: CodeBook;
  readonly months: CodeBook;
};

export const createCodeBooks = (): CodeBooks => ({
  facets: {
    kind: createCodeBook(),
    tag: createCodeBook(),
    site: createCodeBook(),
    pack: createCodeBook(),
    state: createCodeBook(),
  },
  articles: createCodeBook(),
  months: createCodeBook(),
});

export function recordOf(entry: NoteEntry, books: CodeBooks): NoteRecord {
  return {
    entry,
    facets: FACETS.map((facet) => valuesOf(entry, facet).map(books.facets[facet].codeOf)),
    article: books.articles.codeOf(entry.article),
    month: books.months.codeOf(entry.month),
  };
}

function valuesOf(entry: NoteEntry, facet: Facet): readonly string[] {
  if (facet === 'tag') return entry.tags;
  const value = entry[facet];
  return value === null || value === '' ? [] : [value];
}
