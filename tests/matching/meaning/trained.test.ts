import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseError } from '@/lib/core/parse.ts';
import { parsePackedText, toPackedText } from '@/lib/matching/meaning/packed-text.ts';
import { scoreTaught, taughtFeatures, taughtOfHead } from '@/lib/matching/meaning/taught-features.ts';
import { parseTrained, probabilityOf } from '@/lib/matching/meaning/trained.ts';
import { parseTrees, sumOfTrees } from '@/lib/matching/meaning/trees.ts';
import { packVectors } from '@/lib/matching/meaning/vectors.ts';
import { buildPack } from '../../build-pack.ts';

const TREE = [[0, 0.5, 1, 1, 2], [-2], [1, 3, 0, 3, 4], [5], [7]];
const sum = (numbers: number[]) => sumOfTrees(parseTrees([TREE, [[0.25]]], 'trees', 2), numbers);

describe('trees', () => {
  it.each([
    ['up to the number: left', [0.5, 0], -1.75],
    ['beyond: right', [0.6, 3], 5.25],
    ['and on', [0.6, 3.1], 7.25],
    ['what is not there goes as the tree says', [NaN, 0], -1.75],
    ['or the other way', [1, NaN], 7.25],
  ])('%s', (_, numbers, expected) => {
    expect(sum(numbers)).toBe(expected);
  });

  it.each([
    ['a number that is none of the evidence', [[[2, 0, 0, 1, 2], [1], [1]]]],
    ['a child before its parent', [[[0, 0, 0, 0, 1], [1]]]],
    ['a child that is not there', [[[0, 0, 0, 1, 2], [1]]]],
    ['half a node', [[[0, 0, 0]]]],
    ['no numbers', [[['a']]]],
  ])('refuses %s', (_, trees) => {
    expect(() => parseTrees(trees, 'trees', 2)).toThrow(ParseError);
  });
});

describe('packed vectors as text', () => {
  it('come back as they went', () => {
    const vector = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 5 }), (rows) => {
        const packed = packVectors(rows.map((row) => Float32Array.from(row)));
        expect(parsePackedText(JSON.parse(JSON.stringify(toPackedText(packed))), 'v')).toEqual(packed);
      }),
    );
  });
  it.each([
    ['too few', { dimensions: 2, scales: [1, 1], values: btoa('abc') }],
    ['no base64', { dimensions: 1, scales: [1], values: '%' }],
    ['no text', { dimensions: 1, scales: [1], values: 7 }],
  ])('refuses %s', (_, value) => {
    expect(() => parsePackedText(value, 'v')).toThrow(ParseError);
  });
});

const LEVEL = { threshold: 0.5, precision: 0.8, recall: 0.3 };
const rows = packVectors([Float32Array.from([1, 0]), Float32Array.from([0, 1]), Float32Array.from([-1, 0])]);
const FILE = {
  format: 'parallax-acceptance-1',
  model: 'm',
  evidence: ['a', 'b'],
  trees: [TREE],
  intercept: 1,
  levels: { few: LEVEL, balanced: LEVEL, more: LEVEL },
  taught: [{ pack: 'p', questions: ['q-one', 'q-two'], rows: toPackedText(rows), biases: [0, 0, 0.5] }],
};

describe('what was learned', () => {
  it('gives a probability', () => {
    const trained = parseTrained(FILE, ['a', 'b'], 'm');
    expect(probabilityOf([0, 0], trained)).toBeCloseTo(1 / (1 + Math.exp(1)), 6);
  });

  it.each([
    ['of another evidence', { ...FILE, evidence: ['a'] }],
    ['for another model', { ...FILE, model: 'other' }],
    ['of another format', { ...FILE, format: 'parallax-acceptance-2' }],
    ['without a level', { ...FILE, levels: { few: LEVEL } }],
    ['with too few rows', { ...FILE, taught: [{ ...FILE.taught[0], questions: ['q-one'] }] }],
  ])('is refused %s', (_, file) => {
    expect(() => parseTrained(file, ['a', 'b'], 'm')).toThrow(ParseError);
  });

  const questions = buildPack({
    id: 'p',
    questions: {
      'q-new': { asks: 'New?', claims: { c: { says: 'It is new.' } } },
      'q-two': { asks: 'Two?', claims: { d: { says: 'It is two.' } } },
    },
  }).questions;
  const [taught] = parseTrained(FILE, ['a', 'b'], 'm').taught.values();
  const scores = taught === undefined ? new Float64Array() : scoreTaught(Float32Array.from([0, 1]), taught, questions);

  it('knows a question by its name, whatever its place, and says nothing of one that it was not taught', () => {
    expect(scores[0]).toBeNaN();
    const all = Math.exp(0) + Math.exp(12) + Math.exp(0.5);
    expect(scores[1]).toBeCloseTo(12 - Math.log(all), 1);
    expect(scores[2]).toBeCloseTo(0.5 - Math.log(all), 1);
  });

  it('its numbers are missing where a sentence is, or a question is new', () => {
    const at = (n: number) => (n === 3 ? scores : undefined);
    const head = taughtOfHead(at);
    const found = taughtFeatures({ at: 3, question: 1, head }, at);
    expect(found.taught).toBe(scores[1]);
    expect(found.taughtBefore).toBeNaN();
    expect(found.taughtHead).toBeCloseTo(1 - Math.exp(scores[2] ?? 0), 6);
    expect(taughtFeatures({ at: 3, question: 0, head }, at).taught).toBeNaN();
    expect(taughtOfHead(() => undefined)).toBeNaN();
  });
});
