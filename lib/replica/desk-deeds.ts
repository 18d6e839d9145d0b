/** What the reader decides about records and about this device: each in one transaction, whether or not a run is at work. */
import type { SyncChoice } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { repairDevice } from '@/lib/sync/adopt.ts';
import { collectFrom, settleBody } from '@/lib/sync/local-edits.ts';
import { isDeviceFolder } from '@/lib/sync/file-name.ts';
import type { SyncedRecord } from '@/lib/sync/record.ts';
import type { SelfRow, SyncTx } from '@/lib/sync/tables.ts';
import { forgetDeletes, undoDeletes as undoIn } from '@/lib/sync/undo-deletes.ts';
import type { Writer } from '@/lib/sync/written.ts';
import { deviceRecordId } from './device-fields.ts';
import { keptIn } from './kept.ts';
import { createLibrarySide } from './library-side.ts';
import { mark, markAll } from './marks.ts';
import type { DeskSources } from './set-up.ts';
import { createSyncDatabase } from './sync-database.ts';

/** Nothing happens where sync is off. */
async function write<T>(
  { db, outside }: DeskSources,
  work: (tx: SyncTx, writer: Writer) => Promise<T>,
): Promise<T | null> {
  return createSyncDatabase(db).transact(async (tx) => {
    const self = await tx.get('self', 'self');
    return self === undefined ? null : work(tx, { device: self.device, now: outside.now() });
  });
}

/** Where the reader has written on since the texts were shown, that text is not passed over: it is shown with the others. */
export async function settle(sources: DeskSources, note: string, text: string): Promise<void> {
  const library = createLibrarySide(sources.db, sources.outside.version());
  const id = `notes/${note}`;
  await write(sources, async (tx, writer) => {
    const before = textsOf(await tx.get('records', id));
    const after = (await collectFrom(tx, library, [id], writer)).get(id);
    if (before !== textsOf(after)) return;
    const record = await settleBody(tx, id, text, writer);
    if (record !== null) await library.show(tx, [record]);
  });
  await sources.outside.tell('sync.changed');
}

const textsOf = (record: SyncedRecord | undefined): string =>
  (record?.versions ?? []).map(({ stamp }) => stamp).join(' ');

export async function undoDeletes(sources: DeskSources, alarm: string): Promise<void> {
  const library = createLibrarySide(sources.db, sources.outside.version());
  await write(sources, (tx, writer) => undoIn(tx, library, alarm, writer));
  await sources.outside.tell('sync.changed');
}

export async function dismiss(sources: DeskSources, alarm: string): Promise<void> {
  await write(sources, (tx) => forgetDeletes(tx, alarm));
}

export async function repair(sources: DeskSources, alarm: string): Promise<void> {
  await write(sources, async (tx) => {
    const device = (await tx.get('alarms', alarm))?.device ?? '';
    if (isDeviceFolder(device)) await repairDevice(tx, device);
    await tx.drop('alarms', [alarm]);
  });
  await sources.outside.tell('sync.changed');
}

export async function rename({ db, outside }: DeskSources, name: string): Promise<void> {
  const kept = keptIn(db);
  await db.transaction('rw', ['syncKept', 'changes'], async () => {
    const own = await kept.get('own');
    if (own === undefined) return;
    await kept.put('own', { ...own, name });
    await mark(db, [deviceRecordId(own.device)]);
  });
  await outside.tell('sync.changed');
}

/** What is let in anew is shown by the next run, out of the records that are here already. */
export async function choose({ db, outside }: DeskSources, choice: SyncChoice): Promise<void> {
  const kept = keptIn(db);
  await db.transaction('rw', ['syncSelf', 'syncKept', 'changes'], async () => {
    const [self, before] = [await db.table<SelfRow>('syncSelf').get('self'), await kept.get('choice')];
    if (self === undefined) return;
    await kept.put('choice', choice);
    if (choice.settings && before?.settings !== true) await kept.put('settingsDue', true);
    if (choice.allTexts && before?.allTexts !== true) await markAll(db, ['texts']);
    if (choice.settings || choice.allTexts) await kept.put('unreadable', NOT_SHOWN);
  });
  await outside.tell('sync.changed');
}

/** No version's name: whichever runs next shows all records once more. */
const NOT_SHOWN = 'not shown';

export const isOn = async (db: LibraryDb): Promise<boolean> =>
  (await db.table<SelfRow>('syncSelf').get('self')) !== undefined;
