/** Labelled articles as examples for the acceptance: one for each question that a sentence may speak to. */
import { FEATURES } from '@/lib/matching/features.ts';
import { measureHits } from '@/lib/matching/candidates.ts';
import type { Story } from '@/lib/matching/story.ts';
import { toArticle } from '../eval/labelled.ts';
import type { LabelledArticle } from '../eval/labelled.ts';
import type { Example } from './logistic.ts';

/**
 * As the scorer counts: an optional sentence's right questions are neither right nor wrong, so they teach nothing. An
 * article that the gate turns away gives no examples, for the matcher never sees it.
 */
export function examplesOf(story: Story, article: LabelledArticle): Example[] {
  const read = story.read(toArticle(article));
  if (read === null) return [];
  const labels = new Map(article.labels.map((label) => [label.i, label]));
  return article.sentences.flatMap((_, at) => {
    const label = labels.get(at);
    const right = label === undefined ? [] : [...label.questions, ...label.questionsAny];
    return measureHits(story, read, at).flatMap(({ hit, features }) => {
      const y = right.includes(story.index.questions[hit.question]?.id ?? '');
      return y && label?.need === false ? [] : [{ x: FEATURES.map((feature) => features[feature]), y }];
    });
  });
}
