/** One place in a sentence where somebody is said to say something, in indexes of its words. */
import type { Stance } from '@/lib/core/pack.ts';
import type { Phrase } from './words.ts';

/**
 * How it stands in the sentence. `tag`: around what is said (“…, Porter said”). `main`: before it. `within`: in a clause
 * of its own that another may govern. `beside`: “…, saying that”. `noun`: “Porter’s claim that”.
 */
export type Standing = 'tag' | 'main' | 'within' | 'beside' | 'noun';

/** Who is named, and what stands beside it between commas: “Ann Porter, leader of the council,”. */
export type Who = { readonly phrase: Phrase; readonly beside: Phrase | null };

export type Attribution = {
  readonly cue: Phrase;
  readonly stance: Stance;
  readonly standing: Standing;
  /** Null where the verb shares the speaker of another: “said … and added”, “…, saying”. */
  readonly who: Who | null;
  /** Whom the speaker told it, or who quoted the speaker. */
  readonly via: Phrase | null;
  /** First word that may be what is said. */
  readonly behind: number;
  /** Asks for a speaker who can speak: a person, people, a body or a document. */
  readonly isWeak: boolean;
};
