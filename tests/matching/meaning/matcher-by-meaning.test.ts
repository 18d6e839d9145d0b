/** The matcher with a model of meaning: what shares no word is found, and what fails falls back to words. */
import { describe, expect, it, vi } from 'vitest';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { buildPack } from '../../build-pack.ts';
import { DAM, damArticle, damPack, regattaPack } from '../dam-story.ts';
import { PARAPHRASES } from '../dam-marks.ts';
import { madeUpMeaning, madeUpModel } from './made-up-model.ts';

const OTHER_WORDS = 'Dynamite in the pit had undermined its footing, she thought.';
const NOTHING = 'The bakery opens at six.';
const article = (...sentences: string[]) => damArticle(sentences, '2019-05-20');
const all = (read: ReturnType<typeof article>) => [...read.sentences.keys()];
const options = { known: false } as const;

const byMeaning = (meaning = madeUpMeaning()) =>
  createMatcher([damPack()], { meaning: () => Promise.resolve(meaning) });

describe('matching by meaning', () => {
  it('finds a claim in other words, and names it', async () => {
    const read = article(OTHER_WORDS, NOTHING);
    const [first, second] = await byMeaning().match(read, [0, 1], options);
    expect(first).toMatchObject({ sentence: 0, question: 'q-cause', claim: 'quarry-blasting' });
    expect(second).toBeUndefined();
    expect(await createMatcher([damPack()]).match(read, [0, 1], options)).toEqual([]);
  });

  it('shows more or fewer, as the reader chose', async () => {
    const read = article(OTHER_WORDS, 'The horns were heard.', NOTHING);
    const shown = async (level: 'few' | 'balanced' | 'more') =>
      (await byMeaning().match(read, [0, 1, 2], { known: false, level })).map(({ sentence }) => sentence);
    const [few, balanced, more] = [await shown('few'), await shown('balanced'), await shown('more')];
    expect(few).toEqual([0]);
    expect(balanced.length).toBeGreaterThanOrEqual(few.length);
    expect(more).toEqual([0, 1, 2]);
  });

  it('says the same in whatever portions a page asks', async () => {
    const read = article(OTHER_WORDS, NOTHING, 'The sluices were stuck.', ...PARAPHRASES.map(([sentence]) => sentence));
    const whole = await byMeaning().match(read, all(read), options);
    const matcher = byMeaning();
    const parts = [];
    for (const at of all(read).reverse()) parts.push(...(await matcher.match(read, [at], options)));
    expect(parts.reverse()).toEqual(whole);
    expect(whole.length).toBeGreaterThan(2);
  });

  it('reads each sentence once, and those of no story not at all', async () => {
    const model = madeUpModel();
    const matcher = createMatcher([damPack(), regattaPack()], { meaning: () => Promise.resolve(madeUpMeaning(model)) });
    const read = article(OTHER_WORDS, NOTHING);
    await matcher.match(read, [0], options);
    await matcher.match(read, all(read), options);
    for (const { text } of read.sentences) expect(model.encoded.filter((one) => one === text)).toHaveLength(1);
    const before = model.encoded.length;
    const foreign = { ...read, sentences: read.sentences.map((sentence) => ({ ...sentence, text: NOTHING })) };
    await matcher.match(foreign, all(foreign), options);
    expect(model.encoded).toHaveLength(before);
  });
});

describe('why', () => {
  const pack = buildPack({
    ...DAM,
    questions: {
      ...DAM.questions,
      'q-cause': {
        asks: 'Why did the Orrin dam break?',
        when: { from: '2019-05-04', to: '2019-05-05' },
        claims: DAM.questions['q-cause']?.claims ?? {},
        aspects: [{ says: 'The sluices had been stuck for years.' }],
      },
    },
  });
  const why = async (sentence: string) => {
    const matcher = createMatcher([pack], { meaning: () => Promise.resolve(madeUpMeaning()) });
    const [match] = await matcher.match(article(sentence), [0], options);
    return match?.reasons ?? [];
  };

  it('says which text of the pack is near, and what tells of its time', async () => {
    expect(await why('Dynamite in the pit had undermined its footing on 4 May 2019.')).toEqual(
      expect.arrayContaining([{ kind: 'near-claim' }, { kind: 'its-time', words: ['4 May 2019'] }]),
    );
    expect(await why('The sluices had been stuck, they thought in 2011.')).toContainEqual({
      kind: 'near-aspect',
      says: 'The sluices had been stuck for years.',
    });
    expect(await why('The sluices had been stuck, they thought in 2011.')).not.toContainEqual(
      expect.objectContaining({ kind: 'its-time' }),
    );
  });
});

describe('without the model', () => {
  const read = article(...PARAPHRASES.map(([sentence]) => sentence));
  const byWords = () => createMatcher([damPack()]).match(read, all(read), options);

  it('words are compared where there is none', async () => {
    const matcher = createMatcher([damPack()], { meaning: () => Promise.resolve(null) });
    expect(await matcher.match(read, all(read), options)).toEqual(await byWords());
  });

  it('and where it fails in the midst of an article, which is told', async () => {
    const lost = vi.fn();
    const model = { ...madeUpModel(), encode: () => Promise.reject(new Error('released')) };
    const matcher = createMatcher([damPack()], {
      meaning: () => Promise.resolve(madeUpMeaning(model)),
      onMeaningLost: lost,
    });
    expect(await matcher.match(read, all(read), options)).toEqual(await byWords());
    expect(lost).toHaveBeenCalledOnce();
  });

  it('and is asked again for the next one', async () => {
    const model = madeUpModel();
    let failing = true;
    const flaky = {
      ...model,
      encode: (...asked: Parameters<typeof model.encode>) =>
        failing ? Promise.reject(new Error('released')) : model.encode(...asked),
    };
    const matcher = createMatcher([damPack()], {
      meaning: () => Promise.resolve(madeUpMeaning(flaky)),
      onMeaningLost: () => undefined,
    });
    await matcher.match(article(OTHER_WORDS), [0], options);
    failing = false;
    expect(await matcher.match(article(OTHER_WORDS), [0], options)).toMatchObject([{ claim: 'quarry-blasting' }]);
  });
});
