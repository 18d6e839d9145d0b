/** What is proposed of an article: its sentences as accounts, each part with the place in `Article.text` it was read from. */
import type { Article, Span } from '@/lib/core/article.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Stance } from '@/lib/core/pack.ts';
import type { Quantity } from '@/lib/text/quantities.ts';

export type ArticleToAttribute = Pick<Article, 'text' | 'sentences' | 'published' | 'language'>;

/** Words of the article, as they stand there. */
export type Part = Span & { readonly text: string };

/** `named` in the sentence; `referred` to by a pronoun or as “the minister”; `continued`: of a quotation begun or ended elsewhere. */
export type Reference = 'named' | 'referred' | 'continued';

export type Speaker = {
  /** The longest form of the name that the article introduces, else the words themselves. */
  readonly name: string;
  /** Where that form stands. */
  readonly introduced: Part;
  /** The words that lead to it: “Porter”, “she”, “the ministry”. For `continued`, those of the sentence with the cue. */
  readonly given: Part;
  readonly by: Reference;
};

export type SaidWhen = { readonly date: PartialDate; readonly given: Part };

export type Proposal = {
  /** Index in `Article.sentences`. */
  readonly sentence: number;
  /** Null where the outlet speaks for itself. */
  readonly speaker: Speaker | null;
  readonly role: Part | null;
  /** The medium from which the article has it. */
  readonly via: Part | null;
  readonly cue: Part | null;
  readonly stance: Stance;
  /** Verbatim, without the quotation marks. */
  readonly quotes: readonly Part[];
  /** Spans are those of `Article.text`. */
  readonly figures: readonly Quantity[];
  readonly said: SaidWhen | null;
  /** Between 0 and 1: how likely the sentence carries something that can be checked. */
  readonly likelihood: number;
};

export const partOf = (text: string, { start, end }: Span): Part => ({ start, end, text: text.slice(start, end) });
