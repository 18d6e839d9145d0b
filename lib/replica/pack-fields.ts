/** Packs: the reader's own as a whole, since half an edition is none; of those that ship here, only whether they are on. */
import type { PackId } from '@/lib/core/ids.ts';
import type { Json } from '@/lib/core/note.ts';
import { json } from '@/lib/core/parse-note.ts';
import { record as object } from '@/lib/core/parse.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { dropPackRows, parsePackRows, readPackRows, writePackRows, type PackRows } from '@/lib/storage/pack-rows.ts';
import { parsePackRow } from '@/lib/storage/parse-rows.ts';
import { readable } from '@/lib/storage/readable.ts';
import type { PackRow } from '@/lib/storage/rows.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import type { LocalChange } from '@/lib/sync/tables.ts';
import { differing, isEmpty, isSame, valueIn, type Fields } from './cells.ts';
import { keyPart, NOTHING_SHOWN, type Kind, type Shown } from './kind.ts';

/** On is how packs come: it is told only where it was off before. */
const onField = (on: boolean, record: SyncedRecord | undefined): Fields =>
  on && valueIn(record, 'on') === undefined ? {} : differing(record, { on });

const packFields = (rows: PackRows, record: SyncedRecord | undefined): Fields => ({
  ...differing(record, { pack: packToJson(rows) }),
  ...onField(rows.pack.on, record),
});

function packToJson({ pack: { on: _on, from: _from, ...head }, ...parts }: PackRows): Json {
  return json(JSON.parse(JSON.stringify({ head, ...parts })), 'pack');
}

/** Throws `ParseError`. */
export function packOf(record: SyncedRecord): PackRows {
  const { head, ...parts } = object(valueIn(record, 'pack'), 'pack');
  const on = valueIn(record, 'on') !== false;
  return parsePackRows({ ...parts, pack: { ...object(head, 'head'), id: keyPart(record.id), on, from: 'reader' } });
}

type PackShown = Pick<Shown, 'changed' | 'unreadable'>;
const NOTHING: PackShown = { changed: false, unreadable: false };

export function createPackKind(db: LibraryDb): Kind {
  const headOf = async (id: RecordId): Promise<PackRow | 'none' | 'unreadable'> => {
    const row: unknown = await db.packs.get(keyPart(id) as PackId);
    return row === undefined ? 'none' : (readable(row, parsePackRow)[0] ?? 'unreadable');
  };
  const changeOf = async (id: RecordId, record: SyncedRecord | undefined): Promise<LocalChange[]> => {
    const head = await headOf(id);
    const isKnown = record !== undefined && valueIn(record, 'pack') !== undefined;
    const isReadable = isKnown && readable(record, () => packOf(record)).length > 0;
    if (head === 'none') return isReadable ? [{ id, fields: null }] : [];
    if (head === 'unreadable' || (isKnown && !isReadable && head.from === 'reader')) return [];
    const fields =
      head.from === 'built-in'
        ? onField(head.on, record)
        : (await readPackRows(db, head.id)).map((rows) => packFields(rows, record))[0];
    return fields === undefined || Object.keys(fields).length === 0 ? [] : [{ id, fields }];
  };
  return {
    changed: async (records) => {
      const changes: LocalChange[] = [];
      for (const [id, record] of records) changes.push(...(await changeOf(id, record)));
      return changes;
    },
    show: async (records) => {
      let shown = NOTHING_SHOWN;
      for (const record of records) {
        const before = await headOf(record.id);
        if (before === 'unreadable') continue;
        const { changed, unreadable } = await showPack(db, record, before === 'none' ? null : before);
        shown = { changed: shown.changed || changed, unreadable: shown.unreadable || unreadable, again: [] };
      }
      return shown;
    },
  };
}

async function showPack(db: LibraryDb, record: SyncedRecord, before: PackRow | null): Promise<PackShown> {
  const isReaders = before?.from === 'reader';
  // What ships here is this version's edition, whatever another device has under the same name.
  if (before?.from === 'built-in') return switchPack(db, record, before);
  if (isEmpty(record)) return isReaders ? dropPack(db, before.id) : NOTHING;
  if (valueIn(record, 'pack') === undefined) return isReaders ? switchPack(db, record, before) : NOTHING;
  const [rows] = readable(record, () => packOf(record));
  if (rows === undefined) return { ...(isReaders ? await dropPack(db, before.id) : NOTHING), unreadable: true };
  const [now] = isReaders ? await readPackRows(db, before.id) : [];
  if (isSame(now, rows)) return NOTHING;
  await writePackRows(db, rows);
  return { ...NOTHING, changed: true };
}

async function switchPack(db: LibraryDb, record: SyncedRecord, before: PackRow): Promise<PackShown> {
  const on = valueIn(record, 'on');
  if (typeof on !== 'boolean' || on === before.on) return NOTHING;
  await db.packs.put({ ...before, on });
  return { ...NOTHING, changed: true };
}

async function dropPack(db: LibraryDb, id: PackId): Promise<PackShown> {
  await dropPackRows(db, id);
  return { ...NOTHING, changed: true };
}
