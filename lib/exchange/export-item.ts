/** What goes out and what comes in, one at a time: a hundred thousand notes are never in memory at once. */
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { Note } from '@/lib/core/note.ts';

/** A note with the article it is on; null where the library does not keep that. */
export type ExportItem = { readonly note: Note; readonly article: SavedArticle | null };

/** Turns notes into the pieces of one file's text. */
export type Writer = (items: AsyncIterable<ExportItem>) => AsyncIterable<string>;

/** What of an article a file of notes can tell; the library knows the rest, or does not. */
export type ImportedArticle = Pick<SavedArticle, 'key' | 'url' | 'title'>;

/** What a file holds, piece by piece. `not-understood`: left out, with where it stands and a sentence why. */
export type Incoming =
  | { readonly kind: 'note'; readonly note: Note; readonly article: ImportedArticle | null }
  | { readonly kind: 'article'; readonly article: SavedArticle; readonly texts: readonly ArticleText[] }
  | { readonly kind: 'not-understood'; readonly where: string; readonly why: string };

/** Reads a file's text in pieces of any length. Throws `ExchangeError` only where the file as a whole is not what it should be. */
export type FileReader = (pieces: AsyncIterable<string>) => AsyncIterable<Incoming>;

/** `not-this-format`: another kind of file. `broken`: it ends early or is damaged. `newer`: written by a newer Parallax. */
export class ExchangeError extends Error {
  readonly kind: 'not-this-format' | 'broken' | 'newer';
  constructor(kind: ExchangeError['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ExchangeError';
    this.kind = kind;
  }
}
