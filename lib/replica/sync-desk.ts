/** Sync as a page of ours sees and changes it. The runs are the background's; what is asked here is done in the page that asks. */
import type { Place, RemoteFault, SyncChoice, SyncView } from '@/lib/core/sync.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import type { Secret } from '@/lib/vault/vault.ts';
import { keptIn } from './kept.ts';
import { allow } from './leave-to-reach.ts';
import type { Outside } from './outside.ts';
import { watchSync } from './sync-view.ts';

export type { Secret };

export type Done = { readonly kind: 'done' };
/** `library`: this device cannot write (a full disk). Nothing was changed, or what was is completed by asking again. */
export type Fault = { readonly kind: 'fault'; readonly why: RemoteFault | 'library' };
/** `refused`: the vault asks for a cost of opening that no honest one asks for. `cannot`: this browser cannot compute it. */
export type NotOpened = { readonly kind: 'wrong' | 'refused' | 'cannot' };
/** Sync is off, or the vault is not there. */
export type NoVault = { readonly kind: 'no-vault' };

/** A vault at a place; `devices`: that have written there, of whichever vault where there are several. */
export type FoundVault = { readonly vault: string; readonly devices: number };
/** `newer`: what lies there was written by a newer version of Parallax. `damaged`: keys lie there that cannot be read. */
export type Probe =
  | { readonly kind: 'empty' | 'newer' | 'damaged' }
  | { readonly kind: 'vaults'; readonly vaults: readonly [FoundVault, ...FoundVault[]] }
  | Fault;

export type CreateAsk = {
  readonly place: Place;
  readonly passphrase: string;
  /** Of this device, as other devices show it. */
  readonly name: string;
  readonly choice: SyncChoice;
  /** Although a vault lies there already; else that is answered `taken`. */
  readonly beside: boolean;
};
export type JoinAsk = {
  readonly place: Place;
  readonly vault: string;
  readonly secret: Secret;
  readonly name: string;
  readonly choice: SyncChoice;
};
/** `recovery`: the code to show once, and to print. */
export type Created =
  { readonly kind: 'done'; readonly recovery: string } | { readonly kind: 'taken' | 'cannot' } | Fault;
export type Joined = { readonly kind: 'joined' } | NotOpened | NoVault | Fault;

/** `place`: to be allowed before the code is used. */
export type ReadCode =
  { readonly kind: 'code'; readonly place: Place } | { readonly kind: 'unreadable' | 'expired' | 'newer' };
/** `folder`: one has no address that another device knows. */
export type Coded = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'folder' };

export type Leaving = { readonly deleteRemote: 'this-device' | 'everything' | 'nothing' };

