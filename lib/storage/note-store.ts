/** Notes and flags. What is thrown away stays in the bin until that is emptied. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { AnchorState, Note, NoteChange } from '@/lib/core/note.ts';
import { record, text } from '@/lib/core/parse.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import type { AnchorRow } from './note-rows.ts';
import { parseAnchorRow } from './parse-own-rows.ts';
import { readable } from './readable.ts';

export type NoteStore = {
  /** Adds a note, or replaces the one of the same id. */
  readonly put: (note: Note) => Promise<void>;
  /** The note as it then is; null where there is none to change. */
  readonly change: (id: NoteId, change: NoteChange) => Promise<Note | null>;
  /** Into the bin, or out of it. */
  readonly bin: (ids: readonly NoteId[], deleted: boolean) => Promise<void>;
  /** For good; what was thrown away before `before`, in milliseconds since 1970. */
  readonly emptyBin: (before: number) => Promise<number>;
  readonly get: (id: NoteId) => Promise<Note | null>;
  /** Without those in the bin. */
  readonly count: () => Promise<number>;
  /** Of the given articles, without those in the bin; oldest first. */
  readonly on: (articles: readonly ArticleKey[]) => Promise<Note[]>;
  /** Every note, those in the bin too, by id, some hundred at a time. */
  readonly each: () => AsyncGenerator<Note>;
  readonly anchored: (note: NoteId, state: AnchorState) => Promise<void>;
  readonly anchorsOf: (notes: readonly NoteId[]) => Promise<AnchorRow[]>;
};

/** Rows read at once: few enough to hold, many enough to be quick. */
const BATCH = 500;

/** `now`: milliseconds since 1970. */
export function createNoteStore(db: LibraryDb, now: () => number = Date.now): NoteStore {
  const on = async (articles: readonly ArticleKey[]): Promise<Note[]> => {
    const rows: unknown[] = await db.notes.where('article').anyOf(articles).toArray();
    return rows
      .flatMap((row) => readable(row, parseNote))
      .filter(({ deleted }) => deleted === null)
      .sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  };
  const update = (id: NoteId, with_: (note: Note) => Partial<Note>): Promise<Note | null> =>
    db.transaction('rw', db.notes, async () => {
      const [note] = readable(await db.notes.get(id), parseNote);
      if (note === undefined) return null;
      const next = { ...note, ...with_(note), modified: after(note.modified, now()) };
      await db.notes.put(next);
      return next;
    });

  return {
    put: (note) =>
      guarded(async () => {
        await db.notes.put(note);
      }),
    change: (id, change) => guarded(() => update(id, () => change)),
    bin: (ids, deleted) =>
      guarded(() =>
        db.transaction('rw', db.notes, async () => {
          for (const id of ids) await update(id, () => ({ deleted: deleted ? now() : null }));
        }),
      ),
    emptyBin: (before) => guarded(() => db.notes.where('deleted').below(before).delete()),
    get: (id) => guarded(async () => readable(await db.notes.get(id), parseNote)[0] ?? null),
    // Only those in the bin are in the index: null is no key.
    count: () =>
      guarded(() =>
        db.transaction(
          'r',
          db.notes,
          async () => (await db.notes.count()) - (await db.notes.orderBy('deleted').count()),
        ),
      ),
    on: (articles) => guarded(() => on(articles)),
    each: () => eachNote(db),
    anchored: (note, state) =>
      guarded(async () => {
        const before = readable(await db.anchors.get(note), parseAnchorRow)[0];
        if (before === undefined || !isSame(before, state)) await db.anchors.put({ ...state, note, at: now() });
      }),
    anchorsOf: (notes) =>
      guarded(async () => (await db.anchors.bulkGet([...notes])).flatMap((row) => readable(row, parseAnchorRow))),
  };
}

async function* eachNote(db: LibraryDb): AsyncGenerator<Note> {
  let last = '';
  for (;;) {
    const rows: unknown[] = await guarded(() => db.notes.where('id').above(last).limit(BATCH).toArray());
    yield* rows.flatMap((row) => readable(row, parseNote));
    const end = rows.at(-1);
    if (end === undefined) return;
    last = text(record(end, 'notes').id, 'notes.id');
  }
}

/** A clock that was set back must not make an edit look older than what it changed. */
const after = (before: number, at: number): number => Math.max(at, before + 1);

function isSame({ note: _note, at: _at, ...before }: AnchorRow, state: AnchorState): boolean {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(state));
}

const sorted = (state: AnchorState): unknown => Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1));
