/** Notes as lists need them: the newest at once, many by their ids, many changed in one go. */
import { liveQuery } from 'dexie';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note, NoteChange } from '@/lib/core/note.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import type { AnchorRow } from './note-rows.ts';
import { parseAnchorRow } from './parse-own-rows.ts';
import { readable } from './readable.ts';

/** A note with what this device knows of its place, and the conversation it stands in. */
export type NoteInFull = {
  readonly note: Note;
  readonly anchor: AnchorRow | null;
  /** The note that it answers. */
  readonly answers: Note | null;
  /** Oldest first. */
  readonly replies: readonly Note[];
};

export type NoteListing = {
  /** Newest made first, without those in the bin. */
  readonly newest: (limit: number) => Promise<Note[]>;
  /** Without those in the bin. */
  readonly count: () => Promise<number>;
  /** In the order asked for; those that are not there are left out. */
  readonly rows: (ids: readonly NoteId[]) => Promise<Note[]>;
  readonly watch: (id: NoteId, seen: (note: NoteInFull | null) => void, failed: (cause: unknown) => void) => () => void;
  /** All or none, however many. */
  readonly changeMany: (
    ids: readonly NoteId[],
    change: (note: Note) => NoteChange & Partial<Pick<Note, 'deleted'>>,
  ) => Promise<void>;
  /** For good: everything that is in the bin. */
  readonly emptyBin: () => Promise<number>;
};

const BATCH = 1000;

/** `now`: milliseconds since 1970. */
export function createNoteListing(db: LibraryDb, now: () => number = Date.now): NoteListing {
  const rows = async (ids: readonly NoteId[]): Promise<Note[]> =>
    (await db.notes.bulkGet([...ids])).flatMap((row) => readable(row, parseNote));

  return {
    newest: (limit) =>
      guarded(async () => {
        const kept = db.notes
          .orderBy('created')
          .reverse()
          .filter(({ deleted }) => deleted === null);
        return (await kept.limit(limit).toArray()).flatMap((row) => readable(row, parseNote));
      }),
    count: () => guarded(async () => (await db.notes.count()) - (await binned(db).count())),
    rows: (ids) => guarded(() => rows(ids)),
    watch(id, seen, failed) {
      const following = liveQuery(() => guarded(() => inFull(db, id))).subscribe(seen, failed);
      return () => following.unsubscribe();
    },
    changeMany: (ids, change) =>
      guarded(() =>
        db.transaction('rw', db.notes, async () => {
          for (let at = 0; at < ids.length; at += BATCH) {
            const held = await rows(ids.slice(at, at + BATCH));
            // A clock that was set back must not make a change look older than what it changed.
            const changed = held.map((note) => ({
              ...note,
              ...change(note),
              modified: Math.max(now(), note.modified + 1),
            }));
            await db.notes.bulkPut(changed);
          }
        }),
      ),
    emptyBin: () => guarded(() => binned(db).delete()),
  };
}

/** Only what was thrown away is in this index: `null` is no key. */
const binned = (db: LibraryDb) => db.notes.where('deleted').aboveOrEqual(Number.MIN_SAFE_INTEGER);

async function inFull(db: LibraryDb, id: NoteId): Promise<NoteInFull | null> {
  const [note] = readable(await db.notes.get(id), parseNote);
  if (note === undefined) return null;
  const [anchor = null] = readable(await db.anchors.get(id), parseAnchorRow);
  const answers = note.replyTo === null ? [] : readable(await db.notes.get(note.replyTo), parseNote);
  const replies = await db.notes.where('replyTo').equals(id).sortBy('created');
  return {
    note,
    anchor,
    answers: answers[0] ?? null,
    replies: replies.flatMap((row) => readable(row, parseNote)).filter(({ deleted }) => deleted === null),
  };
}
