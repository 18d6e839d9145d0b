/** Where the vault lies: another password, another address of it, or a place to which all of it is brought. */
import type { Place } from '@/lib/core/sync.ts';
import type { LibraryDb } from '@/lib/storage/db.ts';
import { keptIn } from './kept.ts';
import { currentKeyring, putKeyring } from './keyring-files.ts';
import { ownKeyring, sendAllAgain } from './look-at-keys.ts';
import { NEW_STATUS } from './kept.ts';
import { openAllowed, withFaults, type DeskSources } from './set-up.ts';
import type { Done, Fault, NoVault } from './sync-desk.ts';

const NO_VAULT: NoVault = { kind: 'no-vault' };

export function changePlace(sources: DeskSources, place: Place, bring: boolean): Promise<Done | NoVault | Fault> {
  return withFaults(async (): Promise<Done | NoVault> => {
    const { db } = sources;
    const keyring = await ownKeyring(db);
    if (keyring === null) return NO_VAULT;
    const store = await openAllowed(sources, place);
    const isThere = (await currentKeyring(store, keyring.vault)) !== null;
    if (!isThere && !bring) return NO_VAULT;
    await keptIn(db).put('place', place);
    return isThere ? goOn(sources) : fill(sources, place);
  });
}

/** The vault is gone from its place: from here it is put there again. */
export function startAnew(sources: DeskSources): Promise<Done | NoVault | Fault> {
  return withFaults(async (): Promise<Done | NoVault> => {
    const place = await keptIn(sources.db).get('place');
    return place === undefined ? NO_VAULT : fill(sources, place);
  });
}

/** Meant first, then done: whatever it is cut off after, the next run goes on with it. */
async function fill(sources: DeskSources, place: Place): Promise<Done | NoVault> {
  const { db, outside } = sources;
  const keyring = await ownKeyring(db);
  if (keyring === null) return NO_VAULT;
  await keptIn(db).put('anew', true);
  await sendAllAgain({ db, random: outside.random });
  await putKeyring(await openAllowed(sources, place), keyring);
  return goOn(sources);
}

async function goOn({ db, outside }: DeskSources): Promise<Done> {
  await forgetFault(db);
  await outside.tell('sync.changed');
  return { kind: 'done' };
}

async function forgetFault(db: LibraryDb): Promise<void> {
  const kept = keptIn(db);
  await db.transaction('rw', ['syncKept'], async () => {
    await kept.put('status', { ...((await kept.get('status')) ?? NEW_STATUS), failing: null });
  });
}