export type SyncDesk = {
  /** Calls `seen` now and after every change, until the returned function is called. */
  readonly watch: (seen: (view: SyncView) => void, failed: (cause: unknown) => void) => () => void;
  /** Asks the browser to let us reach the place. To be called within a click, before anything is awaited. */
  readonly allow: (place: Place) => Promise<boolean>;
  /** Keeps the handle of a folder that the reader has picked; gives its place. */
  readonly useFolder: (handle: FileSystemDirectoryHandle) => Promise<Place>;
  /** Asks the server, once it is allowed. Writes nothing. */
  readonly probe: (place: Place) => Promise<Probe>;
  readonly create: (ask: CreateAsk) => Promise<Created>;
  readonly join: (ask: JoinAsk) => Promise<Joined>;
  readonly readCode: (code: string) => Promise<ReadCode>;
  readonly joinByCode: (ask: {
    readonly code: string;
    readonly name: string;
    readonly choice: SyncChoice;
  }) => Promise<Joined | { readonly kind: 'unreadable' | 'expired' | 'newer' }>;
  /** What another device needs to join within ten minutes, the place's password with it: to be shown, and never stored. */
  readonly pairingCode: (secret: Secret) => Promise<Coded | NotOpened | NoVault | Fault>;
  /** The code that was shown opens nothing any more. */
  readonly endPairing: () => Promise<void>;
  readonly changePassphrase: (secret: Secret, passphrase: string) => Promise<Done | NotOpened | NoVault | Fault>;
  /** The code before it opens nothing any more. */
  readonly newRecovery: (
    secret: Secret,
  ) => Promise<{ readonly kind: 'done'; readonly recovery: string } | NotOpened | NoVault | Fault>;
  /** The device can read nothing that is written from now on. Recovery and passphrase are new. */
  readonly revoke: (
    device: string,
    secret: Secret,
    passphrase: string,
  ) => Promise<{ readonly kind: 'done'; readonly recovery: string } | NotOpened | NoVault | Fault>;
  /** After `locked`. */
  readonly unlockAgain: (secret: Secret) => Promise<Done | NotOpened | NoVault | Fault>;
  readonly rename: (name: string) => Promise<void>;
  readonly choose: (choice: SyncChoice) => Promise<void>;
  /** A new password, or another address of the same vault. `bring`: where the vault is not there, all of it is put there. */
  readonly changePlace: (place: Place, bring: boolean) => Promise<Done | NoVault | Fault>;
  /** The library stays as it is. `this-device`: what it has written, which others may have and keep. */
  readonly leave: (ask: Leaving) => Promise<Done | Fault>;
  /** The text of a note of which there are several. */
  readonly settle: (note: string, text: string) => Promise<void>;
  readonly dismiss: (alarm: string) => Promise<void>;
  readonly undoDeletes: (alarm: string) => Promise<void>;
  /** After `rolled-back` or `missing`: sends again what this device has of others'. */
  readonly repair: (alarm: string) => Promise<void>;
  /** After `vault-gone`: puts the keys and all that this device has there again. */
  readonly startAnew: () => Promise<Done | NoVault | Fault>;
  /** Has the background begin a run; how it goes, the view shows. */
  readonly syncNow: () => Promise<void>;
};

/** What is done there; loaded when it is first asked for, since most pages only look. */
export type DeskWork = Omit<SyncDesk, 'watch' | 'allow' | 'useFolder'>;

/** `outside`: what of it is left out is the browser's. */
export function createSyncDesk(db: LibraryDb = openLibraryDb(), outside: Partial<Outside> = {}): SyncDesk {
  const kept = keptIn(db);
  let loading: Promise<DeskWork> | null = null;
  const work = (): Promise<DeskWork> =>
    (loading ??= import('./desk-work.ts').then(({ createDeskWork }) => createDeskWork(db, outside)));
  return {
    watch: (seen, failed) => watchSync(db, outside.locks ?? navigator.locks, seen, failed),
    allow: (place) => (outside.allow ?? allow)(place, () => kept.get('folder')),
    useFolder: async (handle) => {
      await kept.put('folder', handle);
      return { kind: 'folder', name: handle.name };
    },
    probe: async (place) => (await work()).probe(place),
    create: async (ask) => (await work()).create(ask),
    join: async (ask) => (await work()).join(ask),
    readCode: async (code) => (await work()).readCode(code),
    joinByCode: async (ask) => (await work()).joinByCode(ask),
    pairingCode: async (secret) => (await work()).pairingCode(secret),
    endPairing: async () => (await work()).endPairing(),
    changePassphrase: async (secret, passphrase) => (await work()).changePassphrase(secret, passphrase),
    newRecovery: async (secret) => (await work()).newRecovery(secret),
    revoke: async (device, secret, passphrase) => (await work()).revoke(device, secret, passphrase),
    unlockAgain: async (secret) => (await work()).unlockAgain(secret),
    rename: async (name) => (await work()).rename(name),
    choose: async (choice) => (await work()).choose(choice),
    changePlace: async (place, bring) => (await work()).changePlace(place, bring),
    leave: async (ask) => (await work()).leave(ask),
    settle: async (note, text) => (await work()).settle(note, text),
    dismiss: async (alarm) => (await work()).dismiss(alarm),
    undoDeletes: async (alarm) => (await work()).undoDeletes(alarm),
    repair: async (alarm) => (await work()).repair(alarm),
    startAnew: async () => (await work()).startAnew(),
    syncNow: async () => (await work()).syncNow(),
  };
}
