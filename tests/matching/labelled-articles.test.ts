/** Holds the figures of docs/matching.md: on labelled articles, on articles of another topic, on news pages. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '@/lib/article/read-text.ts';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { readLabelled } from '@/scripts/eval/labelled.ts';
import { loadShippedPacks } from '@/scripts/eval/load-packs.ts';
import { predict } from '@/scripts/eval/predict.ts';
import { score } from '@/scripts/eval/score.ts';
import { loadMeaning } from '@/scripts/model/load-meaning.ts';
import { MODEL_FOLDER } from '@/scripts/model/load-model.ts';
import { openArticle } from '@/scripts/read/open-article.ts';
import { readWith } from '@/scripts/read/read-with.ts';
import { damPack } from './dam-story.ts';

const LABELLED = '../shared/eval/articles';
const OTHER_TOPIC = '../shared/eval/other-topic';
const PAGES = '../shared/pages';
const filesIn = (dir: string): string[] => (existsSync(dir) ? readdirSync(dir).map((name) => join(dir, name)) : []);

describe.skipIf(!existsSync(LABELLED))(`on ${LABELLED} (skipped where that is absent)`, () => {
  const packs = loadShippedPacks();
  const matcher = createMatcher(packs);
  const all = existsSync(LABELLED) ? readLabelled(LABELLED) : [];
  const isSource = ({ file }: { file: string }): boolean => file.startsWith('seed-');

  it('in its own sources most of what should be marked is, by recognition', async () => {
    const gold = all.filter(isSource);
    const scores = score(gold, await predict(gold, matcher, { known: true }));
    expect(scores.recall).toBeGreaterThanOrEqual(0.8);
    expect(scores.precision).toBeGreaterThanOrEqual(0.9);
    expect(scores.claimAccuracy).toBeGreaterThanOrEqual(0.9);
  });

  it('in articles it was not made from, what it marks is mostly right', async () => {
    const gold = all.filter((article) => !isSource(article));
    const scores = score(gold, await predict(gold, matcher, { known: false }));
    expect(scores.precision).toBeGreaterThanOrEqual(0.75);
    expect(scores.shown).toBeGreaterThanOrEqual(10);
  });

  it('ranks without recognition no worse than it did', async () => {
    const scores = score(all, await predict(all, matcher, { known: false }));
    expect(scores.averagePrecision).toBeGreaterThanOrEqual(0.54);
  });
});

/** The trees have learned from these articles: this holds what ships, docs/matching.md says what it is worth elsewhere. */
describe.skipIf(!existsSync(LABELLED) || !existsSync(MODEL_FOLDER))(
  `by meaning, on ${LABELLED} (skipped where that or the model is absent)`,
  () => {
    const gold = existsSync(LABELLED) ? readLabelled(LABELLED).filter(({ file }) => !file.startsWith('seed-')) : [];

    it('most of what should be marked is, and what is marked is right', { timeout: 240_000 }, async () => {
      const meaning = await loadMeaning();
      const matcher = createMatcher(loadShippedPacks(), { meaning: () => Promise.resolve(meaning) });
      const scores = score(gold, await predict(gold, matcher, { known: false }));
      expect(scores.precision).toBeGreaterThanOrEqual(0.85);
      expect(scores.recall).toBeGreaterThanOrEqual(0.5);
      expect(scores.claimAccuracy).toBeGreaterThanOrEqual(0.7);
    });
  },
);

describe.skipIf(!existsSync(OTHER_TOPIC))(`on ${OTHER_TOPIC} (skipped where that is absent)`, () => {
  it.each(filesIn(OTHER_TOPIC))('%s stays unmarked', async (file) => {
    const article = readPlainText(readFileSync(file, 'utf8'), null);
    expect(await readWith(loadShippedPacks(), article)).toMatchObject({ told: [], marks: [] });
  });
});

describe.skipIf(!existsSync(PAGES))(`on ${PAGES} (skipped where that is absent)`, () => {
  const packs = loadShippedPacks();

  it.each(filesIn(PAGES))('%s stays unmarked', { timeout: 30_000 }, async (file) => {
    const opened = openArticle(file, null);
    if (opened.kind === 'no-article') return;
    expect(await readWith(packs, opened.article)).toMatchObject({ told: [], marks: [] });
  });
});

describe('on a made-up page', () => {
  it('the story is recognised, and another is not', async () => {
    const text =
      'The spillway gates of the Orrin dam jammed when operators of Marisk tried to open them, in Velden they said.';
    const article = readPlainText(text, null);
    const { told, marks } = await readWith([damPack()], article);
    expect(told.map(({ id }) => id)).toEqual(['orrin-dam']);
    expect(marks).toMatchObject([{ question: 'q-gates', claim: 'gates-jammed' }]);
    expect(await readWith([damPack()], readPlainText('Moss wants light and a little water.', null))).toMatchObject({
      told: [],
      marks: [],
    });
  });
});
