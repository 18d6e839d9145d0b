/** Files in pieces, as a disk gives them, and what readers make of them. */
import type { ExportItem, FileReader, Incoming, Writer } from '@/lib/exchange/export-item.ts';
import type { Note } from '@/lib/core/note.ts';

/** Cut every `length` code units, through surrogate pairs and escapes as it comes. */
export const inPieces = (text: string, length = 64_000): AsyncIterable<string> =>
  each(
    Array.from({ length: Math.ceil(text.length / length) }, (_piece, at) => text.slice(at * length, (at + 1) * length)),
  );

/** One after the other, each in a turn of its own. */
export async function* each<T>(items: readonly T[]): AsyncGenerator<T, void> {
  for (const item of items) yield await Promise.resolve(item);
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}

export const written = async (writer: Writer, items: readonly ExportItem[]): Promise<string> =>
  (await all(writer(each(items)))).join('');

export const readFrom = (reader: FileReader, text: string, length?: number): Promise<Incoming[]> =>
  all(reader(inPieces(text, length)));

export const notesIn = (incoming: readonly Incoming[]): Note[] =>
  incoming.flatMap((one) => (one.kind === 'note' ? [one.note] : []));

export const complaintsIn = (incoming: readonly Incoming[]): string[] =>
  incoming.flatMap((one) => (one.kind === 'not-understood' ? [one.where] : []));

/** The item that a library makes of a note that came in: all it knows of the article is what the file told. */
export function itemOf(incoming: Incoming): ExportItem[] {
  if (incoming.kind !== 'note') return [];
  const { note, article } = incoming;
  const unknown = { byline: null, outlet: null, published: null, updated: null, language: null, text: null };
  const read = { firstRead: 0, lastRead: 0, packs: [], marks: 0, keys: [note.article] };
  return [{ note, article: article && { ...unknown, ...read, ...article } }];
}
