/** What narrows the list of notes besides words: one choice for each facet, and when they were made. */
import { foldWords } from './fold-words.ts';

export const FACETS = ['kind', 'tag', 'site', 'pack', 'state'] as const;
export type Facet = (typeof FACETS)[number];

/** Of a facet any of the values will do, but a note must have all of the tags. No values: no matter. */
export type Filters = { readonly [F in Facet]: readonly string[] } & {
  /** Milliseconds since 1970; made at that moment or later, made before it. */
  readonly after: number | null;
  readonly before: number | null;
};

export const NO_FILTERS: Filters = { kind: [], tag: [], site: [], pack: [], state: [], after: null, before: null };

export const isUnfiltered = ({ after, before, ...facets }: Filters): boolean =>
  after === null && before === null && FACETS.every((facet) => facets[facet].length === 0);

/** Both together: for each facet the values of both. */
export function narrowed(a: Filters, b: Filters): Filters {
  const facets = FACETS.map((facet): [Facet, readonly string[]] => [facet, [...new Set([...a[facet], ...b[facet]])]]);
  return {
    ...NO_FILTERS,
    ...Object.fromEntries(facets),
    after: latest(a.after, b.after),
    before: earliest(a.before, b.before),
  };
}

const latest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
const earliest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));

/** Null: this facet does not narrow. Else for each wanted value, or for all together, which codes will do. */
export type FacetTest = readonly (readonly boolean[])[] | null;

/** Of each facet, in the order of `FACETS`. Each value is judged once, however many notes have it. */
export function facetTests(filters: Filters, valuesOf: (facet: Facet) => readonly string[]): readonly FacetTest[] {
  return FACETS.map((facet) => {
    const wanted = filters[facet];
    if (wanted.length === 0) return null;
    const allowed = (one: readonly string[]) =>
      valuesOf(facet).map((value) => one.some((want) => isMeant(facet, want, value)));
    // All of the tags, but any of the kinds.
    return facet === 'tag' ? wanted.map((tag) => allowed([tag])) : [allowed(wanted)];
  });
}

export const passes = (test: FacetTest, codes: readonly number[]): boolean =>
  test === null || test.every((allowed) => codes.some((code) => allowed[code] === true));

/** `site:island` means news.island.example too. */
function isMeant(facet: Facet, wanted: string, value: string): boolean {
  return facet === 'site' ? `.${value}`.includes(`.${wanted.toLowerCase()}`) : foldWords(value) === foldWords(wanted);
}
