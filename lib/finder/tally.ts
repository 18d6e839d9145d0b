/** Counts of what was found, for the facets and the months. */
import { FACETS, type Facet } from './filters.ts';
import type { CodeBooks, NoteRecord } from './note-record.ts';

/** How many notes would be left with the value, most first. */
export type Counts = readonly (readonly [value: string, notes: number])[];
/** Of what was found; of each facet as if it did not narrow, so that its other values can be chosen too. */
export type FacetCounts = { readonly [F in Facet]: Counts };

export type Tally = {
  /** `failed`: the place in `FACETS` of the one facet that shuts the note out; null: it was found. */
  readonly add: (note: NoteRecord, failed: number | null) => void;
  readonly counts: () => { readonly facets: FacetCounts; readonly months: Counts };
};

/** Values of one facet that go to the page: nobody reads ten thousand sites; the search knows them all. */
const MOST_VALUES = 300;
const TAG = FACETS.indexOf('tag');

export function createTally(books: CodeBooks): Tally {
  const counts = FACETS.map((facet) => new Int32Array(books.facets[facet].values.length));
  const months = new Int32Array(books.months.values.length);
  const add = ({ facets }: NoteRecord, facet: number): void => {
    const count = counts[facet];
    if (count !== undefined) for (const code of facets[facet] ?? []) count[code] = (count[code] ?? 0) + 1;
  };
  const of = (facet: Facet): Counts =>
    counted(books.facets[facet].values, counts[FACETS.indexOf(facet)])
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST_VALUES);

  return {
    add(note, failed) {
      // All tags must be there, so a note that lacks one is not left over by another.
      if (failed === TAG) return;
      if (failed !== null) {
        add(note, failed);
        return;
      }
      months[note.month] = (months[note.month] ?? 0) + 1;
      for (let facet = 0; facet < counts.length; facet += 1) add(note, facet);
    },
    counts: () => ({
      facets: { kind: of('kind'), tag: of('tag'), site: of('site'), pack: of('pack'), state: of('state') },
      months: counted(books.months.values, months).sort(([a], [b]) => (a < b ? -1 : 1)),
    }),
  };
}

function counted(values: readonly string[], counts: Int32Array | undefined): (readonly [string, number])[] {
  return values.flatMap((value, code) => {
    const count = counts?.[code] ?? 0;
    return count === 0 ? [] : [[value, count] as const];
  });
}
