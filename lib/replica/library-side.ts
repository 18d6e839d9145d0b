/** The library as sync sees it: which records may have changed, what differs, and what others wrote put in place. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import { leaveUnmarked, textRecordId } from '@/lib/storage/mark-changes.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import { deviceOf as writerOf, timeOf } from '@/lib/sync/stamp.ts';
import type { LibrarySide, LocalChange, SyncTx } from '@/lib/sync/tables.ts';
import { answerKind } from './answer-fields.ts';
import { createArticleKind } from './article-fields.ts';
import { createDeviceKind } from './device-fields.ts';
import { keptIn, type Kept } from './kept.ts';
import { createRowKind, readRecord, type Kind } from './kind.ts';
import { mark, markedIds, settle } from './marks.ts';
import { noteKind } from './note-fields.ts';
import { createPackKind } from './pack-fields.ts';
import { createSettingKind } from './setting-fields.ts';
import { createTextKind } from './text-fields.ts';

/** `version`: of Parallax, to know later which one could not read something. */
export function createLibrarySide(db: LibraryDb, version: string): LibrarySide {
  const kept = keptIn(db);
  const choice = async () => (await kept.get('choice')) ?? { settings: false, allTexts: false };
  const kinds: ReadonlyMap<string, Kind> = new Map([
    ['articles', createArticleKind(db)],
    ['notes', createRowKind(noteKind(db))],
    ['texts', createTextKind(db, async () => (await choice()).allTexts)],
    ['feedback', createRowKind(answerKind(db))],
    ['packs', createPackKind(db)],
    ['settings', createSettingKind(db, async () => (await choice()).settings)],
    ['devices', createDeviceKind(db)],
  ]);

  return {
    marked: (_tx, limit) => markedIds(db, limit),
    changed: async (_tx, records) => {
      const changes: LocalChange[] = [];
      for (const [kind, some] of byKind(records.keys()))
        changes.push(...((await kinds.get(kind)?.changed(new Map(some.map((id) => [id, records.get(id)])))) ?? []));
      return changes;
    },
    settled: (_tx, ids) => settle(db, ids),
    show: async (tx, records) => {
      leaveUnmarked();
      const all = [...(await textsUnder(db, tx, records)), ...records];
      const byId = new Map(all.map((record) => [record.id, record]));
      // Notes stand before texts: a text is wanted where a note stands on it.
      const groups = byKind(byId.keys());
      for (const [name, kind] of kinds) {
        const some = (groups.get(name) ?? []).flatMap((id) => byId.get(id) ?? []);
        if (some.length === 0) continue;
        const { changed, unreadable, again } = await kind.show(some);
        await mark(db, again);
        if (unreadable) await kept.put('unreadable', version);
        if (changed) await kept.put('news', [...new Set([...((await kept.get('news')) ?? []), name])]);
      }
      await noteWriters(kept, records);
    },
  };
}

function byKind(ids: Iterable<RecordId>): Map<string, RecordId[]> {
  return Map.groupBy(ids, (id) => id.slice(0, id.indexOf('/')));
}

/** The texts of notes that come to be shown, where they were known before anybody here wanted them. */
async function textsUnder(db: LibraryDb, tx: SyncTx, records: readonly SyncedRecord[]): Promise<SyncedRecord[]> {
  const notes = noteKind(db);
  const ids = records.flatMap((record) => {
    const read = record.id.startsWith('notes/') ? readRecord(notes, record) : null;
    return read?.kind === 'row' && read.row.text !== null ? [textRecordId(read.row.article, read.row.text)] : [];
  });
  const known = await tx.getMany('records', [...new Set(ids)]);
  return known.filter((record) => record !== undefined);
}

/** Stamps say when a device last wrote: none of them has to tell. */
async function noteWriters(kept: Kept, records: readonly SyncedRecord[]): Promise<void> {
  const written = new Map(Object.entries((await kept.get('written')) ?? {}));
  const stamps = records.flatMap(({ floor, cells, versions }) => [
    ...(floor === null ? [] : [floor.stamp]),
    ...Object.values(cells).map(({ stamp }) => stamp),
    ...versions.map(({ stamp }) => stamp),
  ]);
  for (const stamp of stamps) {
    const device = writerOf(stamp);
    written.set(device, Math.max(written.get(device) ?? 0, timeOf(stamp)));
  }
  await kept.put('written', Object.fromEntries(written));
}
