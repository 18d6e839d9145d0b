/** The library, table by table. One per context that needs it: the background and the extension's own pages. */
import { createFeedbackStore, type FeedbackStore } from './feedback-store.ts';
import { openLibraryDb, type LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { createMeaningStore, type MeaningStore } from './meaning-store.ts';
import { createPackStore, type PackStore } from './pack-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';

export type Library = {
  readonly packs: PackStore;
  readonly feedback: FeedbackStore;
  readonly settings: SettingsStore;
  readonly meanings: MeaningStore;
  /** Empties every table, all or none. */
  readonly wipe: () => Promise<void>;
};

export function createLibrary(db: LibraryDb = openLibraryDb()): Library {
  return {
    packs: createPackStore(db),
    feedback: createFeedbackStore(db),
    settings: createSettingsStore(db),
    meanings: createMeaningStore(db),
    wipe: () =>
      guarded(() =>
        db.transaction('rw', db.tables, async () => {
          await Promise.all(db.tables.map((table) => table.clear()));
        }),
      ),
  };
}
