/** Files of notes as JSON: written and read one note at a time, whatever their format. */
import { ParseError } from '@/lib/core/parse.ts';
import { ExchangeError, type ExportItem, type Incoming } from './export-item.ts';
import { keysOf, readJsonParts, type JsonPart } from './json-stream.ts';
import { noteOf, rowOf, type NoteFormat } from './note-format.ts';

/** The rows between `head` and `tail`, one a line. */
export async function* writeRows(
  format: NoteFormat,
  { head, tail }: { readonly head: string; readonly tail: string },
  items: AsyncIterable<ExportItem>,
): AsyncGenerator<string, void> {
  yield head;
  let before = '\n';
  for await (const item of items) {
    yield before + JSON.stringify(rowOf(format, item));
    before = ',\n';
  }
  yield tail;
}

/**
 * `lists`: paths at which the file may have its notes. A file that is a single note is read as well. Throws
 * `ExchangeError` where nothing in the file is a note of the format.
 */
export async function* readRows(
  format: NoteFormat,
  lists: readonly string[],
  pieces: AsyncIterable<string>,
): AsyncGenerator<Incoming, void> {
  let hasList = false;
  let [notes, others] = [0, 0];
  const fields = new Map<string, unknown>();
  for await (const part of readJsonParts(pieces, ['', ...lists])) {
    if (part.kind === 'list') hasList = true;
    else if (part.kind === 'field') fields.set(keysOf(part.path).join('/'), part.value);
    else {
      const [first, ...rest] = partOf(format, part);
      if (first.kind === 'note') notes += 1;
      else others += 1;
      yield first;
      yield* rest;
    }
  }
  if (hasList && (notes > 0 || others === 0)) return;
  const alone = hasList ? null : incomingOf(format, Object.fromEntries(fields), '');
  if (alone?.[0].kind !== 'note') throw new ExchangeError('not-this-format', 'The file holds no note of this format.');
  yield* alone;
}

type AtLeastOne = readonly [Incoming, ...Incoming[]];
type Entry = Extract<JsonPart, { index: number | null }>;

function partOf(format: NoteFormat, part: Entry): AtLeastOne {
  const path = keysOf(part.path).join('.');
  const where = part.index === null ? path : `${path}[${part.index}]`;
  if (part.kind === 'item') return incomingOf(format, part.value, where);
  return [{ kind: 'not-understood', where, why: 'It is longer or deeper than a note can be.' }];
}

/** The note and what of it does not show, or why there is none. */
function incomingOf(format: NoteFormat, value: unknown, where: string): AtLeastOne {
  const at = (path: string): string => (where === '' ? path : `${where}.${path}`);
  try {
    const { note, title, unshown } = noteOf(format, value);
    const article = { key: note.article, url: note.url, title };
    const further = unshown.map((one): Incoming => ({ kind: 'not-understood', where: at(one.where), why: one.why }));
    return [{ kind: 'note', note, article }, ...further];
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause;
    return [{ kind: 'not-understood', where: where === '' ? cause.path : where, why: cause.message }];
  }
}
