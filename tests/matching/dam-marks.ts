/** What the matcher says of sentences put into an article of the made-up story. */
import type { Match } from '@/lib/core/match.ts';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { damArticle, damPack } from './dam-story.ts';

export const dam = createMatcher([damPack()]);

export async function marksOf(
  sentences: readonly string[],
  { known = false, published = '2019-05-20', by = dam } = {},
) {
  const article = damArticle(sentences, published);
  return by.match(article, [...article.sentences.keys()], { known });
}
/** The mark of the one sentence that the test is about. */
export async function markOf(
  sentence: string,
  options: Parameters<typeof marksOf>[1] = {},
): Promise<Match | undefined> {
  return (await marksOf([sentence], options)).find((match) => match.sentence === 0);
}

export const PARAPHRASES: readonly (readonly [sentence: string, question: string, claim: string])[] = [
  [
    'Blasting at the Tolland quarry had weakened the foundations of the dam, the company said.',
    'q-cause',
    'quarry-blasting',
  ],
  [
    'The engineers of Marisk had logged cracks in the wall for two winters, and the company ignored them.',
    'q-cause',
    'cracks-ignored',
  ],
  [
    'In Velden the sirens were silent until the flood had reached the village, residents recalled.',
    'q-sirens',
    'sirens-silent',
  ],
  ['The spillway gates were jammed when the operators tried to open them.', 'q-gates', 'gates-jammed'],
  ['Halvorsen had telephoned the mayor of Velden an hour before the flood.', 'q-sirens', 'warned-by-phone'],
];
