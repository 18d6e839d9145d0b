/** A note with nothing out of the way about it, to be changed by what a test is about. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';

export const noteWith = (change: Partial<Note> = {}): Note => ({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e' as NoteId,
  article: 'island.example/talks' as ArticleKey,
  url: 'https://island.example/talks',
  passage: { exact: 'the talks', prefix: 'After ', suffix: ' ended', position: { start: 6, end: 15 }, heading: null },
  flag: null,
  evidence: null,
  body: 'Which talks?',
  tags: ['harbour'],
  colour: 'yellow',
  created: 1_700_000_000_000,
  modified: 1_700_000_000_000,
  deleted: null,
  replyTo: null,
  text: null,
  imported: null,
  ...change,
});
