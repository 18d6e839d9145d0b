/** What our pages tell the background about sync. How it stands is not asked: pages follow the library. */
import type { Done } from './protocol.ts';

/** Part of `ToBackground`. */
export type SyncToBackground = {
  /** Begins a run; it is not waited for. */
  'sync.now': () => Done;
  /** Sync was set up, left or set differently in one of our pages. */
  'sync.changed': () => Done;
  /** Ends the run that is at work, if there is one: the page that asks is about to leave or to change keys. */
  'sync.stop': () => Done;
};
