/** The card: one question with its competing accounts, laid out by one published rule, ready to be drawn. Plain data. */
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { AccountId, ClaimId, QuestionId, SourceId } from '@/lib/core/ids.ts';
import type { MarkKind, PackSummary } from '@/lib/core/marks.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Genre, Stance, ToldDate } from '@/lib/core/pack.ts';

/** What of the card the page's sentence speaks to; a `Match` and a `CardRef` both say it. */
export type Here = Pick<Match, 'claim' | 'accounts'>;

export type CardSource = {
  readonly id: SourceId;
  readonly kind: 'article' | 'cited';
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: PartialDate | null;
  readonly dateCertain: boolean;
  readonly dateNote: string | null;
  readonly genre: Genre;
  readonly language: string;
  readonly note: string | null;
};

/** How a text stands to the one above it in the tree; the root's is `origin`. */
export const LINEAGE_RELATIONS = ['origin', 'reprint', 'retelling', 'cites', 'republished'] as const;
export type LineageRelation = (typeof LINEAGE_RELATIONS)[number];

/** A text and what came of it. A republication is no source of the pack, so a node has a key of its own. */
export type LineageNode = {
  readonly key: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: PartialDate | null;
  readonly dateCertain: boolean;
  readonly relation: LineageRelation;
  readonly children: readonly LineageNode[];
};

export type CardAccount = {
  readonly id: AccountId;
  readonly speaker: string;
  readonly role: string | null;
  readonly via: string | null;
  readonly stance: Stance;
  readonly event: ToldDate | null;
  readonly said: ToldDate | null;
  readonly figures: readonly Figure[];
  readonly quote: string | null;
  readonly note: string | null;
  readonly source: CardSource;
  /** The source's address with a text fragment to the passages; null where the source has no address. */
  readonly link: string | null;
  /** The few words by which to find each passage, for a source without an address. */
  readonly words: readonly string[];
  /** Whether the marked sentence is this account's own sentence. */
  readonly here: boolean;
};

/** Whether accounts hold a claim (assert, report) or speak against it (deny, doubt). */
export type Side = 'tells' | 'disputes';

/** The accounts of one side of a claim that come from one origin. Several articles: shown folded, “2 articles, 1 origin”. */
export type CardOrigin = {
  readonly side: Side;
  readonly origin: CardSource;
  /** Articles of the pack that carry these accounts; never shown without the number of origins. */
  readonly articles: number;
  /** The earliest first. */
  readonly accounts: readonly CardAccount[];
  readonly lineage: LineageNode;
};

export type Tally = { readonly accounts: number; readonly origins: number };

export type CardClaim = {
  readonly id: ClaimId;
  readonly says: string;
  /** Whether the marked sentence speaks to this claim. */
  readonly here: boolean;
  /** Those that tell it first, then those that dispute it; within each, the earliest first. */
  readonly origins: readonly CardOrigin[];
  readonly tells: Tally;
  readonly disputes: Tally;
  readonly accounts: number;
};

/** Figures that may stand on one axis: the same thing counted, in one unit, for one date. */
export type FigureAxis = {
  readonly name: string;
  readonly unit: string;
  readonly of: string;
  readonly asOf: PartialDate | null;
  /** Smallest first. */
  readonly points: readonly FigurePoint[];
};

/** One figure of one claim with everybody who gives it; nobody, where only the claim itself carries it. */
export type FigurePoint = {
  readonly figure: Figure;
  readonly claim: ClaimId;
  readonly says: string;
  readonly tellers: readonly Teller[];
  readonly here: boolean;
};

export type Teller = {
  readonly account: AccountId;
  readonly speaker: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly author: string | null;
};

/** What happened, was said or was published on one date. */
export type TimelineEntry = {
  readonly date: PartialDate;
  readonly what: 'event' | 'said' | 'published';
  readonly tellers: readonly Dated[];
};

/** `given` is the source's own word for the date (“Tuesday”); `certain` is false where a publication's date is inferred. */
export type Dated = Teller & { readonly given: string | null; readonly certain: boolean };

export type Card = {
  readonly pack: PackSummary;
  /** BCP 47, of the pack's own words. */
  readonly language: string;
  readonly question: { readonly id: QuestionId; readonly asks: string; readonly kind: 'contested' | 'reported' };
  readonly kind: MarkKind;
  /** Told by most independent origins first, then the earliest account: the one rule. */
  readonly claims: readonly CardClaim[];
  readonly figures: readonly FigureAxis[];
  readonly timeline: readonly TimelineEntry[];
  readonly accounts: number;
  readonly origins: number;
};
