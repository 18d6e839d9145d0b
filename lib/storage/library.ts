/** The library, table by table. One per context that needs it: the background and the extension's own pages. */
import { createArticleListing, type ArticleListing } from './article-listing.ts';
import { createArticleStore, type ArticleStore } from './article-store.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { createFeedbackStore, type FeedbackStore } from './feedback-store.ts';
import { openLibraryDb, type LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { leaveUnmarked } from './mark-changes.ts';
import { createMeaningStore, type MeaningStore } from './meaning-store.ts';
import { createNoteListing, type NoteListing } from './note-listing.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';
import { createNoteOrder, type NoteOrder } from './note-order.ts';
import { createOwnRowSource, type OwnRowSource } from './own-rows.ts';
import { createPackStore, type PackStore } from './pack-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createTakingIn, type TakingIn } from './taking-in.ts';

export type Library = {
  readonly packs: PackStore;
  readonly feedback: FeedbackStore;
  readonly settings: SettingsStore;
  readonly meanings: MeaningStore;
  readonly notes: NoteStore;
  readonly drafts: DraftStore;
  readonly articles: ArticleStore;
  readonly noteListing: NoteListing;
  readonly articleListing: ArticleListing;
  readonly noteOrder: NoteOrder;
  readonly ownRows: OwnRowSource;
  readonly takingIn: TakingIn;
  /** Empties every table, all or none. */
  readonly wipe: () => Promise<void>;
};

export function createLibrary(db: LibraryDb = openLibraryDb()): Library {
  return {
    packs: createPackStore(db),
    feedback: createFeedbackStore(db),
    settings: createSettingsStore(db),
    meanings: createMeaningStore(db),
    notes: createNoteStore(db),
    drafts: createDraftStore(db),
    articles: createArticleStore(db),
    noteListing: createNoteListing(db),
    articleListing: createArticleListing(db),
    noteOrder: createNoteOrder(db),
    ownRows: createOwnRowSource(db),
    takingIn: createTakingIn(db),
    wipe: () =>
      guarded(() =>
        db.transaction('rw', db.tables, async () => {
          leaveUnmarked();
          await Promise.all(db.tables.map((table) => table.clear()));
        }),
      ),
  };
}
