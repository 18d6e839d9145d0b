/** What the reader has typed and not yet saved: a closed tab or a lost page must not lose it. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { NoteDraft } from '@/lib/core/note.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import type { DraftRow } from './note-rows.ts';
import { parseDraftRow } from './parse-own-rows.ts';
import { readable } from './readable.ts';

export type DraftStore = {
  readonly keep: (article: ArticleKey, draft: NoteDraft) => Promise<void>;
  readonly drop: (note: NoteId) => Promise<void>;
  /** Newest first. */
  readonly on: (articles: readonly ArticleKey[]) => Promise<DraftRow[]>;
};

export function createDraftStore(db: LibraryDb, now: () => number = Date.now): DraftStore {
  return {
    keep: (article, draft) =>
      guarded(async () => {
        await db.drafts.put({ ...draft, article, at: now() });
      }),
    drop: (note) => guarded(() => db.drafts.delete(note)),
    on: (articles) =>
      guarded(async () => {
        const rows: unknown[] = await db.drafts.where('article').anyOf(articles).toArray();
        return rows.flatMap((row) => readable(row, parseDraftRow)).sort((a, b) => b.at - a.at);
      }),
  };
}
