/** How many notes and articles there are. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NoteId } from '@/lib/core/ids.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary } from '@/lib/storage/library.ts';
import { sampleNote } from '@/tests/ui/sample-notes.ts';

let db: LibraryDb;
beforeEach(() => {
  db = openLibraryDb(`test-${Math.random()}`);
});
afterEach(async () => {
  await db.delete();
});

it('counts notes without those in the bin, and articles', async () => {
  const { notes, articles } = createLibrary(db);
  expect([await notes.count(), await articles.count()]).toEqual([0, 0]);
  const ids = [1, 2, 3].map((n) => `0000000${n}-0000-4000-8000-000000000000` as NoteId);
  for (const id of ids) await notes.put({ ...sampleNote({ id }), imported: null });
  await notes.bin(ids.slice(0, 1), true);
  expect(await notes.count()).toBe(2);
  await notes.bin(ids, false);
  expect(await notes.count()).toBe(3);
  await articles.keep(VISIT);
  expect(await articles.count()).toBe(1);
});

const VISIT = {
  keys: [sampleNote({}).article],
  url: 'https://strait.example/2021/envoys',
  title: null,
  byline: null,
  outlet: null,
  published: null,
  updated: null,
  language: null,
  packs: [],
  marks: 0,
  text: null,
} as const;
