/** What becomes of a row that comes in where one is already. Only what is newer takes the place of what is here. */
import type { Note } from '@/lib/core/note.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import { isSame } from '@/lib/exchange/kept-fields.ts';
import { mergeIncoming } from '@/lib/exchange/merge-note.ts';
import type { DraftRow } from '@/lib/storage/note-rows.ts';
import type { FeedbackRow, PackRow, SettingRow } from '@/lib/storage/rows.ts';

export function mergeNote(existing: Note | null, incoming: Note): Note | null {
  const merge = mergeIncoming(existing, incoming);
  return merge.kind === 'keep' ? null : merge.note;
}

/** What was last read says what the article is; what only one of them knows stays known. */
export function mergeArticle(existing: SavedArticle | null, incoming: SavedArticle): SavedArticle | null {
  if (existing === null) return incoming;
  const [later, earlier] = incoming.lastRead > existing.lastRead ? [incoming, existing] : [existing, incoming];
  const merged: SavedArticle = {
    ...later,
    key: existing.key,
    keys: [...new Set([...existing.keys, ...incoming.keys])],
    title: later.title ?? earlier.title,
    byline: later.byline ?? earlier.byline,
    outlet: later.outlet ?? earlier.outlet,
    published: later.published ?? earlier.published,
    updated: later.updated ?? earlier.updated,
    language: later.language ?? earlier.language,
    firstRead: Math.min(existing.firstRead, incoming.firstRead),
    text: later.text ?? earlier.text,
  };
  return isSame(merged, existing) ? null : merged;
}

/** The same words: only when they were seen can differ. */
export function mergeText(existing: ArticleText | null, incoming: ArticleText): ArticleText | null {
  if (existing === null) return incoming;
  const [first, last] = [Math.min(existing.first, incoming.first), Math.max(existing.last, incoming.last)];
  return first === existing.first && last === existing.last ? null : { ...existing, first, last };
}

/** The reader's last word counts. */
export const mergeFeedback = (existing: FeedbackRow | null, incoming: FeedbackRow): FeedbackRow | null =>
  existing === null || incoming.at > existing.at ? incoming : null;

export const mergeDraft = (existing: DraftRow | null, incoming: DraftRow): DraftRow | null =>
  existing === null || incoming.at > existing.at ? incoming : null;

export const mergePack = (existing: PackRow | null, incoming: PackRow): PackRow | null => {
  if (existing === null) return incoming;
  return incoming.date > existing.date ? { ...incoming, on: existing.on } : null;
};

/** A setting does not tell when it was made: in a library that is in use, what is set here stays. */
export const mergeSetting =
  (isEmpty: boolean) =>
  (existing: SettingRow | null, incoming: SettingRow): SettingRow | null =>
    existing === null || (isEmpty && !isSame(existing.value, incoming.value)) ? incoming : null;
