import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createDraftStore } from '@/lib/storage/draft-store.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { createNoteStore, type NoteStore } from '@/lib/storage/note-store.ts';
import { HARBOUR_URL, sampleNote } from '@/tests/core/sample-note.ts';

const HERE = articleKeyOf(HARBOUR_URL);
const THERE = articleKeyOf('https://elsewhere.example/story-of-the-day');

let db: LibraryDb;
let clock = 5000;
let notes: NoteStore;
beforeEach(() => {
  clock = 5000;
  db = openLibraryDb(`notes-${Math.random()}`);
  notes = createNoteStore(db, () => clock);
});
afterEach(() => db.delete());

const all = async (): Promise<Note[]> => {
  const found: Note[] = [];
  for await (const note of notes.each()) found.push(note);
  return found;
};
const id = (n: number): NoteId => sampleNote(n).id;

describe('notes of a page', () => {
  it('are those of its articles, oldest first, without the bin', async () => {
    await notes.put(sampleNote(1, { created: 30 }));
    await notes.put(sampleNote(2, { created: 10 }));
    await notes.put(sampleNote(3, { article: THERE }));
    await notes.put(sampleNote(4, { deleted: 99 }));
    expect((await notes.on([HERE])).map((note) => note.id)).toEqual([id(2), id(1)]);
    expect((await notes.on([HERE, THERE])).map((note) => note.id)).toEqual([id(2), id(1), id(3)]);
    expect(await notes.on([])).toEqual([]);
  });

  it('leave out a damaged one, and leave it alone', async () => {
    await notes.put(sampleNote(1));
    await db.table('notes').put({ ...sampleNote(2), colour: 'red' });
    expect(await notes.on([HERE])).toEqual([sampleNote(1)]);
    expect(await db.notes.count()).toBe(2);
  });
});

describe('a change', () => {
  it('changes what is named, and says when', async () => {
    await notes.put(sampleNote());
    const changed = await notes.change(id(1), { body: 'new', tags: [] });
    expect(changed).toEqual(sampleNote(1, { body: 'new', tags: [], modified: 5000 }));
    expect(await notes.get(id(1))).toEqual(changed);
  });

  it('is later than what it changes, even by a clock that was set back', async () => {
    await notes.put(sampleNote(1, { modified: 9000 }));
    expect((await notes.change(id(1), { body: 'new' }))?.modified).toBe(9001);
  });

  it('of a note that is not there is none', async () => {
    expect(await notes.change(id(7), { body: 'new' })).toBeNull();
    expect(await db.notes.count()).toBe(0);
  });
});

describe('the bin', () => {
  it('gives back what was thrown away, until it is emptied', async () => {
    for (const n of [1, 2]) await notes.put(sampleNote(n));
    await notes.bin([id(1), id(2)], true);
    expect(await notes.on([HERE])).toEqual([]);
    await notes.bin([id(2)], false);
    expect((await notes.on([HERE])).map((note) => note.id)).toEqual([id(2)]);
    expect(await notes.emptyBin(5000)).toBe(0);
    expect(await notes.emptyBin(5001)).toBe(1);
    expect((await all()).map((note) => note.id)).toEqual([id(2)]);
  });
});

describe('all of them', () => {
  it('come one by one, by id, more than are read at once', async () => {
    const many = Array.from({ length: 1201 }, (_, n) => sampleNote(n));
    await db.notes.bulkPut([...many].reverse());
    expect(await all()).toEqual(many);
  });
});

describe('how they were found', () => {
  it('is remembered, and written only when it is new', async () => {
    await notes.anchored(id(1), { kind: 'changed', now: 'the new words' });
    clock = 6000;
    await notes.anchored(id(1), { kind: 'changed', now: 'the new words' });
    await notes.anchored(id(2), { kind: 'ambiguous', places: 2 });
    expect(await notes.anchorsOf([id(1), id(2), id(3)])).toEqual([
      { note: id(1), kind: 'changed', now: 'the new words', at: 5000 },
      { note: id(2), kind: 'ambiguous', places: 2, at: 6000 },
    ]);
    await notes.anchored(id(1), { kind: 'orphan' });
    expect(await notes.anchorsOf([id(1)])).toEqual([{ note: id(1), kind: 'orphan', at: 6000 }]);
  });
});

it('a full disk is told, and leaves what was there', async () => {
  await notes.put(sampleNote());
  const refuse = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  db.notes.hook('creating', refuse);
  db.notes.hook('updating', refuse);
  await expect(notes.change(id(1), { body: 'x'.repeat(1000) })).rejects.toThrow(LibraryError);
  await expect(notes.put(sampleNote(2))).rejects.toMatchObject({ kind: 'full' });
  expect(await all()).toEqual([sampleNote()]);
});

describe('drafts', () => {
  it('take the place of earlier ones of the same note, the newest first', async () => {
    const drafts = createDraftStore(db, () => (clock += 1));
    const { id: one, passage, flag, tags, colour } = sampleNote();
    const draft = (body: string, note = one) => ({ id: note, passage, flag, tags, colour, body });
    await drafts.keep(HERE, draft('a'));
    await drafts.keep(HERE, draft('other', id(2)));
    await drafts.keep(HERE, draft('ab'));
    expect((await drafts.on([HERE])).map(({ body }) => body)).toEqual(['ab', 'other']);
    expect(await drafts.on([THERE])).toEqual([]);
    await drafts.drop(one);
    expect((await drafts.on([HERE])).map(({ body }) => body)).toEqual(['other']);
  });
});
