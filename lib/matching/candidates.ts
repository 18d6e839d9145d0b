/** Retrieve and accept, for one sentence: the questions it may speak to, each with how probable it is. */
import { probabilityOf } from './accept.ts';
import type { Acceptance } from './accept.ts';
import { featuresOf } from './features.ts';
import type { Features } from './features.ts';
import type { ReadArticle } from './read-article.ts';
import type { Hit } from './retrieve.ts';
import type { Story } from './story.ts';

export type MeasuredHit = { readonly hit: Hit; readonly features: Features };
export type ScoredHit = { readonly hit: Hit; readonly score: number };

/** `at` is the sentence's index in the article. What the acceptance is trained on. */
export function measureHits({ index, facts }: Story, article: ReadArticle, at: number): MeasuredHit[] {
  return (article.sentences[at]?.hits ?? []).flatMap((hit) => {
    const features = featuresOf(hit, at, { index, article, facts });
    return features === null ? [] : [{ hit, features }];
  });
}

/** Most probable first; of equals, by the question's name. */
export function scoreHits(story: Story, article: ReadArticle, at: number, acceptance: Acceptance): ScoredHit[] {
  const nameOf = ({ hit }: ScoredHit): string => story.index.questions[hit.question]?.id ?? '';
  return measureHits(story, article, at)
    .map(({ hit, features }) => ({ hit, score: probabilityOf(features, acceptance) }))
    .sort((a, b) => b.score - a.score || (nameOf(a) < nameOf(b) ? -1 : 1));
}
