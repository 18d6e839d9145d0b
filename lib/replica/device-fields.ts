/** The devices of a vault among themselves: each writes its own name and public keys. There is no row in the library for it. */
import { orNull, text } from '@/lib/core/parse.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { readable } from '@/lib/storage/readable.ts';
import type { RecordId, SyncedRecord } from '@/lib/sync/record.ts';
import { DEVICE_PATTERN, type DeviceId } from '@/lib/sync/stamp.ts';
import type { LocalChange, SelfRow } from '@/lib/sync/tables.ts';
import type { DeviceCard } from '@/lib/vault/vault.ts';
import { differing, isEmpty, valueIn } from './cells.ts';
import { keptIn } from './kept.ts';
import { keyPart, NOTHING_SHOWN, type Kind } from './kind.ts';

export type NamedDevice = DeviceCard & { readonly name: string };
const LONGEST_NAME = 200;

export const deviceRecordId = (device: DeviceId): RecordId => `devices/${device}`;

/** Null: it is none, or has left. */
export function deviceOf(record: SyncedRecord): NamedDevice | null {
  const device = keyPart(record.id);
  if (!DEVICE_PATTERN.test(device) || isEmpty(record)) return null;
  const [found] = readable(record, () => ({
    device: device as DeviceId,
    name: text(valueIn(record, 'name') ?? '', 'name', LONGEST_NAME),
    exchange: orNull(valueIn(record, 'exchange'), 'exchange', text),
    signing: orNull(valueIn(record, 'signing'), 'signing', text),
  }));
  return found ?? null;
}

export function createDeviceKind(db: LibraryDb): Kind {
  const kept = keptIn(db);
  return {
    changed: async (records) => {
      const own = await kept.get('own');
      const gone = await goneDevices(db);
      return [...records].flatMap(([id, record]): LocalChange[] => {
        if (gone.some((device) => deviceRecordId(device) === id)) return isEmpty(record) ? [] : [{ id, fields: null }];
        if (own === undefined || deviceRecordId(own.device) !== id) return [];
        const fields = differing(record, { name: own.name, exchange: own.exchange, signing: own.signing });
        return Object.keys(fields).length === 0 ? [] : [{ id, fields }];
      });
    },
    show: () => Promise.resolve(NOTHING_SHOWN),
  };
}

/** Removed from the vault, or taken over by this one. */
export async function goneDevices(db: LibraryDb): Promise<DeviceId[]> {
  const removed = (await keptIn(db).get('removed')) ?? [];
  const self = await db.table<SelfRow>('syncSelf').get('self');
  return [...removed.map(({ device }) => device), ...(self?.adopted ?? [])];
}
