import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '@/lib/core/note.ts';
import { mergeIncoming } from '@/lib/exchange/merge-note.ts';
import { arbitraryEvidence, arbitraryNote } from './arbitrary-note.ts';
import { noteWith } from './sample-note.ts';

const at = (modified: number, change: Partial<Note> = {}): Note =>
  noteWith({ modified, body: `of ${modified}`, ...change });

const [EVIDENCE = null] = fc.sample(arbitraryEvidence, 1);

describe('a note that comes in', () => {
  it.each<[string, Note | null, Note, string]>([
    ['is new', null, at(5), 'add'],
    ['was changed later', at(4), at(5), 'replace'],
    ['was changed earlier', at(5), at(4), 'keep'],
    ['was changed at the same time', at(5), at(5, { body: 'other' }), 'keep'],
    ['is the same', at(5), at(5), 'keep'],
    ['was thrown away there, later', at(4), at(4, { deleted: 5 }), 'replace'],
    ['was thrown away there, earlier', at(6), at(4, { deleted: 5 }), 'keep'],
    ['was thrown away here, later', at(4, { deleted: 6 }), at(5), 'keep'],
    ['was changed after it was thrown away here', at(4, { deleted: 5 }), at(6), 'replace'],
  ])('%s', (_name, existing, incoming, kind) => expect(mergeIncoming(existing, incoming).kind).toBe(kind));

  it('says why it was not taken', () => {
    expect(mergeIncoming(at(5), at(5))).toEqual({ kind: 'keep', why: 'same' });
    expect(mergeIncoming(at(5), at(4))).toEqual({ kind: 'keep', why: 'not-newer' });
    expect(mergeIncoming(at(4, { deleted: 6 }), at(5))).toEqual({ kind: 'keep', why: 'deleted' });
  });

  it('of another program leaves what only Parallax can say', () => {
    const imported = { format: 'hypothesis', id: 'x', author: null, rest: {} } as const;
    const existing = at(4, { imported, colour: 'blue', flag: 'quote', evidence: EVIDENCE });
    const incoming = at(5, { imported, passage: existing.passage && { ...existing.passage, position: null } });
    expect(mergeIncoming(existing, incoming)).toEqual({
      kind: 'replace',
      note: { ...incoming, colour: 'blue', flag: 'quote', evidence: EVIDENCE, passage: existing.passage },
    });
  });
});

it('taken in twice changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.option(arbitraryNote), arbitraryNote, (existing, incoming) => {
      const first = mergeIncoming(existing, incoming);
      const held = first.kind === 'keep' ? existing : first.note;
      expect(mergeIncoming(held, incoming).kind).toBe('keep');
    }),
  );
});
