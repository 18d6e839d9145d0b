/** A sentence read, and what it was found to say of who speaks. */
import type { Sentence } from '@/lib/core/article.ts';
import type { Stance } from '@/lib/core/pack.ts';
import type { Part, Speaker } from './proposal.ts';
import type { Quotation } from './quotations.ts';
import type { Governing } from './read-sentence.ts';
import type { Word } from './words.ts';

export type Read = {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  /** Those that touch it. */
  readonly quotations: readonly Quotation[];
};

export type Spoken = {
  readonly speaker: Speaker;
  readonly role: Part | null;
  readonly via: Part | null;
  readonly cue: Part | null;
  readonly stance: Stance;
  /** Null where a colon stands in place of a verb. */
  readonly governing: Governing | null;
};
