/** Rows of what is the reader's own. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { AnchorState, NoteDraft } from '@/lib/core/note.ts';

/** How a note was last found on its page, by this device: no part of the note, and never synced. */
export type AnchorRow = AnchorState & {
  readonly note: NoteId;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** What the reader has typed and not yet saved. Takes the place of what was typed before for the same note. */
export type DraftRow = NoteDraft & {
  readonly article: ArticleKey;
  /** Milliseconds since 1970. */
  readonly at: number;
};
