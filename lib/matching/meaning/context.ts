/** What a sentence is read with: when the article appeared, its headline, the heading above, the sentence before. */
import type { ArticleToMatch } from '@/lib/core/match.ts';
import { formatDate } from '@/lib/core/dates.ts';
import type { ModelInput } from '@/lib/core/sentence-model.ts';

/** In UTF-16 code units. The encoder was trained with these: another length is another model. */
const [LONGEST_HEADLINE, LONGEST_HEADING, LONGEST_BEFORE] = [120, 80, 200];
const [WORDS_OF_HEADING, SENTENCE_END] = [12, /[.!?…:;”"’)]\s*$/u];

type Sentences = ArticleToMatch['sentences'];

/** What of an article every sentence's context is made of: worked out once. */
export type Standing = {
  /** “March 2022”; of a year only that; empty where the page gives no date. In English, as the training texts are. */
  readonly month: string;
  readonly headline: number;
  /** By sentence: the heading above it, or itself; −1 where there is none. */
  readonly headings: readonly number[];
};

export function standingOf({ published, sentences }: ArticleToMatch): Standing {
  let above = -1;
  // The first sentence is the headline, not a heading.
  const headings = sentences.map((sentence, at) => (above = at > 0 && isHeading(sentence) ? at : above));
  return {
    month: published === null ? '' : formatDate(published.slice(0, 7) as typeof published, 'en'),
    headline: headlineOf(sentences),
    headings,
  };
}

export function inputOf(sentences: Sentences, at: number, { month, headline: top, headings }: Standing): ModelInput {
  const textAt = (place: number): string => sentences[place]?.text ?? '';
  const text = textAt(at);
  const headline = at === 0 ? '' : textAt(top);
  const heading = textAt(headings[at] ?? -1);
  const parts = [
    month === '' ? '' : `(${month})`,
    headline.slice(0, LONGEST_HEADLINE),
    heading === headline || heading === text ? '' : heading.slice(0, LONGEST_HEADING),
    textAt(at - 1).slice(-LONGEST_BEFORE),
  ];
  const context = parts.filter((part) => part !== '').join(' ');
  return context === '' ? { text } : { text, context };
}

function headlineOf(sentences: Sentences): number {
  const named = sentences.findIndex(({ role }) => role === 'headline');
  return named < 0 ? 0 : named;
}

/** Pages do not always say what is a heading: a short line that no mark ends is one too. */
function isHeading({ text, role }: Sentences[number]): boolean {
  if (text === '') return false;
  if (role === 'heading') return true;
  return text.split(/\s+/u).length <= WORDS_OF_HEADING && !SENTENCE_END.test(text);
}
