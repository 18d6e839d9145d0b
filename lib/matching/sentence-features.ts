/** What a sentence is like, whatever it speaks of. */
import type { ReadSentence } from './read-article.ts';

export const SENTENCE_FEATURES = ['words', 'place', 'heading', 'quotes', 'numbers', 'names', 'storyStrength'] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

const QUOTE = /[“”"«»„]/u;

export type SentencePlace = {
  readonly at: number;
  readonly sentences: number;
  readonly heading: boolean;
  /** Of the whole article, by the gate. */
  readonly strength: number;
};

export function sentenceFeatures(
  sentence: ReadSentence,
  { at, sentences, heading, strength }: SentencePlace,
): Record<SentenceFeature, number> {
  return {
    words: Math.log(1 + sentence.text.split(/\s+/u).length),
    place: sentences < 2 ? 0 : at / (sentences - 1),
    heading: heading ? 1 : 0,
    quotes: QUOTE.test(sentence.text) ? 1 : 0,
    numbers: Math.min(3, sentence.numbers.length),
    names: Math.min(5, sentence.terms.filter(({ name }) => name).length),
    storyStrength: strength,
  };
}
