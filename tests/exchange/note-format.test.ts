import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteFormat } from '@/lib/exchange/note-format.ts';
import { noteOf, rowOf } from '@/lib/exchange/note-format.ts';
import { HYPOTHESIS_ROW } from '@/lib/exchange/hypothesis-row.ts';
import { W3C_ANNOTATION } from '@/lib/exchange/w3c-annotation.ts';
import { arbitraryJson, arbitraryNote } from './arbitrary-note.ts';

const KEYS = [
  '@context',
  'id',
  'type',
  'uri',
  'target',
  'body',
  'text',
  'tags',
  'created',
  'updated',
  'motivation',
  'x',
];
/** What might be kept of a foreign record, were it damaged or made up by somebody. */
const damagedRest = fc.record({
  fields: fc.dictionary(fc.constantFrom(...KEYS), arbitraryJson),
  without: fc.subarray(KEYS),
});

describe.each<[string, NoteFormat]>([
  ['w3c', W3C_ANNOTATION],
  ['hypothesis', HYPOTHESIS_ROW],
])('%s', (_name, format) => {
  it('a note goes out and comes in equal, whatever was kept with it', () => {
    fc.assert(
      fc.property(arbitraryNote, damagedRest, fc.webUrl(), (some, rest, id) => {
        const note = { ...some, imported: { format: format.name, id, author: null, rest } };
        const row: unknown = JSON.parse(JSON.stringify(rowOf(format, { note, article: null })));
        expect(noteOf(format, row).note).toEqual(note);
      }),
      { numRuns: 300 },
    );
  });
});
