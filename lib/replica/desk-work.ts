/** The desk's work, with the storage, the vault and the library that it is done on. */
import type { LibraryDb } from '@/lib/storage/db.ts';
import { choose, dismiss, rename, repair, settle, undoDeletes } from './desk-deeds.ts';
import { leave } from './leave.ts';
import { AS_RUNNING, type Outside } from './outside.ts';
import { create, join, joinByCode, probe, readCode, type DeskSources } from './set-up.ts';
import type { DeskWork } from './sync-desk.ts';
import { endPairing, pairingCode, renewPassphrase, renewRecovery, revokeDevice, unlockAgain } from './vault-keys.ts';
import { changePlace, startAnew } from './vault-place.ts';

export function createDeskWork(db: LibraryDb, outside: Partial<Outside>): DeskWork {
  const sources: DeskSources = { db, outside: { ...AS_RUNNING, ...outside } };
  return {
    probe: (place) => probe(sources, place),
    create: (ask) => create(sources, ask),
    join: (ask) => join(sources, ask),
    readCode: (code) => readCode(sources, code),
    joinByCode: (ask) => joinByCode(sources, ask),
    pairingCode: (secret) => pairingCode(sources, secret),
    endPairing: () => endPairing(sources),
    changePassphrase: (secret, passphrase) => renewPassphrase(sources, secret, passphrase),
    newRecovery: (secret) => renewRecovery(sources, secret),
    revoke: (device, secret, passphrase) => revokeDevice(sources, device, { secret, passphrase }),
    unlockAgain: (secret) => unlockAgain(sources, secret),
    rename: (name) => rename(sources, name),
    choose: (choice) => choose(sources, choice),
    changePlace: (place, bring) => changePlace(sources, place, bring),
    leave: (ask) => leave(sources, ask),
    settle: (note, text) => settle(sources, note, text),
    dismiss: (alarm) => dismiss(sources, alarm),
    undoDeletes: (alarm) => undoDeletes(sources, alarm),
    repair: (alarm) => repair(sources, alarm),
    startAnew: () => startAnew(sources),
    syncNow: async () => {
      await sources.outside.tell('sync.now');
    },
  };
}
