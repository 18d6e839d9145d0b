/**
 * One thing of the reader's (a note, an article, an answer) as it is replicated: fields, each with the stamp of its last
 * write. Merging is commutative, associative and idempotent: any order, any number of times, comes to the same.
 *
 * A plain field keeps the write with the highest stamp. A `body` keeps every text that no other text has seen: two that
 * were written without knowing of each other are both kept. A deletion is a floor that only rises: what was written
 * before it is gone, what is written after it lives. So nothing deleted comes back, and nothing needs to be undeleted.
 */
import type { Json } from '@/lib/core/note.ts';
import type { DeviceId, Stamp } from './stamp.ts';

/** `<kind>/<key>`, for example `notes/0b9f…`. */
export type RecordId = string;
/** Fields of this name hold texts and keep what was written at the same time. */
export const BODY = 'body';

/**
 * Where this very write lies: the name of a file of ours that holds it; `UNSENT`: ours to publish, in no file yet; null:
 * somebody else's to publish.
 */
export type Home = string | null;
export const UNSENT = 'unsent';

export type Cell = { readonly stamp: Stamp; readonly value: Json; readonly home: Home };

/** The text that one version was made from, while it may still be needed to merge. */
export type Base = { readonly stamp: Stamp; readonly text: string };
/** Which texts of a body an author knew to be replaced: of each device all up to a stamp, except those few. */
export type Seen = { readonly upTo: Readonly<Record<DeviceId, Stamp>>; readonly except: readonly Stamp[] };

export type Version = {
  readonly stamp: Stamp;
  readonly text: string;
  readonly seen: Seen;
  readonly base: Base | null;
  readonly home: Home;
};

export type SyncedRecord = {
  readonly id: RecordId;
  /** Nothing written at or before it lives. */
  readonly floor: { readonly stamp: Stamp; readonly home: Home } | null;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Newest first; empty where the record has no body. */
  readonly versions: readonly Version[];
};

/** Writes of one record as they travel in a file: without a home. */
export type RecordChange = {
  readonly id: RecordId;
  readonly floor: Stamp | null;
  readonly cells: Readonly<Record<string, Omit<Cell, 'home'>>>;
  readonly versions: readonly Omit<Version, 'home'>[];
};
