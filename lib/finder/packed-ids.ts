/** Ids of notes as bytes, sixteen each: a hundred thousand go from the worker to the page at no cost. */
import type { NoteId } from '@/lib/core/ids.ts';
import { noteId } from '@/lib/core/parse-note.ts';

export const LENGTH = 16;

export function packIds(notes: readonly { readonly id: NoteId }[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(notes.length * LENGTH);
  notes.forEach(({ id }, place) => {
    let digit = 0;
    for (let byte = 0; byte < LENGTH; byte += 1) {
      if (id[digit] === '-') digit += 1;
      packed[place * LENGTH + byte] = (valueOf(id.charCodeAt(digit)) << 4) | valueOf(id.charCodeAt(digit + 1));
      digit += 2;
    }
  });
  return packed;
}

/** Of a hexadecimal digit in lower case, by its character code. */
const valueOf = (code: number): number => (code > 57 ? code - 87 : code - 48);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const countIds = (packed: Uint8Array): number => packed.length / LENGTH;

/** From `from` up to but not `to`, as far as there are any. */
export function unpackIds(packed: Uint8Array, from = 0, to = countIds(packed)): NoteId[] {
  const ids: NoteId[] = [];
  for (let place = Math.max(0, from); place < Math.min(to, countIds(packed)); place += 1) ids.push(idAt(packed, place));
  return ids;
}

function idAt(packed: Uint8Array, place: number): NoteId {
  let id = '';
  for (let byte = 0; byte < LENGTH; byte += 1) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += '-';
    id += HEX[packed[place * LENGTH + byte] ?? 0] ?? '';
  }
  return noteId(id, 'packed');
}
