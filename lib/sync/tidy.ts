/** Our own folder kept whole and small: lost files written again, many packed into one, what is replaced deleted. */
import { chooseRun } from './choose-run.ts';
import { pathOf } from './file-name.ts';
import { markIfLost } from './own-folder.ts';
import { seenOfPeers } from './peers.ts';
import { send, type Draft } from './push.ts';
import type { Home } from './record.ts';
import { writesIn } from './record-homes.ts';
import type { RemoteFile } from './remote.ts';
import { mayTakeFile, selfOf, transact, type Run } from './run-state.ts';
import { encodeSegment } from './segment.ts';
import type { OwnFileRow, SyncTx } from './tables.ts';

/** More files than `enough` are packed when there is nothing else to do, and more than `atMost` at once. */
export const TIDINESS = { enough: 14, atMost: 18 };
/** A run that sends an edit stays short. */
const DELETES_WITH_AN_EDIT = 3;
/** Names of deleted files are remembered that long, since listings may be old. */
const REMEMBERED = 200;

const DAY = 86_400_000;
const SMALL = 256 * 1024;

export async function tidy(run: Run, listed: readonly RemoteFile[]): Promise<void> {
  run.parts.onProgress({ step: 'tidying', done: 0, of: null });
  const hadSent = run.hasSent;
  await checkOne(run);
  await rewriteLost(run);
  await pack(run, hadSent);
  await deleteReplaced(run, new Set(listed.map((file) => file.name)), hadSent);
}

/** One of our files is read again, the one that was not for the longest time: small ones daily, big ones weekly. */
async function checkOne(run: Run): Promise<void> {
  const now = run.parts.now();
  const isDue = ({ state, checked, size }: OwnFileRow): boolean =>
    state === 'there' && (checked === null || Math.abs(now - checked) >= (size <= SMALL ? DAY : 7 * DAY));
  const due = (await ownFiles(run)).filter(isDue).sort((a, b) => (a.checked ?? 0) - (b.checked ?? 0));
  const [first] = due;
  if (first !== undefined && !run.hasSent && mayTakeFile(run)) await markIfLost(run, first);
}

async function rewriteLost(run: Run): Promise<void> {
  for (const file of (await ownFiles(run)).filter((own) => own.state === 'lost')) {
    if (!mayTakeFile(run)) return;
    await rewrite(run, [file]);
  }
}

async function pack(run: Run, hadSent: boolean): Promise<void> {
  const { enough, atMost } = run.parts.tidiness ?? TIDINESS;
  for (;;) {
    const files = await ownFiles(run);
    const there = files.filter((file) => file.state === 'there');
    if (files.some((file) => file.state === 'lost')) return;
    if (there.length <= (hadSent ? atMost : enough)) return;
    const chosen = chooseRun(there);
    if (chosen.length === 0 || !mayTakeFile(run) || !(await rewrite(run, chosen))) return;
  }
}

/**
 * What still stands of these files in a new one over the same numbers, in their place. Only while everything of ours has
 * arrived: what was overwritten here and not yet sent would else be nowhere.
 */
async function rewrite(run: Run, files: readonly OwnFileRow[]): Promise<boolean> {
  const draft = await transact(run, async (tx) => ((await hasAllArrived(tx)) ? draftOf(tx, run, files) : null));
  if (draft === null) return false;
  await send(run, draft);
  return true;
}

export async function hasAllArrived(tx: SyncTx): Promise<boolean> {
  if ((await tx.countUnsent()) > 0) return false;
  return (await tx.all('ownFiles')).every((file) => file.state !== 'outgoing');
}

async function draftOf(tx: SyncTx, run: Run, files: readonly OwnFileRow[]): Promise<Draft> {
  const names = new Set(files.map((file) => file.name));
  const isMeant = (home: Home): boolean => home !== null && names.has(home);
  const records = await tx.homedIn([...names]);
  const changes = records.flatMap((record) => writesIn(record, isMeant) ?? []);
  const content = encodeSegment({ ...(await seenOfPeers(tx, await selfOf(tx))), records: changes });
  const from = Math.min(...files.map((file) => file.from));
  const to = Math.max(...files.map((file) => file.to));
  return { place: { device: run.device, from, to }, content, changes, isMeant, replaces: [...names] };
}

/** What is replaced, and what was deleted and is there again. */
async function deleteReplaced(run: Run, listed: ReadonlySet<string>, hadSent: boolean): Promise<void> {
  const files = await ownFiles(run);
  const needed = new Set(files.flatMap((file) => (file.state === 'outgoing' ? file.replaces : [])));
  const isToDelete = ({ name, state }: OwnFileRow): boolean =>
    state === 'abandoned' ? !needed.has(name) : state === 'gone' && listed.has(name);
  const toDelete = files.filter(isToDelete);
  const limit = hadSent ? DELETES_WITH_AN_EDIT : Infinity;
  for (const file of toDelete.slice(0, limit)) {
    await run.parts.store.del(pathOf(run.device, file.name));
    await transact(run, (tx) => tx.put('ownFiles', [{ ...file, state: 'gone' }]));
  }
  const gone = files.filter((file) => file.state === 'gone').sort((a, b) => b.to - a.to);
  const forgotten = gone.slice(REMEMBERED).map((file) => file.name);
  if (forgotten.length > 0) await transact(run, (tx) => tx.drop('ownFiles', forgotten));
}

const ownFiles = (run: Run): Promise<OwnFileRow[]> => transact(run, (tx) => tx.all('ownFiles'));
