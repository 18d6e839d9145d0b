/** How likely a sentence carries something that can be checked. */
import type { Sentence } from '@/lib/core/article.ts';
import type { Word } from './words.ts';

export type Cues = {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly figures: number;
  readonly isAttributed: boolean;
};

export function likelihoodOf({ figures, isAttributed }: Cues): number {
  return 0.3 + (figures > 0 ? 0.3 : 0) + (isAttributed ? 0.3 : 0);
}
