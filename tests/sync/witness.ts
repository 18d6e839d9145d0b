/** Watches a world of devices from outside: what was acknowledged, and whether anybody could read it, at every moment. */
import { canonical } from '@/lib/sync/canonical.ts';
import { parseFileName } from '@/lib/sync/file-name.ts';
import { mergeRecord } from '@/lib/sync/merge-record.ts';
import type { RecordChange, RecordId, Seen, SyncedRecord } from '@/lib/sync/record.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { hasSeen, NOTHING_SEEN } from '@/lib/sync/seen.ts';
import { decodeSegment } from '@/lib/sync/segment.ts';
import type { DeviceId, Stamp } from '@/lib/sync/stamp.ts';
import type { OwnFileRow } from '@/lib/sync/tables.ts';
import { openFake } from './fake-sealer.ts';
import type { MemoryDatabase } from './memory-database.ts';
import type { MemoryStore } from './memory-store.ts';

export type Write = {
  readonly id: RecordId;
  readonly kind: 'floor' | 'cell' | 'version';
  readonly field: string;
  readonly stamp: Stamp;
  readonly value: string;
  readonly seen: Seen;
};

export const keyOf = ({ id, kind, field, stamp, value }: Write): string => `${id} ${kind} ${field} ${stamp} ${value}`;

export function writesIn({ id, floor, cells, versions }: RecordChange | SyncedRecord): Write[] {
  const floorStamp = typeof floor === 'string' ? floor : (floor?.stamp ?? null);
  return [
    ...(floorStamp === null
      ? []
      : [{ id, kind: 'floor', field: '', stamp: floorStamp, value: '', seen: NOTHING_SEEN } as const]),
    ...Object.entries(cells).map(
      ([field, { stamp, value }]) =>
        ({ id, kind: 'cell', field, stamp, value: canonical(value), seen: NOTHING_SEEN }) as const,
    ),
    ...versions.map(
      ({ stamp, text, seen }) => ({ id, kind: 'version', field: 'body', stamp, value: text, seen }) as const,
    ),
  ];
}

/** Whether the record says the write, or something later in its place. */
export function stands(write: Write, record: SyncedRecord | undefined): boolean {
  if (record === undefined) return false;
  if (record.floor !== null && record.floor.stamp >= write.stamp) return true;
  if (write.kind === 'floor') return false;
  if (write.kind === 'cell') {
    const cell = new Map(Object.entries(record.cells)).get(write.field);
    return cell !== undefined && cell.stamp >= write.stamp;
  }
  return record.versions.some(({ stamp, seen }) => stamp === write.stamp || hasSeen(seen, write.stamp));
}

export class Witness {
  readonly problems: string[] = [];
  /** Two copies of a profile may send the same file. */
  isShared: (device: string) => boolean = () => false;
  /** By key: what some device was told is there. */
  readonly acked = new Map<string, Write>();
  /** Values and texts that were acknowledged, and not destroyed since. */
  readonly ackedValues = new Set<string>();
  readonly #destroyed = new Map<string, Write>();
  readonly #contents = new Map<string, readonly RecordChange[]>();
  readonly #read = new WeakMap<Uint8Array, readonly RecordChange[]>();
  readonly #store: MemoryStore;
  #fresh: Map<RecordId, SyncedRecord> | null = null;
  checks = 0;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  /** As the store, with an eye on it. */
  watched(): RemoteStore {
    const store = this.#store;
    return {
      ...store,
      put: async (path, bytes) => {
        if (store.files.has(path) && !this.isShared(path.split('/')[0] ?? ''))
          this.problems.push(`written over: ${path}`);
        const isOver = store.files.has(path);
        await store.put(path, bytes);
        if (isOver) this.#fresh = null;
        else if (this.#fresh !== null) this.#add(this.#fresh, path);
      },
      del: async (path) => {
        await store.del(path);
        this.#fresh = null;
        this.check(`after ${path} was deleted`);
      },
    };
  }

  follow(database: MemoryDatabase): void {
    database.onKept = (written) => {
      const device = database.content.tables.self.get('self')?.device;
      for (const { table, row } of written) {
        if (table === 'ownFiles' && device !== undefined) this.#noteFile(device, row as OwnFileRow);
      }
    };
  }

  #noteFile(device: DeviceId, { name, from, to, bytes, state }: OwnFileRow): void {
    if (bytes !== null) {
      const opened = openFake(bytes, { device, from, to });
      this.#contents.set(name, opened.kind === 'opened' ? (decodeSegment(opened.content)?.records ?? []) : []);
    }
    if (state !== 'there') return;
    for (const write of (this.#contents.get(name) ?? []).flatMap(writesIn)) {
      this.acked.set(keyOf(write), write);
      this.ackedValues.add(write.value);
      this.#destroyed.delete(keyOf(write));
    }
    this.#contents.delete(name);
    this.check(`after ${name} was acknowledged`);
  }

  /** What a device that knows nothing would read now, were there no faults. */
  fresh(): ReadonlyMap<RecordId, SyncedRecord> {
    if (this.#fresh !== null) return this.#fresh;
    const records = new Map<RecordId, SyncedRecord>();
    for (const path of this.#store.files.keys()) this.#add(records, path);
    this.#fresh = records;
    return records;
  }

  #add(records: Map<RecordId, SyncedRecord>, path: string): void {
    for (const change of this.#recordsIn(path, this.#store.files.get(path) ?? new Uint8Array())) {
      records.set(change.id, mergeRecord(records.get(change.id), change, null));
    }
  }

  #recordsIn(path: string, bytes: Uint8Array): readonly RecordChange[] {
    const known = this.#read.get(bytes);
    if (known !== undefined) return known;
    const [device = '', name = ''] = path.split('/');
    const file = parseFileName(name);
    const opened = file === null ? null : openFake(bytes, { device: device as DeviceId, from: file.from, to: file.to });
    const read = opened?.kind === 'opened' ? (decodeSegment(opened.content)?.records ?? []) : [];
    this.#read.set(bytes, read);
    return read;
  }

  check(when: string): void {
    this.checks += 1;
    const records = this.fresh();
    for (const [key, write] of this.acked) {
      if (stands(write, records.get(write.id)) || this.#isExcused(write)) continue;
      this.problems.push(`cannot be read ${when}: ${key}`);
      this.acked.delete(key);
    }
  }

  /** The server itself lost what had come in its place. */
  #isExcused(write: Write): boolean {
    for (const lost of this.#destroyed.values()) {
      if (lost.id === write.id && stands(write, mergeRecord(undefined, changeOf(lost), null))) return true;
    }
    return false;
  }

  /** The server loses a file, or some of it. */
  destroy(path: string, left: Uint8Array<ArrayBuffer> | null): void {
    const bytes = this.#store.files.get(path);
    if (bytes === undefined) return;
    for (const write of this.#recordsIn(path, bytes).flatMap(writesIn)) this.#destroyed.set(keyOf(write), write);
    if (left === null) this.#store.files.delete(path);
    else this.#store.files.set(path, left);
    this.#fresh = null;
    const records = this.fresh();
    for (const [key, write] of this.acked) {
      if (stands(write, records.get(write.id))) continue;
      this.acked.delete(key);
      this.ackedValues.delete(write.value);
    }
  }
}

function changeOf({ id, kind, field, stamp, value, seen }: Write): RecordChange {
  return {
    id,
    floor: kind === 'floor' ? stamp : null,
    cells: kind === 'cell' ? { [field]: { stamp, value } } : {},
    versions: kind === 'version' ? [{ stamp, text: value, seen, base: null }] : [],
  };
}
