/** What the matcher is given, and what it says of a sentence. */
import type { ArticleFields, Sentence } from './article.ts';
import type { PartialDate } from './dates.ts';
import type { AccountId, ClaimId, PackId, QuestionId } from './ids.ts';
import type { MarkLevel } from './settings.ts';

/** The article as the matcher needs it; `sentences` are all of them, in order, for context. */
export type ArticleToMatch = Pick<ArticleFields, 'title' | 'url' | 'published' | 'language'> & {
  readonly sentences: readonly Pick<Sentence, 'text' | 'role' | 'block'>[];
};

/** Named only when the sentence is explicit; else `on-question`. */
export const RELATIONS = ['same', 'denies', 'other-figure', 'other-answer', 'on-question'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A step of the reasoning that a reader can check. */
export type Reason =
  | { readonly kind: 'same-sentence'; readonly account: AccountId }
  | { readonly kind: 'shared-words'; readonly words: readonly string[] }
  | { readonly kind: 'shared-names'; readonly names: readonly string[] }
  | { readonly kind: 'same-figure'; readonly figure: string }
  | { readonly kind: 'other-figure'; readonly here: string; readonly there: string }
  /** The date for which the claim gives its figure. */
  | { readonly kind: 'figure-date'; readonly date: PartialDate }
  /** Nearly all that the claim says is in the sentence; or its meaning is near, by the measure of a model. */
  | { readonly kind: 'whole-claim' }
  | { readonly kind: 'near-meaning' }
  /** By the same measure, near to the claim, which need not be what it says. */
  | { readonly kind: 'near-claim' }
  /** Near to a further position on the question: the pack's words. */
  | { readonly kind: 'near-aspect'; readonly says: string }
  /** What in the sentence tells of the time that the question asks about. */
  | { readonly kind: 'its-time'; readonly words: readonly string[] }
  | { readonly kind: 'denial'; readonly cue: string }
  /** What of the claim the sentence denies, in the sentence's words. */
  | { readonly kind: 'denied-words'; readonly words: readonly string[] }
  /** The claim itself says “no”, and the sentence does not. */
  | { readonly kind: 'claim-denies'; readonly cue: string }
  /** Words that say the opposite of each other. */
  | { readonly kind: 'contrary'; readonly here: string; readonly there: string }
  /** Somebody else does what the claim says. */
  | { readonly kind: 'other-actor'; readonly here: string; readonly there: string }
  /** Said only as possible, as planned, as what would have been: so no more than “on the same question”. */
  | { readonly kind: 'only-possible'; readonly cue: string }
  | { readonly kind: 'story'; readonly names: readonly string[] }
  /** The reader's own word on this very sentence; or on one that means nearly the same. */
  | { readonly kind: 'reader-said' }
  | { readonly kind: 'like-one-you-confirmed' }
  | { readonly kind: 'like-one-you-hid' };

export type Match = {
  /** Index into the article's sentences. */
  readonly sentence: number;
  readonly pack: PackId;
  readonly question: QuestionId;
  /** Null where the sentence speaks to the question but no claim is clearly meant. */
  readonly claim: ClaimId | null;
  readonly relation: Relation;
  /** The accounts whose very sentence this is. */
  readonly accounts: readonly AccountId[];
  /** 0 to 1: how probable it is that a fair reader would say the sentence speaks to the question. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Further questions the same sentence speaks to, the surest first. */
  readonly also: readonly AlsoMatch[];
};

export type AlsoMatch = Pick<Match, 'question' | 'claim' | 'relation' | 'accounts' | 'score'>;

/** What a level gave on articles that nothing was learned from, 0 to 1: marks that were right; sentences that needed one and got it. */
export type LevelFigures = Readonly<Record<MarkLevel, { readonly precision: number; readonly recall: number }>>;
