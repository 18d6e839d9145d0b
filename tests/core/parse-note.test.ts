import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNote, parseNoteChange, parseNoteDraft } from '@/lib/core/parse-note.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { parseArticleText, parseSavedArticle } from '@/lib/core/parse-article.ts';
import { arbitraryItem, arbitraryNote } from '@/tests/exchange/arbitrary-note.ts';
import { sampleNote } from './sample-note.ts';

const throughDisk = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a note', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(arbitraryNote, (note) => {
        expect(parseNote(throughDisk(note))).toEqual(throughDisk(note));
      }),
    );
  });

  it.each([
    ['id', 'note.id', { id: 'x' }],
    ['id in capitals', 'note.id', { id: '0000000A-0000-4000-8000-000000000001' }],
    ['flag', 'note.flag', { flag: 'wrong' }],
    ['colour', 'note.colour', { colour: 'red' }],
    ['body', 'note.body', { body: 7 }],
    ['body too long', 'note.body', { body: 'x'.repeat(1_000_001) }],
    ['tag', 'note.tags[0]', { tags: [null] }],
    ['passage', 'note.passage.prefix', { passage: { exact: 'a' } }],
    ['position', 'note.passage.position.end', { passage: { ...sampleNote().passage, position: { start: 1 } } }],
    ['time', 'note.modified', { modified: 'now' }],
    ['answer', 'note.replyTo', { replyTo: 'x' }],
    ['hash', 'note.text', { text: 'abc' }],
    ['origin', 'note.imported.format', { imported: { format: 'x' } }],
  ])('with a damaged %s names it', (_what, path, change) => {
    try {
      parseNote({ ...sampleNote(), ...change });
      expect.unreachable();
    } catch (cause) {
      expect(cause).toBeInstanceOf(ParseError);
      expect(cause instanceof ParseError && cause.path).toBe(path);
    }
  });

  it('has no more levels of foreign data than can be gone through', () => {
    let deep: unknown = 1;
    for (let n = 0; n < 100; n += 1) deep = [deep];
    const imported = { format: 'w3c', id: 'urn:x', author: null, rest: deep };
    expect(() => parseNote({ ...sampleNote(), imported })).toThrow(ParseError);
  });
});

it('of a change only what is named is changed', () => {
  expect(parseNoteChange({ body: 'new', id: 'x', created: 5 })).toEqual({ body: 'new' });
  expect(parseNoteChange({ flag: null })).toEqual({ flag: null });
  expect(parseNoteChange({})).toEqual({});
});

it('a draft is as much of a note as a reader writes', () => {
  const { id, passage, flag, body, tags, colour } = sampleNote();
  expect(parseNoteDraft(sampleNote())).toEqual({ id, passage, flag, body, tags, colour });
});

it('a saved article comes out as it went in', () => {
  fc.assert(
    fc.property(arbitraryItem, ({ article }) => {
      if (article !== null) expect(parseSavedArticle(throughDisk(article))).toEqual(throughDisk(article));
    }),
  );
});

it('a text whose name is no hash is refused', () => {
  const text = { article: 'a.example/x', hash: 'f'.repeat(63), text: '', first: 0, last: 0 };
  expect(() => parseArticleText(text)).toThrow('text.hash');
  expect(parseArticleText({ ...text, hash: 'f'.repeat(64) }).hash).toHaveLength(64);
});
