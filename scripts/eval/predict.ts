/** What Parallax would mark in labelled articles: the gate first, then the matcher, as on a page. */
import type { Matcher } from '@/lib/matching/matcher.ts';
import type { MatchOptions } from '@/lib/matching/matcher.ts';
import { toArticle } from './labelled.ts';
import type { LabelledArticle } from './labelled.ts';
import type { Prediction, Predictions } from './score.ts';

/** The matcher itself is silent about an article that tells none of its stories. */
export async function predict(
  gold: readonly LabelledArticle[],
  matcher: Matcher,
  options: MatchOptions,
): Promise<Predictions> {
  const rows: Record<string, readonly Prediction[]> = {};
  for (const article of gold) {
    const ranked = await matcher.rank(toArticle(article), options);
    rows[article.file] = ranked.map(({ match, shown }) => ({
      i: match.sentence,
      question: match.question,
      claim: match.claim,
      relation: match.relation,
      score: match.score,
      shown,
    }));
  }
  return rows;
}
