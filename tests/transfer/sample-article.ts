/** An article to vary: the one on which sample notes stand. */
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { HARBOUR_URL } from '@/tests/core/sample-note.ts';

export const HARBOUR_KEY = articleKeyOf(HARBOUR_URL);

export const sampleArticle = (change: Partial<SavedArticle> = {}): SavedArticle => ({
  key: HARBOUR_KEY,
  url: HARBOUR_URL,
  keys: [HARBOUR_KEY],
  title: 'Harbour talks resume',
  byline: 'Ada Quill',
  outlet: 'Kiva Herald',
  published: null,
  updated: null,
  language: 'en',
  firstRead: 500,
  lastRead: 900,
  packs: [],
  marks: 3,
  text: null,
  ...change,
});
