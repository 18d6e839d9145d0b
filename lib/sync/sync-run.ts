/** One run of sync, from looking at the vault to tidying it. */
import { isDeviceFolder, KEYS_FOLDER } from './file-name.ts';
import { lookAtOwnFolder, startAnew } from './own-folder.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { failed, outcomeOf, transact, type Run } from './run-state.ts';
import type { RunOutcome, SyncParts } from './sync-parts.ts';
import { tidy } from './tidy.ts';
import type { SyncTx } from './tables.ts';

/**
 * Expected faults are outcomes. It may die after any step: what was done stays, and the next run goes on from there. Two
 * runs of one profile never overlap; the caller sees to that.
 */
export function runSync(parts: SyncParts): Promise<RunOutcome> {
  return outcomeOf(parts, async (run) => {
    const folders = await lookAtVault(run);
    const listed = await lookAtOwnFolder(run, folders);
    await pull(run, folders);
    await push(run);
    if (!run.isCut) await tidy(run, listed);
  });
}

/** Where nothing is, nothing was deleted: somebody moved the folder, or this is another place. */
export async function lookAtVault(run: Run): Promise<string[]> {
  run.parts.onProgress({ step: 'looking', done: 0, of: null });
  const folders = await run.parts.store.dirs('');
  if (folders.some((name) => name === KEYS_FOLDER || isDeviceFolder(name))) return folders;
  if (!(await transact(run, wasThere))) return folders;
  if (run.parts.mayStartAnew !== true) throw failed('vault-gone');
  run.device = await transact(run, (tx) => startAnew(tx, run.parts.random));
  return [];
}

async function wasThere(tx: SyncTx): Promise<boolean> {
  const own = (await tx.all('ownFiles')).some((file) => file.state === 'there' || file.state === 'lost');
  return own || (await tx.all('peers')).some((peer) => peer.highest > 0);
}
