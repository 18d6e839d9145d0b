/** Of each word of a text, whether it is said to be so, said not to be so, or left open; and by which words. */
import type { Span } from '@/lib/core/article.ts';

/** `1` stated, `-1` denied, `0` neither: doubted, half said, not said at all. */
export type Sign = 1 | 0 | -1;

export class Signs {
  readonly #signs: Sign[];
  readonly #cues: (Span | null)[];
  constructor(length: number) {
    this.#signs = Array.from({ length }, () => 1);
    this.#cues = Array.from({ length }, () => null);
  }
  at(word: number): Sign {
    return this.#signs[word] ?? 1;
  }
  /** The last cue that bears on the word. */
  cueAt(word: number): Span | null {
    return this.#cues[word] ?? null;
  }
  flip(from: number, to: number, cue: Span): void {
    this.#each(from, to, cue, (sign) => (sign === 1 ? -1 : sign === -1 ? 1 : 0));
  }
  set(from: number, to: number, cue: Span, value: Sign): void {
    this.#each(from, to, cue, () => value);
  }
  #each(from: number, to: number, cue: Span, change: (sign: Sign) => Sign): void {
    for (let at = Math.max(0, from); at < Math.min(to, this.#signs.length); at += 1) {
      this.#signs[at] = change(this.#signs[at] ?? 1);
      this.#cues[at] = cue;
    }
  }
}

export const opposite = (sign: Sign): Sign => (sign === 1 ? -1 : sign === -1 ? 1 : 0);
