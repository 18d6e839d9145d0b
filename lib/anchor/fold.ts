/**
 * A text as it is compared: without white space, soft hyphens and what does not show, in lower case, compatible
 * characters (ligatures, full width) taken apart, one kind of quotation mark and of dash. With the way back to offsets.
 */
import type { Span } from '@/lib/core/article.ts';

export type Folded = {
  readonly text: string;
  /** Of each code unit of `text`: where what it stands for begins and ends in the source, in UTF-16 code units. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};

const QUOTE = "'";
const DASH = '-';
const GONE =
  /[\s\u0085\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|\p{Cc}/gu;
const QUOTES =
  /["`´\u00ab\u00bb\u02b9\u02bb\u02bc\u02bd\u2018-\u201f\u2032\u2033\u2039\u203a\u275b-\u275e\u301d-\u301f]/gu;
const DASHES = /[\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63]/gu;
const NOT_PLAIN = /[^\x21-\x7e]/;
/** Marks that a letter is written with or is one with: `e` and U+0301, `é`. */
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Any string, lone surrogates too. */
export function foldText(text: string): Folded {
  const folding = createFolding(text.length);
  for (let at = 0; at < text.length;) {
    const end = clusterEnd(text, at);
    const code = text.charCodeAt(at);
    if (end === at + 1 && code < 0x80) folding.addPlain(code, at);
    else folding.add(text.slice(at, end), at, end);
    at = end;
  }
  return folding.done();
}

/** One letter with its marks. */
function clusterEnd(text: string, at: number): number {
  let end = at + (isHigh(text.charCodeAt(at)) && at + 1 < text.length ? 2 : 1);
  while (isMark(text.charCodeAt(end))) end += 1;
  return end;
}

/** What a short text is folded to. */
export function foldPiece(piece: string): string {
  if (!NOT_PLAIN.test(piece)) return piece.toLowerCase().replace(/["`]/g, QUOTE);
  return piece
    .replace(QUOTES, QUOTE)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(GONE, '')
    .replace(QUOTES, QUOTE)
    .replace(DASHES, DASH);
}

type Folding = {
  readonly addPlain: (code: number, at: number) => void;
  readonly add: (piece: string, at: number, end: number) => void;
  readonly done: () => Folded;
};

function rememberedFold(): (piece: string) => string {
  const known = new Map<string, string>();
  return (piece) => {
    const folded = known.get(piece) ?? foldPiece(piece);
    known.set(piece, folded);
    return folded;
  };
}

function createFolding(capacity: number): Folding {
  const fold = rememberedFold();
  let codes = new Uint16Array(capacity);
  let [starts, ends] = [new Int32Array(capacity), new Int32Array(capacity)];
  let length = 0;
  const grow = (): void => {
    const more = 2 * codes.length + 32;
    codes = copyInto(new Uint16Array(more), codes);
    starts = copyInto(new Int32Array(more), starts);
    ends = copyInto(new Int32Array(more), ends);
  };
  const push = (code: number, at: number, end: number): void => {
    // “--” and “—” are one dash.
    if (code === 0x2d && length > 0 && codes[length - 1] === 0x2d && ends[length - 1] === at) {
      ends[length - 1] = end;
      return;
    }
    if (length === codes.length) grow();
    codes[length] = code;
    starts[length] = at;
    ends[length] = end;
    length += 1;
  };
  return {
    addPlain(code, at) {
      if (code <= 0x20 || code === 0x7f) return;
      if (code === 0x22 || code === 0x60) push(0x27, at, at + 1);
      else push(code >= 0x41 && code <= 0x5a ? code + 32 : code, at, at + 1);
    },
    add(piece, at, end) {
      const folded = fold(piece);
      for (let n = 0; n < folded.length; n += 1) push(folded.charCodeAt(n), at, end);
    },
    done: () => ({
      text: textOf(codes.subarray(0, length)),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    }),
  };
}

function copyInto<T extends Uint16Array | Int32Array>(to: T, from: T): T {
  to.set(from);
  return to;
}

/** So many arguments no engine refuses. */
const AT_ONCE = 8192;

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += AT_ONCE) text += String.fromCharCode(...codes.subarray(at, at + AT_ONCE));
  return text;
}

/** Of a span of the folded text, the span of the source. */
export function sourceSpan({ starts, ends }: Folded, { start, end }: Span): Span {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}
