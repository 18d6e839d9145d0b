/** Notes on their way out, each with its article, some hundred at a time. */
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { NotePlace } from '@/lib/storage/note-order.ts';
import type { Job } from './job.ts';

export type ExportSource = Pick<Library, 'noteOrder' | 'articleListing'>;

const BATCH = 500;

/** In the order of their articles: so each is looked up once or twice, however many notes it has. */
export async function* exportItems(
  { noteOrder, articleListing }: ExportSource,
  places: readonly NotePlace[],
  { signal, onProgress }: Job,
): AsyncGenerator<ExportItem, void> {
  let known: ReadonlyMap<ArticleKey, SavedArticle> = new Map();
  for (let at = 0; at < places.length; at += BATCH) {
    signal.throwIfAborted();
    onProgress(at, places.length);
    const notes = await noteOrder.rows(places.slice(at, at + BATCH));
    known = byKey(await articleListing.rows([...new Set(notes.map(({ article }) => article))]));
    for (const note of notes) yield { note, article: known.get(note.article) ?? null };
  }
  signal.throwIfAborted();
  onProgress(places.length, places.length);
}

const byKey = (articles: readonly SavedArticle[]): ReadonlyMap<ArticleKey, SavedArticle> =>
  new Map(articles.flatMap((article) => article.keys.map((key) => [key, article] as const)));
