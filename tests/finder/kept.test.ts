/** Entries on their way to the disk and back, and ids on their way to the page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '@/lib/core/ids.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { chunkOf, entriesOf } from '@/lib/finder/entry-chunk.ts';
import { createKeptChunks } from '@/lib/finder/kept-chunks.ts';
import { entryOfNote } from '@/lib/finder/note-entry.ts';
import { countIds, packIds, unpackIds } from '@/lib/finder/packed-ids.ts';
import { arbitraryNote } from '@/tests/exchange/arbitrary-note.ts';
import { buildNote, idOf } from './build-notes.ts';

it('ids come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid()), (ids) => {
      const packed = packIds(ids.map((id) => ({ id: id as NoteId })));
      expect(countIds(packed)).toBe(ids.length);
      expect(unpackIds(packed)).toEqual(ids);
      expect(unpackIds(packed, 1, 3)).toEqual(ids.slice(1, 3));
    }),
  );
});

describe('a chunk of entries', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(fc.array(arbitraryNote, { maxLength: 5 }), (notes) => {
        const entries = notes.map(entryOfNote);
        expect(entriesOf(structuredClone(chunkOf(3, entries)))).toEqual(entries);
      }),
      { numRuns: 25 },
    );
  });
  it('of another format is as good as none', () => {
    expect(entriesOf({ ...chunkOf(0, [entryOfNote(buildNote(1))]), format: 0 })).toEqual([]);
  });
  it('that is damaged is told', () => {
    expect(() => entriesOf({ ...chunkOf(0, [entryOfNote(buildNote(1))]), notes: [{}] })).toThrow(ParseError);
  });
});

describe('what has to be written', () => {
  const entryOf = (id: NoteId) => entryOfNote(buildNote(Number.parseInt(id.slice(-12), 16)));
  const written = (chunks: ReturnType<typeof createKeptChunks>) =>
    chunks
      .takeChanged(entryOf)
      .map(({ place, notes }) => [place, notes.map(({ id }) => Number.parseInt(id.slice(-12), 16))]);

  it('is only what has changed', () => {
    const chunks = createKeptChunks(2);
    [1, 2, 3].forEach((number) => chunks.changed(idOf(number)));
    expect(written(chunks)).toEqual([
      [0, [1, 2]],
      [1, [3]],
    ]);
    expect(written(chunks)).toEqual([]);
    chunks.changed(idOf(2));
    expect(written(chunks)).toEqual([[0, [1, 2]]]);
    chunks.dropped(idOf(3));
    chunks.dropped(idOf(77));
    expect(written(chunks)).toEqual([[1, []]]);
  });
  it('goes on where the last visit left off', () => {
    const chunks = createKeptChunks(2);
    chunks.loaded(0, [idOf(1), idOf(2)]);
    chunks.loaded(1, [idOf(3)]);
    expect(written(chunks)).toEqual([]);
    [4, 5].forEach((number) => chunks.changed(idOf(number)));
    expect(written(chunks)).toEqual([
      [1, [3, 4]],
      [2, [5]],
    ]);
  });
});
