/** Sync as the reader meets it: where the copy lies, how it stands, what needs a decision. */

/** Where the encrypted copy lies. Kept on this device only; a folder's handle lies in a table of its own. */
export type Place =
  | { readonly kind: 'webdav'; readonly url: string; readonly user: string; readonly password: string }
  | {
      readonly kind: 's3';
      /** Scheme and host; the bucket is a part of the path. */
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      /** Folder inside the bucket; may be empty. */
      readonly prefix: string;
      readonly accessKey: string;
      readonly secretKey: string;
    }
  | {
      readonly kind: 'couch';
      /** Of the database. */
      readonly url: string;
      readonly user: string;
      readonly password: string;
    }
  | { readonly kind: 'folder'; readonly name: string };
export type PlaceKind = Place['kind'];

/**
 * Why a server or folder could not be used. `offline`: not reached, or no answer in time. `denied`: the browser has not
 * allowed this host or folder, or no longer does. `auth`: it refuses the name or password. `busy`: it asks to wait.
 * `full`: no space there. `odd`: what answers is no store of that kind (a log-in page, say). `server`: its own fault.
 */
export const REMOTE_FAULTS = ['offline', 'denied', 'auth', 'busy', 'full', 'odd', 'server'] as const;
export type RemoteFault = (typeof REMOTE_FAULTS)[number];

/**
 * What stops sync beside the place itself. `library`: this device cannot write (a full disk). `locked`: the vault has
 * new keys, the passphrase is asked again. `vault-gone`: the folder or its keys are not there any more; nothing here is
 * deleted. `revoked`: this device was removed from the vault.
 */
export const SYNC_FAULTS = [...REMOTE_FAULTS, 'library', 'locked', 'vault-gone', 'revoked'] as const;
export type SyncFault = (typeof SYNC_FAULTS)[number];

/** Times in milliseconds since 1970. */
export type SyncStatus = {
  /** The last run that ended with nothing left to do. */
  readonly lastSuccess: number | null;
  /** Records changed here of which the vault does not yet hold the last state for certain. */
  readonly pending: number;
  readonly running: SyncProgress | null;
  readonly failing: {
    readonly why: SyncFault;
    readonly since: number;
    readonly tries: number;
    readonly nextTry: number | null;
  } | null;
};

/** `done` of `of` files in the step; `of` null where it is not known yet. */
export type SyncProgress = {
  readonly step: 'looking' | 'fetching' | 'sending' | 'tidying';
  readonly done: number;
  readonly of: number | null;
};

/**
 * What sync noticed and tells the reader; each stays until it is settled or dismissed.
 * `rolled-back`: the vault shows an older state of a device than was seen before. `missing`: files of a device that
 * another has seen are not there. `damaged`: a file that stays unreadable was set aside. `newer`: a newer version of
 * Parallax wrote a file; update. `copied-profile`: another copy of this profile writes too, so this one took a new name.
 * `many-deleted`: another device deleted so much at once that it can be undone here. `clock`: this device's clock, or
 * another's, is far off. `foreign`: files of another vault lie there.
 */
export type Alarm = {
  readonly id: string;
  readonly at: number;
  /** The name of the device meant, where it is one's and known. */
  readonly device: string | null;
} & (
  | { readonly kind: 'rolled-back' | 'missing' | 'newer' | 'copied-profile' | 'foreign' }
  | { readonly kind: 'damaged'; readonly files: number }
  | { readonly kind: 'many-deleted'; readonly records: number }
  | { readonly kind: 'clock'; readonly offBy: number }
);

export type SyncDevice = {
  readonly id: string;
  readonly name: string;
  readonly isThis: boolean;
  /** The day on which it last wrote, as a time; null: never. */
  readonly lastWrote: number | null;
};

/** One text of a note that was changed in two places at once. */
export type BodyVersion = {
  readonly device: string;
  readonly at: number;
  readonly text: string;
  readonly stamp: string;
};

/** The texts of one note between which the reader chooses; the first is the one shown meanwhile. */
export type Conflict = {
  readonly note: string;
  readonly versions: readonly [BodyVersion, BodyVersion, ...BodyVersion[]];
  /** The text from which all of them come, where it is known. */
  readonly base: string | null;
};

/** What the reader lets go along beside notes, flags, tags and answers. */
export type SyncChoice = {
  readonly settings: boolean;
  /** The text of every article read, not only of those with a note. */
  readonly allTexts: boolean;
};

/** Without its secrets. `where`: its address, from `https://` on, or the folder's name. */
export type ShownPlace = { readonly kind: PlaceKind; readonly where: string; readonly user: string | null };

export type SyncView =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'on';
      readonly place: ShownPlace;
      readonly choice: SyncChoice;
      readonly status: SyncStatus;
      readonly devices: readonly SyncDevice[];
      readonly conflicts: readonly Conflict[];
      readonly alarms: readonly Alarm[];
    };
