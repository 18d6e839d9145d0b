/**
 * Reads a JSON file whose lists are too long for memory: their entries one at a time, everything else whole. Knows
 * nothing of notes. Libraries that do this build every value themselves, many times slower than the engine's
 * `JSON.parse`, and some lose lone surrogates on the way through bytes; this only finds where values begin and end.
 */
import { ExchangeError } from './export-item.ts';
import { createValueReader, isSpace, type ReadValue } from './json-stream-value.ts';

/**
 * `path`: a JSON Pointer (RFC 6901), `/first/items`; of the file's own list, the empty text. `list`: one that was asked
 * for begins. `item`: an entry of it. `field`: any other value. `too-large`: left out, for its length or depth.
 */
export type JsonPart =
  | { readonly kind: 'list'; readonly path: string }
  | { readonly kind: 'item'; readonly path: string; readonly index: number; readonly value: unknown }
  | { readonly kind: 'field'; readonly path: string; readonly value: unknown }
  | { readonly kind: 'too-large'; readonly path: string; readonly index: number | null };

/**
 * The parts of the file in the order they stand in. `lists`: paths of the lists to be read by entries. Throws
 * `ExchangeError`: `not-this-format` where the file is neither a list nor a record, else `broken`.
 */
export async function* readJsonParts(
  pieces: AsyncIterable<string>,
  lists: readonly string[],
): AsyncGenerator<JsonPart, void> {
  const scanner = createScanner(new Set(lists));
  for await (const piece of pieces) yield* scanner.take(piece);
  scanner.end();
}

type Place = { readonly isList: boolean; readonly path: string; index: number };
/** What comes next. `first`: an entry, or the end of a place that may be empty. */
type Next = 'value' | 'first' | 'key' | 'colon' | 'comma' | 'nothing';

function createScanner(lists: ReadonlySet<string>) {
  const entered = new Set([...lists].flatMap(ancestorsOf));
  const places: Place[] = [];
  const reader = createValueReader();
  let reading: 'key' | 'value' | null = null;
  let next: Next = 'value';
  let key = '';

  const pathHere = (): string => {
    const place = places.at(-1);
    if (place === undefined || place.isList) return place?.path ?? '';
    return `${place.path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  };

  /** Goes into a list or record that is read by its parts; false where the value is read whole. */
  function enter(char: string): boolean {
    const place = places.at(-1);
    const path = pathHere();
    const isList = char === '[';
    const isAsked = isList ? lists.has(path) : char === '{' && entered.has(path);
    if (place !== undefined && (place.isList || !isAsked)) return false;
    places.push({ isList, path, index: 0 });
    next = 'first';
    return true;
  }

  function leave(): void {
    places.pop();
    next = places.length === 0 ? 'nothing' : 'comma';
  }

  function begin(char: string): boolean {
    if (places.length === 0 && char !== '[' && char !== '{')
      throw new ExchangeError('not-this-format', 'The file is no JSON of lists or records.');
    if (enter(char)) return true;
    reading = 'value';
    return false;
  }

  /** One character between values. True: it is dealt with; false: a key or value begins with it. */
  function step(char: string): boolean {
    const isList = places.at(-1)?.isList ?? false;
    const isEnd = char === (isList ? ']' : '}');
    if (isEnd && (next === 'first' || next === 'comma') && places.length > 0) leave();
    else if (next === 'comma' && char === ',') next = isList ? 'value' : 'key';
    else if (next === 'colon' && char === ':') next = 'value';
    else if (next === 'value' || (next === 'first' && isList)) return begin(char);
    else if ((next === 'key' || next === 'first') && char === '"') {
      reading = 'key';
      return false;
    } else throw damaged();
    return true;
  }

  function finish(): JsonPart | null {
    const read = reader.read();
    const what = reading;
    reading = null;
    if (what === 'value') {
      next = 'comma';
      return partOf(read, pathHere(), places.at(-1));
    }
    if (!('value' in read) || typeof read.value !== 'string') throw damaged();
    key = read.value;
    next = 'colon';
    return null;
  }

  return {
    *take(piece: string): Generator<JsonPart, void> {
      let at = 0;
      while (at < piece.length) {
        if (reading === null && (isSpace(piece.charCodeAt(at)) || isMark(piece, at, places.length, next))) at += 1;
        else if (reading === null && step(piece.charAt(at))) {
          const place = places.at(-1);
          if (next === 'first' && place?.isList === true) yield { kind: 'list', path: place.path };
          at += 1;
        } else {
          const end = reader.take(piece, at);
          if (end === null) return;
          at = end;
          const part = finish();
          if (part !== null) yield part;
        }
      }
    },
    end: () => {
      if (next !== 'nothing') throw new ExchangeError('broken', 'The file ends early.');
    },
  };
}

function partOf(read: ReadValue, path: string, place: Place | undefined): JsonPart {
  const index = place?.isList === true ? place.index++ : null;
  if (!('value' in read)) return { kind: 'too-large', path, index };
  return index === null ? { kind: 'field', path, value: read.value } : { kind: 'item', path, index, value: read.value };
}

/** Some programs write a byte order mark at the head of a file. */
const isMark = (piece: string, at: number, depth: number, next: Next): boolean =>
  depth === 0 && next === 'value' && piece.charCodeAt(at) === 0xfeff;

/** `/first/items` → `/first`: the records on the way to a list. */
const ancestorsOf = (path: string): string[] =>
  path
    .split('/')
    .flatMap((_key, at, keys) => (at === 0 || at === keys.length - 1 ? [] : keys.slice(0, at + 1).join('/')));

/** The keys of a path. */
export const keysOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

const damaged = (): ExchangeError => new ExchangeError('broken', 'The file is damaged: it is no JSON.');
