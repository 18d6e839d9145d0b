/** What a pack holds. The words are those of docs/pack-format.md; the shape on disk is lib/pack/schema.ts. */
import type { PartialDate } from './dates.ts';
import type { Figure } from './figures.ts';
import type { AccountId, ClaimId, PackId, QuestionId, SourceId } from './ids.ts';

/** Of an account towards its claim: who speaks, says so · passes it on · says it is not so · calls it unproven. */
export const STANCES = ['asserts', 'reports', 'denies', 'doubts'] as const;
export type Stance = (typeof STANCES)[number];

export const GENRES = ['news', 'analysis', 'opinion', 'interview', 'speech', 'report', 'document', 'unknown'] as const;
export type Genre = (typeof GENRES)[number];

/**
 * `article`: the editors read it, accounts are located in it. `cited`: known only because a source names it.
 * A source without `reprintOf` and `derivesFrom` is an origin.
 */
export type Source = {
  readonly id: SourceId;
  readonly kind: 'article' | 'cited';
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: PartialDate | null;
  /** False where the date is inferred; `dateNote` then says from what. */
  readonly dateCertain: boolean;
  readonly dateNote: string | null;
  readonly genre: Genre;
  readonly language: string;
  readonly reprintOf: SourceId | null;
  readonly derivesFrom: SourceId | null;
  /** Outlets that are known to carry the same text, besides this one. */
  readonly republishedBy: readonly Republication[];
  readonly note: string | null;
};

export type Republication = {
  readonly outlet: string;
  readonly url: string | null;
  readonly published: PartialDate | null;
};

/** A date as the editors resolved it, with the source's own words for it (“Tuesday”) where it gives no date. */
export type ToldDate = { readonly date: PartialDate; readonly given: string | null };

/** Where in its source an account stands: a few words for a text fragment, and the hash of the sentence that proves them. */
export type Locator = { readonly words: string; readonly hash: SentenceHash };

/** First 32 hex digits of SHA-256 over the sentence's key: see lib/text/sentence-hash.ts. */
export type SentenceHash = string & { readonly __brand: 'SentenceHash' };

export type Account = {
  readonly id: AccountId;
  readonly source: SourceId;
  readonly speaker: string;
  readonly role: string | null;
  /** Whom or what the source has it from, where it did not hear the speaker itself. */
  readonly via: string | null;
  /** The source that `via` names, if the pack lists it: the account's origin then is that one's. */
  readonly viaSource: SourceId | null;
  readonly stance: Stance;
  readonly event: ToldDate | null;
  readonly said: ToldDate | null;
  readonly figures: readonly Figure[];
  /** Verbatim words of a named speaker, short; null where none are quoted. */
  readonly quote: string | null;
  readonly note: string | null;
  readonly locators: readonly Locator[];
};

/** From the first day that `from` may mean to the last that `to` may mean. */
export type TimeWindow = { readonly from: PartialDate; readonly to: PartialDate };

export type Claim = {
  readonly id: ClaimId;
  readonly says: string;
  /** Where it differs from its question's: the time that the claim speaks of. */
  readonly when: TimeWindow | null;
  /** Other ways to say it, in the pack's own words. For matching; never shown as anybody's telling. */
  readonly wordings: readonly string[];
  readonly figures: readonly Figure[];
  readonly accounts: readonly Account[];
};

/**
 * A further position, term, cause, reaction or event by which people speak to a question: the pack's own words, without
 * accounts. Without a window of its own it has its question's.
 */
export type Aspect = { readonly says: string; readonly when: TimeWindow | null };

/**
 * `contested`: its claims are rival positions. `reported`: they are parts of one telling, and differ only
 * where an account denies or doubts.
 */
export type Question = {
  readonly id: QuestionId;
  readonly asks: string;
  readonly kind: 'contested' | 'reported';
  /** The time of the events that the question asks about; null where the pack does not say. */
  readonly when: TimeWindow | null;
  readonly claims: readonly Claim[];
  readonly aspects: readonly Aspect[];
};

export type EventId = string & { readonly __brand: 'EventId' };

/** Something with a name and a time, of the story (`own`) or of one that it is confused with: a mention tells of when a text speaks. */
export type StoryEvent = {
  readonly id: EventId;
  readonly name: string;
  /** Other names, places, persons and phrases that mark it. One that stands with several events may mean any of them. */
  readonly also: readonly string[];
  /** The time that a mention leads to: of an interview or a document, the time of what it tells. */
  readonly when: TimeWindow;
  readonly own: boolean;
};

export type Scope = {
  readonly what: string;
  readonly where: readonly string[];
  readonly from: PartialDate;
  readonly to: PartialDate;
};

export type PackChange = { readonly version: string; readonly date: PartialDate; readonly text: string };

export type Pack = {
  readonly id: PackId;
  readonly version: string;
  readonly date: PartialDate;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly licence: string;
  readonly scope: Scope;
  /** Spellings of one name, the pack's own first: `["Kyiv", "Kiev"]`. */
  readonly names: readonly (readonly string[])[];
  readonly changes: readonly PackChange[];
  readonly events: readonly StoryEvent[];
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
};
