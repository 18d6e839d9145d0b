/** Notes from a file of another program, or of ours, into the library. */
import type { Note } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ImportedArticle, Incoming } from '@/lib/exchange/export-item.ts';
import type { Library } from '@/lib/storage/library.ts';
import { inBatches } from './in-batches.ts';
import type { Ledger } from './ledger.ts';
import { mergeNote, mergeText } from './merge-rows.ts';
import { oneAhead } from './one-ahead.ts';

/** Notes to a transaction, and characters: a note may be a megabyte long. */
export const BATCH = { most: 1000, longest: 4_000_000 };

/** Each batch is in whole or not at all. Stops between two when `signal` is aborted, by throwing its reason. */
export async function takeInNotes(
  { takingIn }: Pick<Library, 'takingIn'>,
  incoming: AsyncIterable<Incoming>,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<void> {
  for await (const batch of oneAhead(inBatches(incoming, { ...BATCH, lengthOf }))) {
    signal.throwIfAborted();
    const notes = batch.flatMap((one) => (one.kind === 'note' ? one.note : []));
    const taken = await takingIn.notes(notes, batch.flatMap(articleOf), mergeNote);
    ledger.count('notes', taken);
    const texts = batch.flatMap((one) => (one.kind === 'article' ? one.texts : []));
    if (texts.length > 0) ledger.count('texts', await takingIn.rows('texts', texts, mergeText));
    for (const one of batch) if (one.kind === 'not-understood') ledger.complain(one);
  }
}

export const lengthOfNote = ({ body, passage }: Note): number => body.length + (passage?.exact.length ?? 0);

const lengthOf = (one: Incoming): number => {
  if (one.kind === 'note') return lengthOfNote(one.note);
  return one.kind === 'article' ? one.texts.reduce((length, { text }) => length + text.length, 0) : 0;
};

function articleOf(one: Incoming): SavedArticle[] {
  if (one.kind === 'article') return [one.article];
  return one.kind === 'note' && one.article !== null ? [asSaved(one.article, one.note)] : [];
}

/** All that is known of an article that only a note speaks of. Somebody was there when the note was made. */
const asSaved = ({ key, url, title }: ImportedArticle, { created }: Note): SavedArticle => ({
  key,
  url,
  keys: [key],
  title,
  byline: null,
  outlet: null,
  published: null,
  updated: null,
  language: null,
  firstRead: created,
  lastRead: created,
  packs: [],
  marks: 0,
  text: null,
});
