/**
 * A sealed file to its place, and no word of it being there before it has been read back whole. What lies under a name
 * already is never written over: somebody may have read it. A name under which it does not come to lie as it was sent is
 * given up, and the content sealed under another.
 */
import { nameOf, pathOf } from './file-name.ts';
import { RemoteError } from './remote.ts';
import { movedTo, rowOf } from './record-homes.ts';
import { failed, mayTakeFile, seal, transact, type Run } from './run-state.ts';
import { LONGEST_FILE } from './segment.ts';
import type { OwnFileRow } from './tables.ts';

/** Times that it is found not to be what was sent; and times that it is sent when nothing is found. */
const TRIES = 3;
/** Where nothing arrives whole, the place itself is no good. */
const NAMES_IN_ONE_RUN = 2;

/** What earlier runs left on its way. It may have arrived without our knowing. */
export async function deliverWaiting(run: Run): Promise<void> {
  const waiting = (await transact(run, (tx) => tx.all('ownFiles')))
    .filter((file) => file.state === 'outgoing')
    .sort((a, b) => a.to - b.to);
  for (const file of waiting) if (mayTakeFile(run)) await deliver(run, file, 'look-first');
}

export async function deliver(run: Run, file: OwnFileRow, how: 'look-first' | 'new', names = 0): Promise<void> {
  run.hasSent = true;
  let found = how === 'new' ? 'nothing' : await look(run, file);
  let tries = file.tries;
  for (let sent = 0; found !== 'whole';) {
    if (found === 'nothing') {
      if (sent++ === TRIES) throw new RemoteError('server');
      await put(run, file);
    } else if (await isToGiveUp(run, file, ++tries)) {
      if (names === NAMES_IN_ONE_RUN) throw new RemoteError('odd');
      await deliver(run, await sealAnew(run, file), 'new', names + 1);
      return;
    }
    found = await look(run, file);
  }
  await noteArrived(run, file);
}

async function look(run: Run, { name, bytes }: OwnFileRow): Promise<'nothing' | 'whole' | 'broken'> {
  const found = await run.parts.store.get(pathOf(run.device, name), LONGEST_FILE);
  if (found === null) return 'nothing';
  return bytes?.length === found.length && found.every((byte, index) => byte === bytes[index]) ? 'whole' : 'broken';
}

async function put(run: Run, { name, bytes }: OwnFileRow): Promise<void> {
  if (bytes === null) return;
  if (!run.hasFolder) await run.parts.store.mkdir(run.device);
  run.hasFolder = true;
  await run.parts.store.put(pathOf(run.device, name), bytes);
}

async function isToGiveUp(run: Run, file: OwnFileRow, tries: number): Promise<boolean> {
  await transact(run, (tx) => tx.put('ownFiles', [{ ...file, tries }]));
  return tries >= TRIES;
}

/** The same content for the same place under another name; the old one is deleted when that has arrived. */
async function sealAnew(run: Run, file: OwnFileRow): Promise<OwnFileRow> {
  const { sealer } = run.parts;
  const place = { device: run.device, from: file.from, to: file.to };
  const opened = file.bytes === null ? null : await sealer.open(file.bytes, place);
  if (opened?.kind !== 'opened') throw failed('locked');
  const bytes = await seal(run, opened.content, place);
  const name = nameOf(place, await sealer.hash(bytes));
  const replaces = [...file.replaces, file.name];
  const anew: OwnFileRow = { ...file, name, bytes, size: bytes.length, tries: 0, replaces };
  await transact(run, async (tx) => {
    const records = await tx.homedIn([file.name]);
    await tx.put(
      'records',
      records.map((record) => rowOf(movedTo(record, name, (home) => home === file.name))),
    );
    await tx.put('ownFiles', [anew, { ...file, bytes: null, state: 'abandoned' }]);
  });
  return anew;
}

async function noteArrived(run: Run, file: OwnFileRow): Promise<void> {
  const checked = run.parts.now();
  await transact(run, async (tx) => {
    const replaced = (await tx.getMany('ownFiles', file.replaces)).filter((row) => row !== undefined);
    await tx.put('ownFiles', [
      ...replaced.map((row): OwnFileRow => ({ ...row, state: 'abandoned' })),
      { ...file, bytes: null, state: 'there', replaces: [], checked },
    ]);
  });
}
