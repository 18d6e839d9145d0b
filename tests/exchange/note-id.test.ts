import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypothesisIdOf, noteIdOf } from '@/lib/exchange/note-id.ts';
import { arbitraryText } from './arbitrary-note.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('the id of a note that comes in', () => {
  it.each([
    ['a UUID', ID],
    ['a URN', `urn:uuid:${ID}`],
    ['in capitals', `URN:UUID:${ID.toUpperCase()}`],
    ['the end of an address', `https://annotations.example/of/mine/${ID}`],
    ['a fragment', `https://annotations.example/of/mine#${ID}`],
  ])('is its own UUID: %s', (_name, id) => expect(noteIdOf('w3c', id)).toBe(ID));

  it.each([
    ['a page of an address', `https://annotations.example/${ID}/1`],
    ['a question to an address', `https://annotations.example/${ID}?page=1`],
    ['part of a word', `note-${ID}`],
    ['a number', '17'],
    ['none', ''],
  ])('is made of another: %s', (_name, id) => {
    expect(noteIdOf('w3c', id)).not.toBe(ID);
    expect(noteIdOf('w3c', id)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(noteIdOf('w3c', id)).toBe(noteIdOf('w3c', id));
    expect(noteIdOf('w3c', id)).not.toBe(noteIdOf('hypothesis', id));
  });

  it('is the UUID that Hypothesis writes in 22 characters', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const id = noteIdOf('w3c', uuid);
        expect(hypothesisIdOf(id)).toMatch(/^[\w-]{22}$/);
        expect(noteIdOf('hypothesis', hypothesisIdOf(id))).toBe(id);
      }),
    );
  });

  it('differs where the ids differ, lone surrogates and all', () => {
    fc.assert(
      fc.property(arbitraryText(), arbitraryText(), (one, other) => {
        expect(noteIdOf('w3c', one) === noteIdOf('w3c', other)).toBe(one === other);
      }),
    );
    expect(noteIdOf('w3c', '\uD800')).not.toBe(noteIdOf('w3c', '\uD801'));
  });
});
