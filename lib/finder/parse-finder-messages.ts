/** What comes from the other side, as it arrives. */
import { articleKey } from '@/lib/core/parse-note.ts';
import { ParseError, count, finite, list, oneOf, orNull, record, text } from '@/lib/core/parse.ts';
import { FACETS, type Facet, type Filters } from './filters.ts';
import type { FinderAsk, FinderSay } from './finder-messages.ts';
import { SORTS, type NoteSearch } from './note-finder.ts';
import type { Counts, FacetCounts } from './tally.ts';

export function parseFinderAsk(value: unknown): FinderAsk {
  const message = record(value, 'ask');
  const number = count(message.number, 'ask.number');
  const ask = oneOf(['notes', 'articles'], message.ask, 'ask.ask');
  return ask === 'notes'
    ? { ask, number, search: noteSearch(message.search) }
    : { ask, number, text: text(message.text, 'ask.text') };
}

function noteSearch(value: unknown): NoteSearch {
  const search = record(value, 'search');
  return {
    text: text(search.text, 'search.text'),
    filters: filters(search.filters),
    sort: oneOf(SORTS, search.sort, 'search.sort'),
    inBin: search.inBin === true,
  };
}

function filters(value: unknown): Filters {
  const given = record(value, 'filters');
  const values = (facet: Facet) => list(given[facet], `filters.${facet}`, text);
  return {
    kind: values('kind'),
    tag: values('tag'),
    site: values('site'),
    pack: values('pack'),
    state: values('state'),
    after: orNull(given.after, 'filters.after', finite),
    before: orNull(given.before, 'filters.before', finite),
  };
}

export function parseFinderSay(value: unknown): FinderSay {
  const message = record(value, 'say');
  const say = oneOf(['notes', 'articles', 'progress', 'changed', 'failed'], message.say, 'say.say');
  const number = (name: string): number => count(message[name], `say.${name}`);
  switch (say) {
    case 'notes':
      return {
        say,
        number: number('number'),
        ids: bytes(message.ids),
        of: number('of'),
        facets: facetCounts(message.facets),
        months: counts(message.months, 'say.months'),
      };
    case 'articles':
      return {
        say,
        number: number('number'),
        articles: list(message.articles, 'say.articles', (entry, at) => pair(entry, at, articleKey), Infinity),
        of: number('of'),
        textsSearched: number('textsSearched'),
      };
    case 'progress':
      return { say, done: number('done'), of: number('of') };
    case 'changed':
      return { say };
    case 'failed':
      return { say, message: text(message.message, 'say.message') };
  }
}

function facetCounts(value: unknown): FacetCounts {
  const given = record(value, 'facets');
  const [kind = [], tag = [], site = [], pack = [], state = []] = FACETS.map((facet) => counts(given[facet], facet));
  return { kind, tag, site, pack, state };
}

const counts = (value: unknown, path: string): Counts => list(value, path, (entry, at) => pair(entry, at, text));

function pair<T>(value: unknown, path: string, first: (value: unknown, path: string) => T): readonly [T, number] {
  if (!Array.isArray(value)) throw new ParseError(path, 'a pair');
  return [first(value[0], path), count(value[1], path)];
}

function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer))
    throw new ParseError('say.ids', 'bytes');
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}
