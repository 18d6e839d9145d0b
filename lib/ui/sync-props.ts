/** What the interface of sync shows and what the reader can do there. */
import type { Alarm, Conflict, SyncChoice, SyncDevice, SyncView } from '@/lib/core/sync.ts';

export type SyncOn = Extract<SyncView, { readonly kind: 'on' }>;

/** What is asked in a dialog of its own. */
export type SyncAsk =
  | { readonly kind: 'set-up' | 'place' | 'passphrase' | 'recovery' | 'pair' | 'unlock' | 'start-anew' | 'leave' }
  | { readonly kind: 'revoke'; readonly device: SyncDevice }
  | { readonly kind: 'settle'; readonly note: Conflict['note'] };

export type SyncEvents = {
  readonly onAsk: (ask: SyncAsk) => void;
  readonly onSyncNow: () => void;
  /** Called within the click: the browser is asked for the host, or the folder, only then. */
  readonly onAllow: () => void;
  readonly onRename: (name: string) => void;
  readonly onChoose: (choice: SyncChoice) => void;
  readonly onDismiss: (alarm: Alarm) => void;
  readonly onUndoDeletes: (alarm: Alarm) => void;
  readonly onRepair: (alarm: Alarm) => void;
};

/** What a reader opens a vault with, as typed. */
export type SyncSecret =
  { readonly kind: 'passphrase'; readonly text: string } | { readonly kind: 'recovery'; readonly code: string };

/** Names that others may have given themselves, without what would make two lines or none of them. */
export const LONGEST_NAME = 60;
