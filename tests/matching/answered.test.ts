/** What the reader has said, applied to those sentences and to those like them. */
import { describe, expect, it } from 'vitest';
import type { ClaimId, QuestionId } from '@/lib/core/ids.ts';
import type { Match } from '@/lib/core/match.ts';
import { ALIKE, applyAnswers, type Answer } from '@/lib/matching/answered.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';
import { damPack } from './dam-story.ts';

const PACK = damPack();
const TEXTS = ['It was the blasting.', 'The dynamite did it.', 'The bakery opens at six.'];
const [CAUSE, TOLL] = ['q-cause' as QuestionId, 'q-toll' as QuestionId];
const [BLASTING, RAIN] = ['quarry-blasting' as ClaimId, 'record-rain' as ClaimId];

/** The first two sentences mean nearly the same. */
const VECTORS = [
  [1, 0],
  [0.98, 0.199],
  [0, 1],
].map((vector) => Float32Array.from(vector));

const match = (sentence: number, claim: ClaimId | null = RAIN, question = CAUSE): Match => ({
  sentence,
  pack: PACK.id,
  question,
  claim,
  relation: 'on-question',
  accounts: [],
  score: 0.7,
  reasons: [],
  also: [],
});
const answer = (at: number, verdict: 'no' | 'yes', more: Partial<Answer> = {}): Answer => ({
  pack: PACK.id,
  question: CAUSE,
  sentence: hashSentence(TEXTS[at] ?? ''),
  verdict,
  claim: verdict === 'yes' ? BLASTING : null,
  vector: { model: 'm', values: Int8Array.from(VECTORS[at] ?? [], (value) => Math.round(value * 127)), scale: 1 / 127 },
  ...more,
});
const apply = (matches: readonly Match[], answers: readonly Answer[], { which = [0, 1, 2], model = 'm' } = {}) =>
  applyAnswers(matches, answers, {
    which,
    hashAt: (at) => hashSentence(TEXTS[at] ?? ''),
    vectorAt: (at) => ({ model, vector: VECTORS[at] ?? new Float32Array(2) }),
    packs: [PACK],
  });
const told = ({ shown, hidden }: ReturnType<typeof apply>) => ({
  shown: shown.map(({ sentence, claim, relation, reasons }) => [sentence, claim, relation, reasons[0]?.kind]),
  hidden: hidden.map(({ sentence, reasons }) => [sentence, reasons[0]?.kind]),
});

describe('“not the same claim”', () => {
  it('hides the mark of the very sentence, and of one like it, which says why', () => {
    expect(told(apply([match(0), match(1), match(2)], [answer(0, 'no')]))).toEqual({
      shown: [[2, RAIN, 'on-question', undefined]],
      hidden: [
        [0, undefined],
        [1, 'like-one-you-hid'],
      ],
    });
  });
  it('hides no mark of another question', () => {
    expect(apply([match(0, null, TOLL), match(1, null, TOLL)], [answer(0, 'no')]).hidden).toEqual([]);
  });
  it('reaches no further than the sentence where its meaning is not known, or is another model’s', () => {
    expect(apply([match(0), match(1)], [answer(0, 'no', { vector: null })]).hidden).toHaveLength(1);
    expect(apply([match(0), match(1)], [answer(0, 'no')], { model: 'other' }).hidden).toHaveLength(1);
  });
});

describe('“this is what it says”', () => {
  it('gives the very sentence its claim, and one like it the claim without the word', () => {
    expect(told(apply([match(0)], [answer(0, 'yes')]))).toEqual({
      shown: [
        [0, BLASTING, 'same', 'reader-said'],
        [1, BLASTING, 'on-question', 'like-one-you-confirmed'],
      ],
      hidden: [],
    });
  });
  it('leaves a mark that says so already as it is', () => {
    const own = match(1, BLASTING);
    expect(apply([own], [answer(0, 'yes')], { which: [1] }).shown).toEqual([own]);
  });
  it('speaks of the question alone where no claim was named, or the pack has it no more', () => {
    for (const claim of [null, 'gone' as ClaimId])
      expect(told(apply([], [answer(0, 'yes', { claim })], { which: [0] })).shown).toEqual([
        [0, null, 'on-question', 'reader-said'],
      ]);
  });
  it('does nothing where the pack no longer has the question', () => {
    const gone = answer(0, 'yes', { question: 'q-gone' as QuestionId });
    expect(apply([match(0)], [gone], { which: [0] }).shown).toEqual([match(0)]);
    expect(apply([], [gone], { which: [0] }).shown).toEqual([]);
  });
});

describe('of several answers', () => {
  it('what was said of the sentence itself goes before what was said of one like it', () => {
    const both = [answer(0, 'yes'), answer(1, 'no')];
    expect(told(apply([match(0), match(1)], both))).toEqual({
      shown: [[0, BLASTING, 'same', 'reader-said']],
      hidden: [[1, undefined]],
    });
  });
  it('the nearest counts', () => {
    const far = answer(2, 'no');
    expect(told(apply([match(1)], [far, answer(0, 'yes')], { which: [1] })).shown).toEqual([
      [1, BLASTING, 'on-question', 'like-one-you-confirmed'],
    ]);
    expect(0.98).toBeGreaterThan(ALIKE);
  });
  it('without any, nothing changes, and only what was asked is answered', () => {
    expect(apply([match(0)], []).shown).toEqual([match(0)]);
    expect(apply([], [answer(0, 'yes')], { which: [2] }).shown).toEqual([]);
  });
});
