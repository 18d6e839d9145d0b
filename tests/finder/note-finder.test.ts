import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '@/lib/core/note.ts';
import { FACETS, NO_FILTERS, type Filters } from '@/lib/finder/filters.ts';
import { foldWords } from '@/lib/finder/fold-words.ts';
import { entryOfArticle, entryOfNote } from '@/lib/finder/note-entry.ts';
import { createNoteFinder, type NoteFinder, type NoteSearch } from '@/lib/finder/note-finder.ts';
import { unpackIds } from '@/lib/finder/packed-ids.ts';
import { arbitraryNote } from '@/tests/exchange/arbitrary-note.ts';
import { buildArticle, buildNote, idOf, keyOf, passage } from './build-notes.ts';

const ALL: NoteSearch = { text: '', filters: NO_FILTERS, sort: 'newest', inBin: false };
const ISLAND = 'island.example/talks';
const HARBOUR = 'news.harbour.example/strike';
const NOTES: readonly Note[] = [
  buildNote(1, {
    passage: passage('The talks ended'),
    body: 'Who says so?',
    tags: ['grain', 'Talks'],
    flag: 'question',
  }),
  buildNote(2, { article: keyOf(HARBOUR), passage: passage('Cranes stood still'), tags: ['cranes'] }),
  buildNote(3, { article: keyOf(HARBOUR), passage: null, body: 'Ёлка и grain', tags: ['grain'] }),
  buildNote(4, { deleted: 9, body: 'thrown away' }),
];

function finderOf(notes: readonly Note[]) {
  const finder = createNoteFinder();
  notes.forEach((note) => finder.put(entryOfNote(note)));
  finder.putArticle(entryOfArticle(buildArticle(ISLAND, { title: 'Ships sail again', outlet: 'The Kiva Herald' })));
  finder.putArticle(entryOfArticle(buildArticle(HARBOUR, { title: 'A strike', outlet: 'Gazette' })));
  return finder;
}

const foundIn = (finder: NoteFinder, search: Partial<NoteSearch> = {}) =>
  unpackIds(finder.find({ ...ALL, ...search }).ids);
const numbersOf = (search: Partial<NoteSearch>, notes = NOTES): number[] =>
  foundIn(finderOf(notes), search).map((id) => Number.parseInt(id.slice(-4), 16));

describe('searching notes', () => {
  it.each<[string, readonly number[]]>([
    ['', [3, 2, 1]],
    ['grain', [3, 1]],
    ['GRAIN елка', [3]],
    ['says ended', [1]],
    ['ended ships', [1]],
    ['herald', [1]],
    ['gazette cranes', [2]],
    ['"talks ended"', [1]],
    ['"ended talks"', []],
    ['thrown', []],
    ['tag:talks', [1]],
    ['tag:grain kind:note', [3]],
    ['kind:highlight', [2]],
    ['site:harbour.example', [3, 2]],
    ['site:arbour', []],
  ])('%j', (text, numbers) => {
    expect(numbersOf({ text })).toEqual(numbers);
  });

  it.each<[string, Partial<Filters>, readonly number[]]>([
    ['any of the kinds', { kind: ['question', 'highlight'] }, [2, 1]],
    ['all of the tags', { tag: ['grain', 'talks'] }, [1]],
    ['made from then on', { after: 2 }, [3, 2]],
    ['made before', { before: 2 }, [1]],
    ['never looked for', { state: ['unseen'] }, [2, 1]],
  ])('filters: %s', (_name, filters, numbers) => {
    expect(numbersOf({ filters: { ...NO_FILTERS, ...filters } })).toEqual(numbers);
  });

  it('sorts', () => {
    expect(numbersOf({ sort: 'oldest' })).toEqual([1, 2, 3]);
    expect(numbersOf({ sort: 'article' })).toEqual([2, 3, 1]);
  });

  it('keeps the bin apart', () => {
    expect(numbersOf({ inBin: true })).toEqual([4]);
    expect(finderOf(NOTES).find(ALL).of).toBe(3);
  });

  it('finds by the article under any of its keys', () => {
    const finder = finderOf([buildNote(1, { article: keyOf('amp.island.example/t') })]);
    finder.putArticle(entryOfArticle(buildArticle(ISLAND, { title: 'Zebra', keys: [keyOf('amp.island.example/t')] })));
    expect(foundIn(finder, { text: 'zebra' })).toHaveLength(1);
    finder.dropArticle(keyOf(ISLAND));
    expect(foundIn(finder, { text: 'zebra' })).toHaveLength(0);
  });
});

describe('facets', () => {
  it('count what is left, and of a facet that narrows what else could be chosen', () => {
    const { facets } = finderOf(NOTES).find({ ...ALL, filters: { ...NO_FILTERS, kind: ['note'] } });
    expect(facets.kind).toEqual([
      ['highlight', 1],
      ['note', 1],
      ['question', 1],
    ]);
    expect(facets.tag).toEqual([['grain', 1]]);
    expect(facets.site).toEqual([['news.harbour.example', 1]]);
  });
});

describe('following', () => {
  it('keeps what is known of a passage when the note is written anew', () => {
    const finder = finderOf(NOTES);
    finder.setState(idOf(1), 'orphan');
    finder.setState(idOf(3), 'orphan');
    finder.put(entryOfNote(buildNote(1, { body: 'new' })));
    expect(foundIn(finder, { filters: { ...NO_FILTERS, state: ['orphan'] } })).toEqual([idOf(1)]);
  });

  it('drops', () => {
    const finder = finderOf(NOTES);
    finder.drop(idOf(1));
    expect(foundIn(finder)).toEqual([idOf(3), idOf(2)]);
    expect(finder.perArticle().get(keyOf(ISLAND))).toBeUndefined();
  });
});

it('finds every note by each of its own words and by its facets', () => {
  fc.assert(
    fc.property(fc.array(arbitraryNote, { minLength: 1, maxLength: 6 }), (given) => {
      const notes = given.map((note) => ({ ...note, deleted: null }));
      const finder = finderOf(notes);
      for (const note of notes) {
        const entry = finder.get(note.id);
        for (const word of foldWords(note.body).trim().split(' ').slice(0, 5))
          expect(foundIn(finder, { text: word.slice(0, 40) })).toContain(note.id);
        for (const facet of FACETS) {
          const value = facet === 'tag' ? note.tags[0] : entry?.[facet];
          if (value === undefined || value === null || value === '') continue;
          expect(foundIn(finder, { filters: { ...NO_FILTERS, [facet]: [value] } })).toContain(note.id);
        }
      }
    }),
    { numRuns: 25 },
  );
});
