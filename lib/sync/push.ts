/** What is ours and in no file yet, sealed into files and sent. */
import { deliver, deliverWaiting } from './deliver.ts';
import { nameOf } from './file-name.ts';
import { collectLocal } from './local-edits.ts';
import { seenOfPeers } from './peers.ts';
import { UNSENT, type Home, type RecordChange } from './record.ts';
import { homedAsSealed, rowOf, writesIn } from './record-homes.ts';
import { mayTakeFile, seal, selfOf, transact, type Run } from './run-state.ts';
import { encodeRecord, encodeSegment } from './segment.ts';
import type { FilePlace } from './sealed.ts';
import type { OwnFileRow, RecordRow, SyncTx } from './tables.ts';

/** Length of the JSON of a file’s records at which the next file begins: about half a megabyte when sealed. */
const CUT = 2 * 2 ** 20;
const PORTION = 500;
const RECORDS_IN_A_FILE = 2000;

/** `homes`: the writes that it holds had one of these before. */
export type Draft = {
  readonly place: FilePlace;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly changes: readonly RecordChange[];
  readonly isMeant: (home: Home) => boolean;
  readonly replaces: readonly string[];
};

const isUnsent = (home: Home): boolean => home === UNSENT;

export async function push(run: Run): Promise<void> {
  await deliverWaiting(run);
  await collectAll(run);
  for (let done = 0; ; done += 1) {
    const draft = await transact(run, (tx) => draftOf(tx, run));
    if (draft === null || !mayTakeFile(run)) return;
    run.parts.onProgress({ step: 'sending', done, of: null });
    await send(run, draft);
  }
}

/** An empty file: only to say what stands at the head of every file. */
export async function announce(run: Run): Promise<void> {
  await send(run, await transact(run, (tx) => draftWith(tx, run, [])));
}

async function collectAll(run: Run): Promise<void> {
  const { library, now } = run.parts;
  for (;;) {
    const writer = { now: now(), limit: PORTION };
    const marked = await transact(run, async (tx) =>
      collectLocal(tx, library, { ...writer, device: (await selfOf(tx)).device }),
    );
    if (marked < PORTION) return;
  }
}

async function draftOf(tx: SyncTx, run: Run): Promise<Draft | null> {
  const records = await tx.unsent(RECORDS_IN_A_FILE);
  const changes = firstOf(records, CUT);
  return changes.length === 0 ? null : draftWith(tx, run, changes);
}

async function draftWith(tx: SyncTx, run: Run, changes: readonly RecordChange[]): Promise<Draft> {
  const self = await selfOf(tx);
  const content = encodeSegment({ ...(await seenOfPeers(tx, self)), records: changes });
  const place = { device: run.device, from: self.nextSeq, to: self.nextSeq };
  return { place, content, changes, isMeant: isUnsent, replaces: [] };
}

/** At least one, then as many as fit. */
function firstOf(records: readonly RecordRow[], cut: number): RecordChange[] {
  const changes: RecordChange[] = [];
  let length = 0;
  for (const record of records) {
    const change = writesIn(record, isUnsent);
    if (change === null) continue;
    length += encodeRecord(change).length;
    if (length > cut && changes.length > 0) break;
    changes.push(change);
  }
  return changes;
}

/** Sealed outside of any transaction, so the reader may write meanwhile: what was sealed is sent, what is newer waits. */
export async function send(run: Run, draft: Draft): Promise<void> {
  const { place, replaces } = draft;
  const bytes = await seal(run, draft.content, place);
  const name = nameOf(place, await run.parts.sealer.hash(bytes));
  const file: OwnFileRow = {
    ...{ name, from: place.from, to: place.to, size: bytes.length, raw: draft.content.length },
    ...{ bytes, state: 'outgoing', tries: 0, replaces, checked: null },
  };
  await transact(run, (tx) => queue(tx, draft, file));
  await deliver(run, file, 'new');
}

async function queue(tx: SyncTx, { changes, isMeant, place }: Draft, file: OwnFileRow): Promise<void> {
  const self = await selfOf(tx);
  const rows = await tx.getMany(
    'records',
    changes.map((change) => change.id),
  );
  const homed = changes.flatMap((change, index) => {
    const row = rows[index];
    return row === undefined ? [] : [rowOf(homedAsSealed(row, change, file.name, isMeant))];
  });
  await tx.put('records', homed);
  await tx.put('ownFiles', [file]);
  await tx.put('self', [{ ...self, nextSeq: Math.max(self.nextSeq, place.to + 1) }]);
}
