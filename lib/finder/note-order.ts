/** The orders in which notes are listed. */
import type { NoteRecord } from './note-record.ts';
import { LENGTH, packIds } from './packed-ids.ts';

export type NoteOrder = {
  /** Newest made first. */
  readonly notes: readonly NoteRecord[];
  /** Their ids, in the same order. */
  readonly ids: Uint8Array<ArrayBuffer>;
};

export function newestFirst(notes: Iterable<NoteRecord>): NoteOrder {
  const sorted = [...notes].sort(
    ({ entry: a }, { entry: b }) => b.created - a.created || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  return { notes: sorted, ids: packIds(sorted.map(({ entry }) => entry)) };
}

/** The ids at these places of the order, in the order of `places`. */
export function idsAt({ ids }: NoteOrder, places: readonly number[]): Uint8Array<ArrayBuffer> {
  const all = new Uint32Array(ids.buffer);
  const wide = LENGTH / 4;
  const picked = new Uint32Array(places.length * wide);
  places.forEach((place, at) => {
    for (let part = 0; part < wide; part += 1) picked[at * wide + part] = all[place * wide + part] ?? 0;
  });
  return new Uint8Array(picked.buffer);
}

/** The rank of each article by its title, by its number. */
export function ranksByTitle(keys: readonly string[], titleOf: (article: number) => string): Int32Array {
  const { compare } = new Intl.Collator();
  const titled = keys.map((key, article) => ({ article, key, title: titleOf(article) }));
  titled.sort((a, b) => compare(a.title, b.title) || (a.key < b.key ? -1 : 1));
  const ranks = new Int32Array(keys.length);
  titled.forEach(({ article }, rank) => (ranks[article] = rank));
  return ranks;
}

/** Places of the order, by rank of their article, on each article the oldest first: as many piles as there are ranks. */
export function byArticle({ notes }: NoteOrder, places: readonly number[], ranks: Int32Array): number[] {
  const piles: number[][] = Array.from({ length: ranks.length }, () => []);
  for (const place of [...places].reverse()) piles[ranks[notes[place]?.article ?? 0] ?? 0]?.push(place);
  return piles.flat();
}
