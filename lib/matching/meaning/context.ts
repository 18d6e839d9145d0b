/** What a sentence is read with: when the article appeared, its headline, the heading above, the sentence before. */
import type { ArticleToMatch } from '@/lib/core/match.ts';
import { formatDate } from '@/lib/core/dates.ts';
import type { ModelInput } from '@/lib/core/sentence-model.ts';

/** In UTF-16 code units. The encoder was trained with these: another length is another model. */
const [LONGEST_HEADLINE, LONGEST_HEADING, LONGEST_BEFORE] = [120, 80, 200];
const [WORDS_OF_HEADING, SENTENCE_END] = [12, /[.!?…:;”"’)]\s*$/u];

type Sentences = ArticleToMatch['sentences'];

export function inputOf({ published, sentences }: ArticleToMatch, at: number): ModelInput {
  const text = sentences[at]?.text ?? '';
  const headline = at === 0 ? '' : (sentences[headlineOf(sentences)]?.text ?? '');
  const heading = sentences[headingAbove(sentences, at)]?.text ?? '';
  const before = sentences[at - 1]?.text ?? '';
  const parts = [
    published === null ? '' : `(${monthOf(published)})`,
    headline.slice(0, LONGEST_HEADLINE),
    heading === headline || heading === text ? '' : heading.slice(0, LONGEST_HEADING),
    before.slice(-LONGEST_BEFORE),
  ];
  const context = parts.filter((part) => part !== '').join(' ');
  return context === '' ? { text } : { text, context };
}

/** “March 2022”; of a year only that. In English, as the encoder's training texts are. */
const monthOf = (published: NonNullable<ArticleToMatch['published']>): string =>
  formatDate(published.slice(0, 7) as typeof published, 'en');

export function headlineOf(sentences: Sentences): number {
  const named = sentences.findIndex(({ role }) => role === 'headline');
  return named < 0 ? 0 : named;
}

/** −1 where there is none. The first sentence is the headline, not a heading. */
export function headingAbove(sentences: Sentences, at: number): number {
  for (let back = at; back > 0; back -= 1) if (isHeading(sentences[back])) return back;
  return -1;
}

/** Pages do not always say what is a heading: a short line that no mark ends is one too. */
function isHeading(sentence: Sentences[number] | undefined): boolean {
  if (sentence === undefined || sentence.text === '') return false;
  if (sentence.role === 'heading') return true;
  return sentence.text.split(/\s+/u).length <= WORDS_OF_HEADING && !SENTENCE_END.test(sentence.text);
}
