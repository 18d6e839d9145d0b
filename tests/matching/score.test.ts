import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLabelled } from '@/scripts/eval/labelled.ts';
import type { LabelledArticle } from '@/scripts/eval/labelled.ts';
import { score, scoreEach } from '@/scripts/eval/score.ts';
import type { Prediction, Predictions } from '@/scripts/eval/score.ts';
import { leastThreshold } from '@/scripts/train/threshold.ts';
import { ROUNDS } from '@/tests/rounds.ts';

const SCORER = '../shared/eval/score.mjs';

/** Four sentences: the first two must be marked (the second denies its claim), the third may be, the last must not. */
const ARTICLE = parseLabelled({
  file: 'a',
  published: '2019',
  sentences: ['one', 'two', 'three', 'four', ''],
  labels: [
    { i: 0, need: true, claims: ['c1'], claimsAny: ['c2'], questions: ['q1'], questionsAny: ['q2'], denies: [] },
    { i: 1, need: true, claims: ['c3'], claimsAny: [], questions: ['q3'], questionsAny: [], denies: ['c3'] },
    { i: 2, need: false, claims: [], claimsAny: [], questions: ['q1'], questionsAny: [], denies: [] },
  ],
});
const mark = (i: number, question: string, more: Partial<Prediction> = {}): Prediction => ({
  i,
  question,
  claim: null,
  relation: 'on-question',
  score: 0.5,
  shown: true,
  ...more,
});

describe('score', () => {
  it.each([
    ['nothing shown', [], { shown: 0, precision: null, recall: 0, f1: 0 }],
    ['all right', [mark(0, 'q1'), mark(1, 'q3')], { shown: 2, precision: 1, recall: 1, f1: 1, averagePrecision: 1 }],
    ['a question that a fair reader accepts', [mark(0, 'q2')], { precision: 1, recall: 0.5 }],
    ['a wrong question', [mark(0, 'q9')], { precision: 0, recall: 0 }],
    ['an optional sentence, rightly', [mark(2, 'q1')], { shown: 0, precision: null }],
    ['an optional sentence, wrongly', [mark(2, 'q9')], { shown: 1, precision: 0 }],
    ['a sentence that must stay unmarked', [mark(3, 'q1')], { shown: 1, precision: 0, falseMarksPer1000: 250 }],
    ['not shown', [mark(0, 'q1', { shown: false })], { shown: 0, averagePrecision: 0.5 }],
    ['the right claim', [mark(0, 'q1', { claim: 'c2' })], { claimAccuracy: 1 }],
    ['no claim', [mark(0, 'q1')], { claimAccuracy: 0 }],
    ['a denial named', [mark(1, 'q3', { relation: 'denies' })], { denialsNamed: 1 }],
    ['a denial not named', [mark(1, 'q3')], { denialsNamed: 0 }],
    [
      'the order of the ranking',
      [mark(3, 'q1', { score: 0.9 }), mark(0, 'q1', { score: 0.8 })],
      { averagePrecision: 0.25, recallAtPrecision: { 0.5: 0.5 } },
    ],
  ])('%s', (_name, predictions, expected) => {
    expect(score([ARTICLE], { a: predictions })).toMatchObject({ articles: 1, sentences: 4, need: 2, ...expected });
  });

  it('of each article is the score of that article alone', () => {
    const other: LabelledArticle = { ...ARTICLE, file: 'b' };
    const predictions = { a: [mark(0, 'q1')], b: [mark(3, 'q1')] };
    expect(scoreEach([ARTICLE, other], predictions)).toEqual({
      a: score([ARTICLE], predictions),
      b: score([other], predictions),
    });
  });
});

