/** How much of a note is still to be shown: letters, where only its beginning is wanted, and parts of a page. */

/** A page draws that many in a fraction of a second. */
const MOST_PARTS = 8_000;

export type CutShort = (text: string, most: number) => string;

export class Room {
  #letters: number;
  #parts = MOST_PARTS;
  readonly #cutShort: CutShort;
  #isOver = false;

  /** `letters`: UTF-16 code units, about. `cutShort` ends a text that is too long. */
  constructor(letters = Infinity, cutShort: CutShort = (text) => text) {
    this.#letters = letters;
    this.#cutShort = cutShort;
  }

  /** Something was left out. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether there is room for one more part, which is then taken. */
  takesPart(): boolean {
    if (this.#letters <= 0 || this.#parts <= 0) this.#isOver = true;
    this.#parts -= 1;
    return !this.#isOver;
  }

  /** As much of a text as there is room for. */
  take(text: string): string {
    const shown = text.length <= this.#letters ? text : this.#cutShort(text, this.#letters);
    this.#isOver ||= shown !== text;
    this.#letters = Math.max(0, this.#letters - text.length);
    return shown;
  }
}
