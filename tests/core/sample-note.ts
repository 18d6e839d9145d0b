/** A note to vary. */
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';

export const HARBOUR_URL = 'https://www.kiva-herald.example/2021/harbour-talks-resume';

/** `n` tells notes apart: it is part of the id. */
export function sampleNote(n = 1, change: Partial<Note> = {}): Note {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as NoteId,
    article: articleKeyOf(HARBOUR_URL),
    url: HARBOUR_URL,
    passage: {
      exact: 'at least 120 people',
      prefix: 'said ',
      suffix: ' were hurt',
      position: { start: 5, end: 24 },
      heading: null,
    },
    flag: null,
    evidence: null,
    body: 'Who counted?',
    tags: ['figures'],
    colour: 'yellow',
    created: 1000,
    modified: 1000,
    deleted: null,
    replyTo: null,
    text: null,
    imported: null,
    ...change,
  };
}
