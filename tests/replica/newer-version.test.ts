import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptIn } from '@/lib/replica/kept.ts';
import { markAll } from '@/lib/replica/marks.ts';
import { collectFrom } from '@/lib/sync/local-edits.ts';
import { BODY } from '@/lib/sync/record.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { id } from './samples.ts';
import { bringTogether, expectTogether, openSynced, tick, type Synced } from './two-libraries.ts';

let a: Synced;
let b: Synced;
beforeEach(async () => {
  [a, b] = [await openSynced('a'), await openSynced('b')];
});
afterEach(async () => {
  await Promise.all([a.db.delete(), b.db.delete()]);
});

describe('what a newer version wrote', () => {
  const newer = async (fields: Record<string, unknown>): Promise<void> => {
    await a.library.notes.put(sampleNote(1));
    await expectTogether(a, b);
    // The newer version is on the first device: its side tells what its library says.
    const side = { ...a.side, changed: () => Promise.resolve([{ id: `notes/${id}`, fields }]) };
    const writer = { device: a.self.device, now: tick() };
    await a.sync.transact((tx) => collectFrom(tx, side, [`notes/${id}`], writer));
    await b.take(a);
  };

  it('stays in its record, is not shown, not deleted and not written over', async () => {
    await newer({ flag: 'irony', [BODY]: 'of the newer one' });
    expect(await b.library.notes.get(id)).toBeNull();
    await b.db.transaction('rw', b.db.changes, () => markAll(b.db));
    await b.library.notes.put(sampleNote(1, { body: 'an old backup' }));
    expect(await b.collect()).toEqual([]);
    const [record] = await b.records('notes');
    expect(record?.cells.flag?.value).toBe('irony');
    expect(await keptIn(b.db).get('unreadable')).toBe('1');
  });

  it('in further fields goes by', async () => {
    await newer({ mood: 'calm' });
    await b.library.notes.change(id, { colour: 'sky' });
    await bringTogether(a, b);
    expect((await a.records('notes'))[0]?.cells.mood?.value).toBe('calm');
    expect(await a.library.notes.get(id)).toMatchObject({ colour: 'sky' });
  });

  it('as a row of this library is neither sent nor written over', async () => {
    await expectTogether(a, b);
    await b.db.table('notes').put({ ...sampleNote(1), colour: 'green' });
    expect(await b.collect()).toEqual([]);
    await a.library.notes.put(sampleNote(1, { body: 'from a' }));
    await bringTogether(a, b);
    expect(await b.db.table('notes').get(id)).toMatchObject({ colour: 'green' });
  });

  it('of a kind that is not known here stays in its record', async () => {
    const side = { ...a.side, changed: () => Promise.resolve([{ id: 'boards/1', fields: { name: 'x' } }]) };
    const writer = { device: a.self.device, now: tick() };
    await a.sync.transact((tx) => collectFrom(tx, side, ['boards/1'], writer));
    await b.take(a);
    expect(await b.records('boards')).toHaveLength(1);
  });
});
