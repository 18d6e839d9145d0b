/** Rows of the reader's own that are no notes, as they come off the disk. */
import { finite, record } from '@/lib/core/parse.ts';
import { articleKey, noteId, parseAnchorState, parseNoteDraft } from '@/lib/core/parse-note.ts';
import type { AnchorRow, DraftRow } from './note-rows.ts';

export function parseAnchorRow(value: unknown): AnchorRow {
  const row = record(value, 'anchors');
  return {
    ...parseAnchorState(value, 'anchors'),
    note: noteId(row.note, 'anchors.note'),
    at: finite(row.at, 'anchors.at'),
  };
}

export function parseDraftRow(value: unknown): DraftRow {
  const row = record(value, 'drafts');
  return {
    ...parseNoteDraft(value, 'drafts'),
    article: articleKey(row.article, 'drafts.article'),
    at: finite(row.at, 'drafts.at'),
  };
}
