/**
 * Learns lib/matching/acceptance.json: when a sentence that shares words with a question speaks to it, and how sure is
 * sure enough. No chance in it: the same packs and articles give the same file. docs/matching.md says what and why.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { MARK_LEVELS, type MarkLevel } from '@/lib/core/settings.ts';
import type { Acceptance, Level, Levels } from '@/lib/matching/accept.ts';
import { FEATURES } from '@/lib/matching/features.ts';
import type { Feature } from '@/lib/matching/features.ts';
import { hashSentences, recognise } from '@/lib/matching/known.ts';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { createStory } from '@/lib/matching/story.ts';
import type { Story } from '@/lib/matching/story.ts';
import { readLabelled } from './eval/labelled.ts';
import type { LabelledArticle } from './eval/labelled.ts';
import { loadShippedPacks } from './eval/load-packs.ts';
import { predict } from './eval/predict.ts';
import { score } from './eval/score.ts';
import type { Predictions } from './eval/score.ts';
import { examplesOf } from './train/examples.ts';
import { fitLogistic } from './train/logistic.ts';
import type { Example } from './train/logistic.ts';
import { leastThreshold, shownFrom } from './train/threshold.ts';

const SHARED = join(import.meta.dirname, '..', '..', 'shared');
const OUTPUT = join(import.meta.dirname, '..', 'lib', 'matching', 'acceptance.json');
const FOLDS = 5;
/** Of the marks shown in real articles that the weights have not seen, for each of the reader's choices. */
const PRECISION: Readonly<Record<MarkLevel, number>> = { few: 0.85, balanced: 0.75, more: 0.6 };
/** Shows nothing: only the scores are asked for. */
const NOTHING: Level = { threshold: 2, precision: 1, recall: 0 };

await main();

async function main(): Promise<void> {
  const packs = loadShippedPacks();
  const [pack, ...more] = packs;
  if (pack === undefined || more.length > 0)
    throw new Error('The labels are those of one pack; packs/ must hold it alone');
  const story = createStory(pack);
  const real = readLabelled(join(SHARED, 'training', 'articles'));
  const invented = readLabelled(join(SHARED, 'training', 'invented'));
  const apart = readLabelled(join(SHARED, 'eval', 'articles'));

  const unseen: Predictions = { ...(await crossValidate(story, real, invented)) };
  const weights = learn(examplesOfAll(story, [...real, ...invented]));
  const ofApart = await predictWith(story, weights, apart);
  const judged = [...real, ...apart].filter((article) => !isSourceOf(story, article));
  const all = { ...unseen, ...ofApart };
  const levels = Object.fromEntries(MARK_LEVELS.map((level) => [level, levelOf(judged, all, PRECISION[level])]));
  const acceptance: Acceptance = { ...weights, levels: levels as Levels };
  const { threshold } = acceptance.levels.balanced;

  const config = await resolveConfig(OUTPUT);
  writeFileSync(OUTPUT, await format(JSON.stringify(acceptance), { ...config, parser: 'json' }));
  report('real articles, cross-validated', real, unseen, threshold);
  report('eval/articles, kept apart', apart, ofApart, threshold);
  console.log(JSON.stringify(acceptance, null, 2));
}

function examplesOfAll(story: Story, articles: readonly LabelledArticle[]): Example[] {
  return articles.flatMap((article) => examplesOf(story, article));
}

/** The pack was written from its sources: what is found in them says nothing about other articles. */
function isSourceOf({ known }: Story, { sentences }: LabelledArticle): boolean {
  return recognise(hashSentences(sentences), known).size > 0;
}

function levelOf(gold: readonly LabelledArticle[], predictions: Predictions, wanted: number): Level {
  const threshold = leastThreshold(gold, predictions, wanted);
  const { precision, recall } = score(gold, shownFrom(predictions, threshold));
  return { threshold, precision: precision ?? 1, recall: recall ?? 0 };
}

function learn(examples: readonly Example[]): Acceptance {
  const { intercept, weights } = fitLogistic(examples);
  const named = Object.fromEntries(FEATURES.map((feature, j) => [feature, rounded(weights[j] ?? 0)]));
  return {
    levels: { few: NOTHING, balanced: NOTHING, more: NOTHING },
    intercept: rounded(intercept),
    weights: named as Record<Feature, number>,
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function predictWith(story: Story, acceptance: Acceptance, articles: readonly LabelledArticle[]): Promise<Predictions> {
  return predict(articles, createMatcher([story.pack], { acceptance }), { known: false });
}

/** Every real article scored by weights that have not seen it; the invented ones help in every fold. */
async function crossValidate(
  story: Story,
  real: readonly LabelledArticle[],
  invented: readonly LabelledArticle[],
): Promise<Predictions> {
  const always = examplesOfAll(story, invented);
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const parts = folds.map((fold) => real.filter((_, n) => n % FOLDS === fold));
  const examples = parts.map((part) => examplesOfAll(story, part));
  const predictions = await Promise.all(
    parts.map((part, fold) => {
      const others = examples.flatMap((some, n) => (n === fold ? [] : some));
      return predictWith(story, learn([...others, ...always]), part);
    }),
  );
  return Object.assign({}, ...predictions) as Predictions;
}

function report(name: string, gold: readonly LabelledArticle[], predictions: Predictions, threshold: number): void {
  console.log(name, JSON.stringify(score(gold, shownFrom(predictions, threshold))));
}
