/** Word pieces against what HuggingFace's tokenizer makes of the same made-up strings (training/record_fixtures.py). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError } from '@/lib/model/model-error.ts';
import { createWordPieces, wordsOf } from '@/lib/model/word-pieces.ts';

type Recorded = {
  readonly pairTokens: number;
  readonly pieces: readonly string[];
  readonly texts: readonly (readonly [text: string, ids: readonly number[]])[];
  readonly pairs: readonly (readonly [context: string, text: string, ids: number[], types: number[]])[];
};
const recorded = JSON.parse(readFileSync('tests/fixtures/model/word-pieces.json', 'utf8')) as Recorded;
const vocabulary = recorded.pieces.join('\n') + '\n';
const size = recorded.pieces.length;
const piecesOf = createWordPieces(vocabulary, { vocabulary: size, maxTokens: 512 });
const idOf = (piece: string) => recorded.pieces.indexOf(piece);

describe('the reference’s numbers', () => {
  it(`for ${recorded.texts.length} texts: accents, scripts, emoji, control characters, long words`, () => {
    const wrong = recorded.texts.filter(([text, ids]) => piecesOf({ text }).ids.join() !== ids.join());
    expect(wrong).toEqual([]);
    expect(recorded.texts.length).toBeGreaterThanOrEqual(2000);
  });
  it(`for ${recorded.pairs.length} pairs, the context cut off first`, () => {
    const short = createWordPieces(vocabulary, { vocabulary: size, maxTokens: recorded.pairTokens });
    for (const [context, text, ids, types] of recorded.pairs)
      expect(short({ text, context })).toEqual({ ids, context: types.indexOf(1) });
  });
});

describe('any input', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
  it('gives known pieces between the ends, never more than there is room for', () => {
    fc.assert(
      fc.property(anything, fc.option(anything, { nil: undefined }), fc.integer({ min: 4, max: 40 }), (...given) => {
        const [text, context, maxTokens] = given;
        const pieces = createWordPieces(vocabulary, { vocabulary: size, maxTokens });
        const { ids, context: before } = pieces(context === undefined ? { text } : { text, context });
        expect(ids.length).toBeLessThanOrEqual(maxTokens);
        expect(ids.every((id) => id >= 0 && id < size)).toBe(true);
        expect([ids[0], ids.at(-1)]).toEqual([idOf('[CLS]'), idOf('[SEP]')]);
        expect(before > 0).toBe(context !== undefined);
        if (before > 0) expect(ids[before - 1]).toBe(idOf('[SEP]'));
      }),
    );
  });
  it.each(['\uD800', 'a\uDC00b', '\uD83D'])('half a character is left out: %j', (text) => {
    expect(wordsOf(`x${text}y`).join('')).not.toMatch(/\p{Cs}/u);
  });
  it('takes a special piece that is written in a text for text', () => {
    expect(wordsOf('a [SEP] b')).toEqual(['a', '[', 'sep', ']', 'b']);
    expect(piecesOf({ text: '[SEP] [CLS]' }).ids.filter((id) => id === idOf('[SEP]'))).toHaveLength(1);
  });
  it('is quick with a very long word', () => {
    const began = performance.now();
    piecesOf({ text: 'ab'.repeat(500_000) });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

it.each([
  ['of another length', vocabulary, size + 1],
  ['without the ends', 'a\nb\nc\n', 3],
  ['that is empty', '', size],
])('refuses a vocabulary %s', (_what, text, vocabularySize) => {
  expect(() => createWordPieces(text, { vocabulary: vocabularySize, maxTokens: 8 })).toThrow(ModelError);
});
