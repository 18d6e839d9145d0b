/** Rows of a backup into the library: into an empty one as they are, else merged with what is there. */
import type { ArticleKey, PackId } from '@/lib/core/ids.ts';
import { assertNever } from '@/lib/core/assert-never.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { TakenIn } from '@/lib/core/transfer.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { OwnRows, OwnSection } from '@/lib/storage/own-rows.ts';
import { sum } from '@/lib/storage/taking-in.ts';
import type { ReadRow } from './backup-rows.ts';
import { inBatches } from './in-batches.ts';
import type { Ledger } from './ledger.ts';
import {
  mergeArticle,
  mergeDraft,
  mergeFeedback,
  mergeNote,
  mergePack,
  mergeSetting,
  mergeText,
} from './merge-rows.ts';
import { oneAhead } from './one-ahead.ts';
import { BATCH, lengthOfNote } from './take-in-notes.ts';

export type RestoreLibrary = Pick<Library, 'takingIn' | 'ownRows' | 'articleListing' | 'packs'>;

/** As `takeInNotes`: batch by batch, each whole. */
export async function restoreRows(
  library: RestoreLibrary,
  rows: AsyncIterable<ReadRow>,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<void> {
  const restore = createRestorer(library, await library.ownRows.isEmpty());
  const isAlike = (one: ReadRow, next: ReadRow) => one.section === next.section;
  for await (const batch of oneAhead(inBatches(rows, { ...BATCH, lengthOf, isAlike }))) {
    signal.throwIfAborted();
    const { section } = batch[0];
    for (const row of batch) if (row.section === null) ledger.complain(row);
    if (section !== null) ledger.count(section, await restore(section, batch));
  }
}

function lengthOf(read: ReadRow): number {
  if (read.section === 'texts') return read.row.text.length;
  return read.section === 'notes' ? lengthOfNote(read.row) : 0;
}

/** The rows of one section out of a batch. */
const rowsOf = <S extends OwnSection>(section: S, batch: readonly ReadRow[]): OwnRows[S][] =>
  batch.filter((read): read is RowOf<S> & ReadRow => read.section === section).map(({ row }: RowOf<S>) => row);
type RowOf<S extends OwnSection> = { readonly section: S; readonly row: OwnRows[S] };

function createRestorer({ takingIn, articleListing, packs }: RestoreLibrary, isEmpty: boolean) {
  /** Articles that the library knows under another key, with that. */
  const moved = new Map<ArticleKey, ArticleKey>();

  const articles = async (incoming: readonly SavedArticle[]): Promise<TakenIn> => {
    const known = isEmpty ? [] : await articleListing.rows(incoming.flatMap(({ keys }) => keys));
    const placed = incoming.map((article) => {
      const there = known.find(({ keys }) => article.keys.some((key) => keys.includes(key)));
      if (there === undefined || there.key === article.key) return article;
      moved.set(article.key, there.key);
      return { ...article, key: there.key };
    });
    return takingIn.rows('articles', placed, mergeArticle);
  };

  /** Off is a choice, on is how packs come: in a library in use, the choice made here stays. */
  const switchOff = async (ids: readonly PackId[]): Promise<TakenIn> => {
    if (!isEmpty) return { added: 0, replaced: 0, kept: ids.length };
    for (const id of ids) await packs.switch(id, false);
    return { added: ids.length, replaced: 0, kept: 0 };
  };

  return async (section: OwnSection, batch: readonly ReadRow[]): Promise<TakenIn> => {
    switch (section) {
      case 'settings':
        return takingIn.rows(section, rowsOf(section, batch), mergeSetting(isEmpty));
      case 'switchedOff':
        return switchOff(rowsOf(section, batch));
      case 'packs':
        return sum(await Promise.all(rowsOf(section, batch).map((rows) => takingIn.pack(rows, mergePack))));
      case 'feedback':
        return takingIn.rows(section, rowsOf(section, batch), mergeFeedback);
      case 'articles':
        return articles(rowsOf(section, batch));
      case 'texts': {
        const texts = rowsOf(section, batch).map((text) => ({
          ...text,
          article: moved.get(text.article) ?? text.article,
        }));
        return takingIn.rows(section, texts, mergeText);
      }
      case 'notes':
        return takingIn.rows(section, rowsOf(section, batch), mergeNote);
      case 'drafts':
        return takingIn.rows(section, rowsOf(section, batch), mergeDraft);
      default:
        return assertNever(section);
    }
  };
}
