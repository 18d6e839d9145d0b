/** What narrows the list of notes besides words: one choice for each facet, and when they were made. */
import type { NoteEntry } from './note-entry.ts';
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

export type FacetTest = { readonly facet: Facet; readonly passes: (entry: NoteEntry) => boolean };

/** Only facets that narrow; made once for a search, so that a hundred thousand notes are tried quickly. */
export function facetTests(filters: Filters): FacetTest[] {
  return FACETS.filter((facet) => filters[facet].length > 0).map((facet) => ({
    facet,
    passes: testOf(facet, filters[facet]),
  }));
}

function testOf(facet: Facet, values: readonly string[]): (entry: NoteEntry) => boolean {
  const wanted = values.map(foldWords);
  const any = remembered((value) => wanted.includes(foldWords(value)));
  const among = remembered((site) => values.some((value) => isPartOf(value, site)));
  switch (facet) {
    case 'tag':
      return ({ tags }) => wanted.every((tag) => tags.some((own) => foldWords(own) === tag));
    case 'site':
      // `site:island` finds news.island.example too.
      return ({ site }) => among(site);
    case 'kind':
      return ({ kind }) => any(kind);
    case 'pack':
      return ({ pack }) => pack !== null && any(pack);
    case 'state':
      return ({ state }) => state !== null && any(state);
  }
}

const isPartOf = (value: string, site: string): boolean => `.${site}`.includes(`.${value.toLowerCase()}`);

/** Few values and many notes: each value is judged once. */
function remembered(judge: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const verdict = judge(value);
    known.set(value, verdict);
    return verdict;
  };
}
