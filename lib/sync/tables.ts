/** What sync keeps on this device, and the little it asks of a database: so that the same code runs on Dexie and in memory. */
import type { Alarm } from '@/lib/core/sync.ts';
import type { RecordId, SyncedRecord } from './record.ts';
import type { SealedBytes } from './sealed.ts';
import type { DeviceId } from './stamp.ts';

export type SelfRow = {
  readonly key: 'self';
  readonly vault: string;
  readonly device: DeviceId;
  /** Of the next file to be sealed, from 1. */
  readonly nextSeq: number;
  /** Earlier names of this device, before its profile turned out to be copied. */
  readonly formerly: readonly DeviceId[];
  /** Devices whose writes this one has taken over, with their folders. */
  readonly adopted: readonly DeviceId[];
};

/** `homes`: every file of ours that holds something of it; `unsent`: 1 where some write of it is ours and in none, else 0. */
export type RecordRow = SyncedRecord & { readonly homes: readonly string[]; readonly unsent: 0 | 1 };

/**
 * A file of ours. `outgoing`: sealed, not yet known to be there. `there`: read back whole. `lost`: was there, and is not,
 * or not whole. `abandoned`: nothing of ours lies in it any more, or its name does not work; to be deleted. `gone`:
 * deleted, and remembered for a while, since a listing may be old.
 */
export type OwnFileRow = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** Bytes of its content before compression. */
  readonly raw: number;
  /** Null once it has been read back whole. */
  readonly bytes: SealedBytes | null;
  readonly state: 'outgoing' | 'there' | 'lost' | 'abandoned' | 'gone';
  /** Times that it was found there, but not as it was sent. */
  readonly tries: number;
  /** Names of files that this one replaces, to be deleted when it is there. */
  readonly replaces: readonly string[];
  /** When it was last read whole. */
  readonly checked: number | null;
};

/** What is known of another device's folder. */
export type PeerRow = {
  readonly device: DeviceId;
  /** Names of files that are applied and, as far as is known, still there. */
  readonly applied: readonly string[];
  /** Up to here everything was applied. */
  readonly upTo: number;
  /** The highest of which anything was. */
  readonly highest: number;
  /** The highest up to which another device says that it has everything. */
  readonly claimed: number;
  /** Whether another device has taken its writes over: its files may be gone. */
  readonly adopted: boolean;
  /** Runs in a row in which something that was there before, or that another device has seen, was not. */
  readonly amiss: number;
};

/** A file that cannot be read, tried again for a while. */
export type BadFileRow = {
  readonly path: string;
  readonly why: 'damaged' | 'newer' | 'no-key' | 'foreign' | 'not-allowed';
  readonly tries: number;
  readonly first: number;
  readonly last: number;
  /** Whether the reader has been told. */
  readonly told: boolean;
};

/** `device`: the id of the device, not its name. */
export type AlarmRow = Alarm;

/** A record as it was before another device deleted it. `alarm`: under which it can be undone; null: not decided yet. */
export type UndoRow = { readonly id: RecordId; readonly alarm: string | null; readonly was: RecordRow };

export type SyncRows = {
  readonly self: SelfRow;
  readonly records: RecordRow;
  readonly ownFiles: OwnFileRow;
  readonly peers: PeerRow;
  readonly badFiles: BadFileRow;
  readonly alarms: AlarmRow;
  readonly undo: UndoRow;
};
export type SyncTable = keyof SyncRows;
export const KEY_OF = {
  self: 'key',
  records: 'id',
  ownFiles: 'name',
  peers: 'device',
  badFiles: 'path',
  alarms: 'id',
  undo: 'id',
} as const satisfies { readonly [T in SyncTable]: keyof SyncRows[T] };

/** Inside one transaction: all of it happens, or nothing. Nothing but these may be awaited in it. */
export type SyncTx = {
  readonly get: <T extends SyncTable>(table: T, key: string) => Promise<SyncRows[T] | undefined>;
  readonly getMany: <T extends SyncTable>(table: T, keys: readonly string[]) => Promise<(SyncRows[T] | undefined)[]>;
  readonly all: <T extends SyncTable>(table: T) => Promise<SyncRows[T][]>;
  readonly put: <T extends SyncTable>(table: T, rows: readonly SyncRows[T][]) => Promise<void>;
  readonly drop: (table: SyncTable, keys: readonly string[]) => Promise<void>;
  /** Records with something unsent, at most `limit`, by id. */
  readonly unsent: (limit: number) => Promise<RecordRow[]>;
  readonly countUnsent: () => Promise<number>;
  /** Records of which something lies in any of these files of ours. */
  readonly homedIn: (files: readonly string[]) => Promise<RecordRow[]>;
  readonly count: (table: SyncTable) => Promise<number>;
};

export type SyncDatabase = { readonly transact: <R>(work: (tx: SyncTx) => Promise<R>) => Promise<R> };

/** What was written to a row on this device since it was last asked; null: the row is gone. */
export type LocalChange = { readonly id: RecordId; readonly fields: Readonly<Record<string, unknown>> | null };

/** The library as sync sees it: rows out as fields, fields in as rows. In the same transaction as sync's own tables. */
export type LibrarySide = {
  /** Records that may have changed here, at most `limit`. They stay marked until `settled`. */
  readonly marked: (tx: SyncTx, limit: number) => Promise<RecordId[]>;
  /** The fields in which the library differs from the record as it is known; only those. Nothing where none does. */
  readonly changed: (tx: SyncTx, records: ReadonlyMap<RecordId, SyncedRecord | undefined>) => Promise<LocalChange[]>;
  readonly settled: (tx: SyncTx, ids: readonly RecordId[]) => Promise<void>;
  /** Puts into the library what the records now say, and takes out of it what is gone; leaves no mark. */
  readonly show: (tx: SyncTx, records: readonly SyncedRecord[]) => Promise<void>;
};
