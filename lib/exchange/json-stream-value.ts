/** Finds where a single JSON value ends, in text that comes in pieces. It counts quotes and brackets; `JSON.parse` judges. */
import { ExchangeError } from './export-item.ts';

/** In UTF-16 code units, as written in the file: a body of a million control characters fits. */
const LONGEST_VALUE = 16_000_000;
const DEEPEST_VALUE = 200;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_RECORD = 0x7b;
const CLOSE_RECORD = 0x7d;
const COMMA = 0x2c;

export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

export type ReadValue = { readonly value: unknown } | { readonly tooLarge: true };

export type ValueReader = {
  /**
   * Reads on from `at`, where the value begins or goes on. Gives where in `piece` it ended; null: not yet. A number or
   * a word ends before what follows it.
   */
  readonly take: (piece: string, at: number) => number | null;
  /** The value, once it has ended; the next `take` begins another. Throws `ExchangeError` when it is no JSON. */
  readonly read: () => ReadValue;
};

type State = {
  parts: string[];
  length: number;
  depth: number;
  inString: boolean;
  isEscaped: boolean;
  hasBegun: boolean;
  isTooLarge: boolean;
};

const begun = (): State => ({
  parts: [],
  length: 0,
  depth: 0,
  inString: false,
  isEscaped: false,
  hasBegun: false,
  isTooLarge: false,
});

export function createValueReader(): ValueReader {
  let state = begun();
  return {
    take: (piece, at) => {
      const end = endOf(state, piece, at);
      keep(state, piece.slice(at, end ?? piece.length));
      return end;
    },
    read: () => {
      const { isTooLarge, parts } = state;
      state = begun();
      return isTooLarge ? { tooLarge: true } : { value: parsed(parts.join('')) };
    },
  };
}

function endOf(state: State, piece: string, from: number): number | null {
  let at = from;
  while (at < piece.length) {
    if (state.inString) {
      const end = endOfString(state, piece, at);
      if (end === null || state.depth === 0) return end;
      at = end;
    } else {
      const ends = endsAt(state, piece.charCodeAt(at));
      if (ends === 'before') return at;
      state.hasBegun = true;
      at += 1;
      if (ends === 'with') return at;
    }
  }
  return null;
}

/** Past the end of the string that `from` is in; null: it goes on in the next piece. */
function endOfString(state: State, piece: string, from: number): number | null {
  for (let at = from; at < piece.length; at += 1) {
    const code = piece.charCodeAt(at);
    if (state.isEscaped) state.isEscaped = false;
    else if (code === BACKSLASH) state.isEscaped = true;
    else if (code === QUOTE) {
      state.inString = false;
      return at + 1;
    }
  }
  return null;
}

/** Whether the value ends before a character outside of strings, with it, or goes on. */
function endsAt(state: State, code: number): 'before' | 'with' | 'no' {
  if (code === QUOTE) state.inString = true;
  else if (code === OPEN_LIST || code === OPEN_RECORD) {
    state.depth += 1;
    if (state.depth > DEEPEST_VALUE) state.isTooLarge = true;
  } else if (code === CLOSE_LIST || code === CLOSE_RECORD) {
    if (state.depth === 0) return 'before';
    state.depth -= 1;
    if (state.depth === 0) return 'with';
  } else if (state.depth === 0 && state.hasBegun && (code === COMMA || isSpace(code))) return 'before';
  return 'no';
}

function keep(state: State, part: string): void {
  state.length += part.length;
  if (state.length > LONGEST_VALUE) state.isTooLarge = true;
  if (state.isTooLarge) state.parts = [];
  else state.parts.push(part);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new ExchangeError('broken', 'The file holds what is no JSON.', cause);
  }
}
