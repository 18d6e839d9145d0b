/** An article of a few sentences, as the extraction hands it over: paragraphs parted by a line break, a headline on request. */
import type { Sentence, SentenceRole } from '@/lib/core/article.ts';
import { partialDate } from '@/lib/core/dates.ts';
import type { ArticleToAttribute, Proposal } from '@/lib/attribution/proposal.ts';
import { proposeAccounts } from '@/lib/attribution/propose-accounts.ts';
import { splitSentences } from '@/lib/text/sentences.ts';

export function anArticle(text: string, { published = '2030-05-15', headline = false } = {}): ArticleToAttribute {
  let from = 0;
  const sentences = text.split('\n').flatMap((paragraph, block): Sentence[] => {
    const start = from;
    from += paragraph.length + 1;
    const role: SentenceRole = headline && block === 0 ? 'headline' : 'body';
    return splitSentences(paragraph).map((span) => ({
      start: start + span.start,
      end: start + span.end,
      text: paragraph.slice(span.start, span.end),
      role,
      block,
    }));
  });
  return { text, sentences, published: partialDate(published), language: 'en' };
}

export const proposalsOf = (text: string): readonly Proposal[] => proposeAccounts(anArticle(text));

/** What is proposed of the last sentence. */
export function lastOf(text: string): Proposal {
  const last = proposalsOf(text).at(-1);
  if (last === undefined) throw new Error('nothing proposed');
  return last;
}
