/** Notes on their way out, each with its article, some hundred at a time. */
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { Job } from './job.ts';

const BATCH = 500;

/** In the order of `ids`, which is that of their articles: so an article is looked up once. */
export async function* exportItems(
  { noteListing, articleListing }: Pick<Library, 'noteListing' | 'articleListing'>,
  ids: readonly NoteId[],
  { signal, onProgress }: Job,
): AsyncGenerator<ExportItem, void> {
  let known: ReadonlyMap<ArticleKey, SavedArticle> = new Map();
  for (let at = 0; at < ids.length; at += BATCH) {
    signal.throwIfAborted();
    onProgress(at, ids.length);
    const notes = await noteListing.rows(ids.slice(at, at + BATCH));
    known = byKey(await articleListing.rows([...new Set(notes.map(({ article }) => article))]));
    for (const note of notes) yield { note, article: known.get(note.article) ?? null };
  }
  signal.throwIfAborted();
  onProgress(ids.length, ids.length);
}

const byKey = (articles: readonly SavedArticle[]): ReadonlyMap<ArticleKey, SavedArticle> =>
  new Map(articles.flatMap((article) => article.keys.map((key) => [key, article] as const)));
