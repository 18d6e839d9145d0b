/** The terms of a pack by number, and its texts as numbers. */
import { termsOf } from '@/lib/text/names.ts';
import type { Names } from '@/lib/text/names.ts';

/** A text's different terms, how much they count in an entry, and whether the text is the entry's own sentence. */
export type Field = { readonly terms: readonly number[]; readonly weight: number; readonly own: boolean };

/** Weight of each term of an entry, and the terms of its own sentence. */
export type Bag = {
  readonly weights: ReadonlyMap<number, number>;
  readonly own: ReadonlySet<number>;
  readonly length: number;
};

export class Vocabulary {
  readonly ids = new Map<string, number>();
  readonly #names: Names;
  constructor(names: Names) {
    this.#names = names;
  }
  get size(): number {
    return this.ids.size;
  }
  /** Once for each term: a speaker of ten accounts is not ten times the speaker. */
  read(text: string): readonly number[] {
    const terms = new Set(termsOf(text, this.#names).map(({ term }) => term));
    return Array.from(terms, (term) => {
      const id = this.ids.get(term) ?? this.ids.size;
      this.ids.set(term, id);
      return id;
    });
  }
}

export function bagOf(fields: readonly Field[]): Bag {
  const weights = new Map<number, number>();
  const own = new Set<number>();
  let length = 0;
  for (const { terms, weight, own: isOwn } of fields) {
    for (const id of terms) {
      weights.set(id, (weights.get(id) ?? 0) + weight);
      if (isOwn) own.add(id);
    }
    length += weight * terms.length;
  }
  return { weights, own, length };
}
