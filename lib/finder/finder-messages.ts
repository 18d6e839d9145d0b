/** What the library page and its worker say to each other. */
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { NoteSearch, NotesFound } from './note-finder.ts';

/** `number`: of the question; its answer bears the same. */
export type FinderAsk =
  | { readonly ask: 'notes'; readonly number: number; readonly search: NoteSearch }
  | { readonly ask: 'articles'; readonly number: number; readonly text: string };

export type ArticlesAnswer = {
  /** Found, in order, each with the number of its notes. */
  readonly articles: readonly (readonly [key: ArticleKey, notes: number])[];
  readonly of: number;
  /** Articles whose texts have been searched as well; the rest follows. */
  readonly textsSearched: number;
};

/** How many notes the worker has taken up, of how many there are. */
export type Progress = { readonly done: number; readonly of: number };

export type FinderSay =
  | ({ readonly say: 'notes'; readonly number: number } & NotesFound)
  | ({ readonly say: 'articles'; readonly number: number } & ArticlesAnswer)
  | ({ readonly say: 'progress' } & Progress)
  /** What was answered may not hold any more. */
  | { readonly say: 'changed' }
  /** The notes could not be read; what was answered may lack some. */
  | { readonly say: 'failed'; readonly message: string };
