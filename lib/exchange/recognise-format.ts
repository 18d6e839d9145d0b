/** Which of our JSON formats a file is of, by its head: so that a reader need not be asked. */
import { ExchangeError } from './export-item.ts';
import { readJsonParts } from './json-stream.ts';
import { isFields, type Fields } from './kept-fields.ts';

export type JsonFormat = 'w3c' | 'hypothesis' | 'backup';

/** Where each format has its lists. A list that is the whole file may be of either. */
const LISTS: Readonly<Record<string, 'w3c' | 'hypothesis'>> = {
  '/items': 'w3c',
  '/first/items': 'w3c',
  '/@graph': 'w3c',
  '/rows': 'hypothesis',
  '/replies': 'hypothesis',
  '/annotations': 'hypothesis',
};

/** Null: none of them, or no JSON. Reads no further than it must; the file may still turn out to be broken. */
export async function recogniseFormat(pieces: AsyncIterable<string>): Promise<JsonFormat | null> {
  const fields = new Map<string, unknown>();
  try {
    for await (const part of readJsonParts(pieces, ['', ...Object.keys(LISTS)])) {
      if (part.kind === 'field') fields.set(part.path.slice(1), part.value);
      if (fields.get('format') === 'parallax-backup') return 'backup';
      if (part.kind === 'list' && part.path !== '') return LISTS[part.path] ?? null;
      if (part.kind === 'item') return formatOf(isFields(part.value) ? part.value : {});
    }
  } catch (cause) {
    if (cause instanceof ExchangeError) return null;
    throw cause;
  }
  return formatOf(Object.fromEntries(fields));
}

function formatOf(note: Readonly<Record<string, unknown>> | Fields): JsonFormat | null {
  if (note['@context'] !== undefined || note.type !== undefined) return 'w3c';
  return note.uri !== undefined || note.target !== undefined ? 'hypothesis' : null;
}
