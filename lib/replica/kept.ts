/** What this device alone keeps of its vault: keys, place, choices, and how its sync stands. */
import type { Table } from 'dexie';
import type { Place, SyncChoice, SyncProgress, SyncStatus } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import type { DeviceId } from '@/lib/sync/stamp.ts';
import type { DeviceCard, DeviceKeys, VaultKeys } from '@/lib/vault/vault.ts';

export type KeptRows = {
  readonly keys: VaultKeys;
  readonly deviceKeys: DeviceKeys;
  /** As this device shows itself to others. */
  readonly own: DeviceCard & { readonly name: string };
  /** The one in use: put back where the vault has lost it. */
  readonly keyring: { readonly name: string; readonly bytes: SealedBytes };
  /** Keyrings that lie at the place and were read. */
  readonly keyringsRead: readonly { readonly name: string; readonly vault: string }[];
  readonly removed: readonly { readonly device: DeviceId; readonly upTo: number }[];
  readonly place: Place;
  readonly folder: FileSystemDirectoryHandle;
  readonly choice: SyncChoice;
  readonly status: KeptStatus;
  /** Kinds of rows that sync has changed and nobody was told of yet. */
  readonly news: readonly string[];
  /** The version of Parallax that met records which it could not read. */
  readonly unreadable: string;
  /** When each device last wrote. */
  readonly written: Readonly<Record<string, number>>;
  /** Devices whose writes are to be taken over, since they were removed. */
  readonly adopting: readonly DeviceId[];
  /** When it was last said that this device's clock is off. */
  readonly clockTold: number;
  /** Settings are told once those of the vault are known. */
  readonly settingsDue: true;
  readonly offer: { readonly path: string; readonly until: number };
  /** The reader wants a vault that is gone to be filled again. */
  readonly anew: true;
};
/** `beat`: when the run was last heard of; a worker may be stopped at any time. */
export type KeptStatus = Pick<SyncStatus, 'lastSuccess' | 'failing'> & {
  readonly running: (SyncProgress & { readonly beat: number }) | null;
};
export const NEW_STATUS: KeptStatus = { lastSuccess: null, running: null, failing: null };

type KeptRow = { readonly key: string; readonly value: unknown };

export type Kept = {
  readonly get: <K extends keyof KeptRows>(key: K) => Promise<KeptRows[K] | undefined>;
  readonly put: <K extends keyof KeptRows>(key: K, value: KeptRows[K]) => Promise<void>;
  readonly drop: (key: keyof KeptRows) => Promise<void>;
};

export function keptIn(db: LibraryDb): Kept {
  const table: Table<KeptRow, string> = db.table('syncKept');
  return {
    // Written by this module alone; keys are opaque to every parser.
    get: async <K extends keyof KeptRows>(key: K) => (await table.get(key))?.value as KeptRows[K] | undefined,
    put: async (key, value) => {
      await table.put({ key, value });
    },
    drop: (key) => table.delete(key),
  };
}
