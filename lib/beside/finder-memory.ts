/** Brings the library's notes and articles into the finder, and keeps it like what lies on the disk. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { articleKey, noteId } from '@/lib/core/parse-note.ts';
import { entriesOf } from '@/lib/finder/entry-chunk.ts';
import type { Progress } from '@/lib/finder/finder-messages.ts';
import { createKeptChunks } from '@/lib/finder/kept-chunks.ts';
import { entryOfArticle, entryOfNote } from '@/lib/finder/note-entry.ts';
import type { NoteFinder } from '@/lib/finder/note-finder.ts';
import type { Note } from '@/lib/core/note.ts';
import type { EntrySource } from '@/lib/storage/entry-source.ts';
import type { TableChange } from '@/lib/storage/library-changes.ts';

export type FinderMemory = {
  /** Takes up everything: what was kept last time first, then what has changed since. */
  readonly load: (progress: (progress: Progress) => void) => Promise<void>;
  readonly follow: (change: TableChange) => Promise<void>;
  /** Writes down what a later visit need not work out again. */
  readonly keep: () => Promise<void>;
};

const STATES = ['found', 'changed', 'ambiguous', 'orphan'] as const;

export function createFinderMemory(finder: NoteFinder, source: EntrySource): FinderMemory {
  const chunks = createKeptChunks();
  const take = (notes: readonly Note[]): void => {
    for (const note of notes) {
      finder.put(entryOfNote(note));
      chunks.changed(note.id);
    }
  };
  const drop = (id: NoteId): void => {
    finder.drop(id);
    chunks.dropped(id);
  };

  async function takeKept(of: number, progress: (progress: Progress) => void): Promise<void> {
    let place = 0;
    for await (const row of source.kept()) {
      const entries = entriesOrNone(row);
      for (const entry of entries) finder.put(entry);
      chunks.loaded(
        place++,
        entries.map(({ id }) => id),
      );
      progress({ done: Math.min(finder.size(), of - 1), of });
    }
  }

  /** What was written, changed or deleted since it was kept. */
  async function takeChanged(progress: (progress: Progress) => void): Promise<void> {
    const revisions = await source.revisions();
    for (const id of [...finder.ids()]) if (!revisions.has(id)) drop(id);
    const stale = [...revisions].flatMap(([id, modified]) => (finder.get(id)?.modified === modified ? [] : [id]));
    const portions = stale.length > revisions.size / 2 ? source.notes() : source.notesById(stale);
    for await (const notes of portions) {
      take(notes);
      progress({ done: Math.min(finder.size(), revisions.size - 1), of: revisions.size });
    }
  }

  async function takeStates(): Promise<void> {
    for (const state of STATES) for (const id of await source.idsByState(state)) finder.setState(id, state);
  }

  async function takeArticles(): Promise<void> {
    for (const { key } of finder.articles()) finder.dropArticle(key);
    for await (const articles of source.articles())
      for (const article of articles) finder.putArticle(entryOfArticle(article));
  }

  async function followNotes(keys: readonly string[]): Promise<void> {
    const ids = keys.map((key) => noteId(key, 'notes.id'));
    const missing = new Set(ids);
    for await (const notes of source.notesById(ids)) {
      take(notes);
      for (const { id } of notes) missing.delete(id);
    }
    missing.forEach(drop);
  }

  async function followStates(keys: readonly string[]): Promise<void> {
    const states = await source.statesOf(keys.map((key) => noteId(key, 'anchors.note')));
    for (const [id, state] of states) finder.setState(id, state);
  }

  async function followArticles(keys: readonly ArticleKey[]): Promise<void> {
    for (const key of keys) finder.dropArticle(key);
    for (const article of await source.articlesById(keys)) finder.putArticle(entryOfArticle(article));
  }

  const nobody = (): void => undefined;
  return {
    async load(progress) {
      const of = await source.countNotes();
      progress({ done: 0, of: of });
      await takeArticles();
      await takeKept(of, progress);
      await takeChanged(progress);
      await takeStates();
      progress({ done: finder.size(), of: finder.size() });
    },
    async follow({ table, keys }) {
      if (table === 'notes') await (keys === null ? takeChanged(nobody) : followNotes(keys));
      else if (table === 'anchors') await (keys === null ? takeStates() : followStates(keys));
      else if (table === 'articles')
        await (keys === null ? takeArticles() : followArticles(keys.map((key) => articleKey(key, 'articles.key'))));
    },
    keep: () => source.keep(chunks.takeChanged(finder.get)),
  };
}

/** A damaged chunk is one that has to be made anew. */
function entriesOrNone(row: unknown) {
  try {
    return entriesOf(row);
  } catch (cause) {
    if (cause instanceof ParseError) return [];
    throw cause;
  }
}
