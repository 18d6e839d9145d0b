/** The content of a file, as bytes and back. What comes from a file is parsed field by field: its writer may be hostile. */
import type { Json } from '@/lib/core/note.ts';
import { toJson } from './canonical.ts';
import { BODY, type RecordChange, type RecordId, type Seen } from './record.ts';
import { DEVICE_PATTERN, deviceOf, isStamp, type DeviceId, type Stamp } from './stamp.ts';

/** `seen`: of each other device, the file up to which the writer had everything. `adopted`: whose writes it took over. */
export type Segment = {
  readonly seen: Readonly<Record<DeviceId, number>>;
  readonly adopted: readonly DeviceId[];
  readonly records: readonly RecordChange[];
};

/** Of a file, in bytes: a longer one is not read. */
export const LONGEST_FILE = 8 * 2 ** 20;
/** Of what is in it. */
export const LONGEST_CONTENT = 32 * 2 ** 20;
const LAST_SEQ = 99_999_999;

const RECORD_ID = /^[a-z][a-z0-9-]{0,31}\/[^]{1,2048}$/;
/** After a word of ours there may be one of the reader's: `tag:…`. */
const FIELD = /^[a-zA-Z][^]{0,2048}$/;
export const isRecordId = (value: unknown): value is RecordId => typeof value === 'string' && RECORD_ID.test(value);
export const isFieldName = (name: string): boolean => FIELD.test(name) && name !== BODY;

export function encodeSegment({ seen, adopted, records }: Segment): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    `{"seen":${JSON.stringify(sortedBy(seen))},"adopted":${JSON.stringify(adopted)},"records":[${records.map(encodeRecord).join(',')}]}`,
  );
}

/** As it stands in the file: also to know how long it will be. */
export function encodeRecord({ id, floor, cells, versions }: RecordChange): string {
  const fields = Object.entries(sortedBy(cells)).map(([field, { stamp, value }]) => [field, [stamp, value]]);
  const texts = versions.map(({ stamp, text, seen, base }) => [
    stamp,
    text,
    [sortedBy(seen.upTo), seen.except],
    base === null ? null : [base.stamp, base.text],
  ]);
  return JSON.stringify([id, floor, Object.fromEntries(fields), texts]);
}

const sortedBy = <T>(fields: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Null: not what a device writes. Fields that this version does not know, beside those it does, are passed over. */
export function decodeSegment(content: Uint8Array): Segment | null {
  if (content.length > LONGEST_CONTENT) return null;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    return segmentOf(parsed);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof Malformed) return null;
    throw error;
  }
}

class Malformed extends Error {}

const malformed = (): never => {
  throw new Malformed();
};

function segmentOf(value: unknown): Segment {
  const { seen, adopted, records } = fieldsOf(value);
  return {
    seen: Object.fromEntries(Object.entries(fieldsOf(seen)).map(([device, seq]) => [deviceId(device), seqOf(seq)])),
    adopted: listOf(adopted ?? []).map(deviceId),
    records: listOf(records).map(recordOf),
  };
}

function recordOf(value: unknown): RecordChange {
  const [id, floor, cells, versions] = listOf(value);
  if (!isRecordId(id)) return malformed();
  return {
    id,
    floor: floor === null ? null : stampOf(floor),
    cells: Object.fromEntries(Object.entries(fieldsOf(cells)).map(cellOf)),
    versions: listOf(versions).map(versionOf),
  };
}

function cellOf([field, cell]: [string, unknown]): [string, { stamp: Stamp; value: Json }] {
  if (!isFieldName(field)) return malformed();
  const [stamp, raw] = listOf(cell);
  const value = toJson(raw);
  return value === undefined ? malformed() : [field, { stamp: stampOf(stamp), value }];
}

function versionOf(value: unknown): RecordChange['versions'][number] {
  const [rawStamp, text, rawSeen, rawBase] = listOf(value);
  if (typeof text !== 'string') return malformed();
  const stamp = stampOf(rawStamp);
  return { stamp, text, seen: seenOf(rawSeen, stamp), base: rawBase === null ? null : baseOf(rawBase) };
}

/** What a text has seen is earlier than itself: no two can claim to replace each other. */
function seenOf(value: unknown, own: Stamp): Seen {
  const [upTo, except] = listOf(value);
  const entries = Object.entries(fieldsOf(upTo)).map(([device, raw]): [DeviceId, Stamp] => {
    const stamp = stampOf(raw);
    return deviceOf(stamp) === device && stamp < own ? [deviceId(device), stamp] : malformed();
  });
  return { upTo: Object.fromEntries(entries), except: listOf(except).map(stampOf) };
}

function baseOf(value: unknown): { stamp: Stamp; text: string } {
  const [stamp, text] = listOf(value);
  return typeof text === 'string' ? { stamp: stampOf(stamp), text } : malformed();
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return malformed();
  return value as Readonly<Record<string, unknown>>;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : malformed());
const stampOf = (value: unknown): Stamp => (isStamp(value) ? value : malformed());
const seqOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_SEQ ? value : malformed();

function deviceId(value: unknown): DeviceId {
  return typeof value === 'string' && DEVICE_PATTERN.test(value) ? (value as DeviceId) : malformed();
}
