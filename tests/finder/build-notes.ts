/** Notes and articles for tests of lists, with what a test does not name left plain. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { Note, Passage } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';

export const idOf = (number: number): NoteId =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as NoteId;
export const keyOf = (text: string): ArticleKey => text as ArticleKey;

export const passage = (exact: string): Passage => ({ exact, prefix: '', suffix: '', position: null, heading: null });

export function buildNote(number: number, change: Partial<Note> = {}): Note {
  const article = change.article ?? keyOf('island.example/talks');
  return {
    id: idOf(number),
    article,
    url: `https://${article}`,
    passage: passage(`noted words ${number}`),
    flag: null,
    evidence: null,
    body: '',
    tags: [],
    colour: 'yellow',
    created: number,
    modified: number,
    deleted: null,
    replyTo: null,
    text: null,
    imported: null,
    ...change,
  };
}

export function buildArticle(key: string, change: Partial<SavedArticle> = {}): SavedArticle {
  return {
    key: keyOf(key),
    keys: [keyOf(key)],
    url: `https://${key}`,
    title: null,
    byline: null,
    outlet: null,
    published: null,
    updated: null,
    language: null,
    firstRead: 1,
    lastRead: 1,
    packs: [],
    marks: 0,
    text: null,
    ...change,
  };
}
