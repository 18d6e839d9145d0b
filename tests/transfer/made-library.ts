/** A library on a fake disk, filled and read for tests of what goes out and comes in. */
import 'fake-indexeddb/auto';
import type { Note } from '@/lib/core/note.ts';
import type { ArticleKey } from '@/lib/core/ids.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import type { Job } from '@/lib/transfer/job.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';

export type Made = { readonly db: LibraryDb; readonly library: Library };

export function madeLibrary(): Made {
  const db = openLibraryDb(`transfer-${Math.random()}`);
  return { db, library: createLibrary(db) };
}

export const job = (signal = new AbortController().signal, onProgress: Job['onProgress'] = () => undefined): Job => ({
  signal,
  onProgress,
});

export const fileOf = (text: string, name = 'notes.json'): File => new File([text], name);

export async function notesOf({ notes }: Library): Promise<Note[]> {
  const all: Note[] = [];
  for await (const note of notes.each()) all.push(note);
  return all;
}

/** Puts `count` notes on two articles, turn by turn. */
export async function putNotes({ notes }: Library, count: number): Promise<void> {
  const other = 'other.example/story' as ArticleKey;
  for (let n = 1; n <= count; n += 1)
    await notes.put(sampleNote(n, n % 2 === 0 ? { article: other, url: `https://${other}` } : {}));
}