const ids = (prefix: string) => fc.constantFrom(...[1, 2, 3].map((n) => `${prefix}${n}`));
const label = fc.record({
  need: fc.boolean(),
  claims: fc.array(ids('c'), { maxLength: 2 }),
  claimsAny: fc.array(ids('c'), { maxLength: 2 }),
  questions: fc.array(ids('q'), { maxLength: 2 }),
  questionsAny: fc.array(ids('q'), { maxLength: 2 }),
  denies: fc.array(ids('c'), { maxLength: 1 }),
});
const prediction = fc.record({
  question: ids('q'),
  claim: fc.option(ids('c')),
  relation: fc.constantFrom('same', 'denies', 'on-question'),
  score: fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
  shown: fc.boolean(),
});
const labelledAndPredicted = fc
  .array(
    fc.record({ text: fc.constantFrom('words', ''), label: fc.option(label), prediction: fc.option(prediction) }),
    { maxLength: 20 },
  )
  .map((rows): [Omit<LabelledArticle, 'file'>, Prediction[]] => [
    {
      published: null,
      sentences: rows.map(({ text }) => text),
      labels: rows.flatMap((row, i) => (row.label === null ? [] : [{ i, ...row.label }])),
    },
    rows.flatMap((row, i) => (row.prediction === null ? [] : [{ i, ...row.prediction }])),
  ]);

describe.skipIf(!existsSync(SCORER))(`against ${SCORER} (skipped where that is absent)`, () => {
  it('every figure is the same, whatever the labels and predictions', async () => {
    const theirs = (await import(pathToFileURL(SCORER).href)) as { score: typeof score };
    fc.assert(
      fc.property(fc.array(labelledAndPredicted, { maxLength: 4 }), (articles) => {
        const gold = articles.map(([article], n) => ({ ...article, file: String(n) }));
        const predictions: Predictions = Object.fromEntries(articles.map(([, rows], n) => [String(n), rows]));
        expect(JSON.stringify(score(gold, predictions))).toBe(JSON.stringify(theirs.score(gold, predictions)));
      }),
      { numRuns: 300 * ROUNDS },
    );
  });
});

describe('parseLabelled', () => {
  const valid = { file: 'a', published: null, sentences: ['one', null], labels: [] };

  it('takes a sentence without text for an empty one', () => {
    expect(parseLabelled(valid).sentences).toEqual(['one', '']);
  });

  it.each([
    ['published', { ...valid, published: 'some day' }, null],
    ['published', { ...valid, published: '2019-05' }, '2019-05'],
  ])('reads %s or knows that it cannot', (_field, value, published) => {
    expect(parseLabelled(value).published).toBe(published);
  });

  it.each([
    ['article', []],
    ['file', { ...valid, file: 7 }],
    ['sentences', { ...valid, sentences: 'one' }],
    ['labels[0].i', { ...valid, labels: [{ i: -1, need: true }] }],
    ['labels[0].need', { ...valid, labels: [{ i: 0, need: 'yes' }] }],
    ['labels[0].questions[0]', { ...valid, labels: [{ i: 0, need: true, questions: [3] }] }],
  ])('refuses a wrong %s by its name', (path, value) => {
    expect(() => parseLabelled(value)).toThrow(`${path}:`);
  });
});

describe('leastThreshold', () => {
  const ranked = (rights: readonly boolean[]): Predictions => ({
    a: rights.map((right, n) => mark(n, right ? 'q' : 'other', { score: 0.9 - n / 10 })),
  });
  const gold = (count: number): LabelledArticle[] => [
    parseLabelled({
      file: 'a',
      published: null,
      sentences: Array.from({ length: count }, () => 'words'),
      labels: Array.from({ length: count }, (_, i) => ({ i, need: true, questions: ['q'] })),
    }),
  ];

  it.each([
    ['all are right', [true, true, true], 0.01],
    ['the last is wrong', [true, true, true, false, false], 0.51],
    ['a wrong one stands before a lucky stretch', [true, false, true, true, true, true], 0.81],
    ['the surest is wrong', [false, true, true], 0.91],
  ])('where %s', (_name, rights, threshold) => {
    expect(leastThreshold(gold(rights.length), ranked(rights), 0.75)).toBe(threshold);
  });
});
