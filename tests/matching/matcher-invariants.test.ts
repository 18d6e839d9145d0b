import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { buildPack } from '../build-pack.ts';
import type { PackSketch } from '../build-pack.ts';
import { PARAPHRASES, markOf, marksOf } from './dam-marks.ts';
import { DAM, DOUBLE_SENTENCE, KNOWN_SENTENCE, damArticle, damPack, regattaPack } from './dam-story.ts';
import { ROUNDS } from '@/tests/rounds.ts';

describe('what must not change a result', () => {
  const sentences = [...PARAPHRASES.map(([sentence]) => sentence), KNOWN_SENTENCE, DOUBLE_SENTENCE, 'Bread is sold.'];
  const anyOrder = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  const reorder = (questions: readonly string[], seed: boolean): PackSketch => ({
    ...DAM,
    questions: Object.fromEntries(
      questions.map((id) => {
        const question = DAM.questions[id] ?? { asks: '', claims: {} };
        const claims = Object.entries(question.claims);
        return [id, { ...question, claims: Object.fromEntries(seed ? claims.reverse() : claims) }];
      }),
    ),
  });

  it('the order of questions and claims', async () => {
    const expected = await marksOf(sentences, { known: true });
    await fc.assert(
      fc.asyncProperty(anyOrder(Object.keys(DAM.questions)), fc.boolean(), async (questions, seed) => {
        const by = createMatcher([buildPack(reorder(questions, seed))]);
        expect(await marksOf(sentences, { known: true, by })).toEqual(expected);
      }),
      { numRuns: 20 * ROUNDS },
    );
  });

  it('the order of packs', async () => {
    const [one, other] = [damPack(), regattaPack()];
    const mixed = [
      ...sentences,
      'The yacht Heron crossed the bow of the Lanthorn at the Sandrigo regatta.',
      'At the Sandrigo regatta the crew of the Heron won.',
    ];
    const marks = await marksOf(mixed, { known: true, by: createMatcher([one, other]) });
    expect(await marksOf(mixed, { known: true, by: createMatcher([other, one]) })).toEqual(marks);
  });

  it('a pack of the same story that is less near', async () => {
    const farther: PackSketch = {
      ...DAM,
      id: 'another-orrin',
      questions: {
        ...DAM.questions,
        'q-gates': {
          asks: 'Did the operators open the spillway gates of the Orrin dam?',
          claims: {
            'gates-late': { says: 'Operators opened the spillway gates too late, when they had jammed in mud.' },
          },
        },
      },
    };
    const [sentence] = PARAPHRASES[3] ?? [];
    const alone = await markOf(sentence ?? '', { by: createMatcher([buildPack(farther)]) });
    expect(alone).toMatchObject({ claim: 'gates-late' });
    const both = await markOf(sentence ?? '', { by: createMatcher([buildPack(farther), damPack()]) });
    expect(both).toMatchObject({ pack: 'orrin-dam', claim: 'gates-jammed' });
    expect(both?.score).toBeGreaterThan(alone?.score ?? 1);
  });

  it('a pack of another story beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(sentences), async (some) => {
        const by = createMatcher([regattaPack(), damPack()]);
        expect(await marksOf(some, { known: true, by })).toEqual(await marksOf(some, { known: true }));
      }),
      { numRuns: 20 * ROUNDS },
    );
  });

  it('in what portions the sentences are asked for', async () => {
    const article = damArticle(sentences);
    const all = [...article.sentences.keys()];
    const at = async (which: readonly number[]) => createMatcher([damPack()]).match(article, which, { known: true });
    const portions = await Promise.all(all.map((sentence) => at([sentence])));
    expect(portions.flat()).toEqual(await at(all));
  });

  it('an article asked about before', async () => {
    const by = createMatcher([damPack()]);
    const first = await marksOf(sentences, { by });
    await marksOf(['The spillway gates jammed.'], { by });
    await marksOf(sentences, { by, published: '2023-01-01' });
    expect(await marksOf(sentences, { by })).toEqual(first);
  });

  it('any text gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 5 }), async (texts) => {
        for (const { sentence, score } of await marksOf(texts, { known: true })) {
          expect(sentence).toBeLessThan(texts.length + 3);
          expect(score).toBeGreaterThan(0);
        }
      }),
    );
  });
});
