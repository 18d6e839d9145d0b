/** The card: one question with its competing accounts, laid out by one published rule, ready to be drawn. Plain data. */
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { AccountId, ClaimId, QuestionId, SourceId } from '@/lib/core/ids.ts';
import type { PackSummary } from '@/lib/core/marks.ts';
import type { Genre, Stance, ToldDate } from '@/lib/core/pack.ts';

export type CardSource = {
  readonly id: SourceId;
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: PartialDate | null;
  readonly dateCertain: boolean;
  readonly dateNote: string | null;
  readonly genre: Genre;
  readonly note: string | null;
};

/** A source and what came of it, for the lineage tree. `relation` is to the parent; the root's is `origin`. */
export type LineageNode = {
  readonly source: CardSource;
  readonly relation: 'origin' | 'reprint' | 'retelling' | 'cites' | 'republished';
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
  /** The source's address with a text fragment to the passage; null where the source has no address. */
  readonly link: string | null;
  /** The few words by which to find the passage, for a source without an address. */
  readonly words: readonly string[];
  /** Whether the marked sentence is this account's own sentence. */
  readonly here: boolean;
};

/** The accounts of one claim that come from one origin. More than one source: shown folded, “2 articles, 1 origin”. */
export type CardOrigin = {
  readonly origin: CardSource;
  readonly articles: number;
  readonly accounts: readonly CardAccount[];
  readonly lineage: LineageNode;
};

export type CardClaim = {
  readonly id: ClaimId;
  readonly says: string;
  /** Whether the marked sentence speaks to this claim. */
  readonly here: boolean;
  readonly origins: readonly CardOrigin[];
  readonly accounts: number;
};

/** Figures that may stand on one axis: the same thing counted, in one unit, for one date. */
export type FigureAxis = {
  readonly name: string;
  readonly unit: string;
  readonly of: string;
  readonly asOf: PartialDate | null;
  readonly points: readonly FigurePoint[];
};
export type FigurePoint = {
  readonly figure: Figure;
  readonly speaker: string;
  readonly outlet: string | null;
  readonly claim: ClaimId;
  readonly here: boolean;
};

export type TimelineEntry = {
  readonly date: PartialDate;
  readonly what: 'event' | 'said' | 'published';
  readonly account: AccountId;
  readonly speaker: string;
  readonly outlet: string | null;
};

export type Card = {
  readonly pack: PackSummary;
  readonly question: { readonly id: QuestionId; readonly asks: string; readonly kind: 'contested' | 'reported' };
  /** Most independent origins first, then the earliest account: the one rule. */
  readonly claims: readonly CardClaim[];
  readonly figures: readonly FigureAxis[];
  readonly timeline: readonly TimelineEntry[];
  readonly accounts: number;
  readonly origins: number;
};
