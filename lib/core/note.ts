/** The reader's own: notes, highlights and flags. One shape for all three, since any of them can become another. */
import type { PartialDate } from './dates.ts';
import type { ArticleKey, ClaimId, NoteId, PackId, QuestionId, TextHash } from './ids.ts';
import type { Relation } from './match.ts';

/** `context`: something is missing here. */
export const FLAG_KINDS = ['question', 'figure', 'source', 'quote', 'context'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Of the Okabe–Ito set, which colour-blind readers tell apart; without its red and its green, which would judge. */
export const COLOURS = ['yellow', 'orange', 'sky', 'blue', 'purple'] as const;
export type Colour = (typeof COLOURS)[number];

/**
 * Where words stand, by the selectors of the W3C Web Annotation model: TextQuoteSelector, TextPositionSelector, and the
 * heading above. Over the text of the whole page, its white space as single spaces (lib/article/page-text.ts).
 */
export type Passage = {
  readonly exact: string;
  /** What stands before and after, up to 64 characters each; empty at the ends of the text, or where unknown. */
  readonly prefix: string;
  readonly suffix: string;
  /** In Unicode code points, as the standard counts; null where unknown. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly heading: string | null;
};

/** What a flag on a mark rests on, whole: it must still be readable when the pack has changed or gone. */
export type Evidence = {
  /** The sentence, in the page's own words. */
  readonly sentence: string;
  readonly pack: PackId;
  readonly packTitle: string;
  readonly packVersion: string;
  readonly question: QuestionId;
  readonly asks: string;
  readonly claim: ClaimId | null;
  readonly says: string | null;
  readonly relation: Relation;
  readonly accounts: readonly EvidenceAccount[];
};

export type EvidenceAccount = {
  readonly claim: string;
  readonly speaker: string;
  readonly role: string | null;
  readonly stance: string;
  readonly said: PartialDate | null;
  readonly quote: string | null;
  readonly source: {
    readonly title: string | null;
    readonly author: string | null;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly published: PartialDate | null;
  };
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where an imported note comes from, with whatever its format says that ours cannot, so that it goes out as it came. */
export type Imported = {
  readonly format: 'w3c' | 'hypothesis';
  readonly id: string;
  readonly author: string | null;
  readonly rest: Json;
};

export type Note = {
  readonly id: NoteId;
  readonly article: ArticleKey;
  /** The address at which it was made, as it stood. */
  readonly url: string;
  /** Null: it is on the page as a whole. */
  readonly passage: Passage | null;
  /** Null: no flag but a highlight or a note. */
  readonly flag: FlagKind | null;
  readonly evidence: Evidence | null;
  /** Markdown. Empty: a bare highlight or flag. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  /** Milliseconds since 1970, by the clock of the device that wrote it. */
  readonly created: number;
  readonly modified: number;
  /** When it was thrown away; null while it is kept. It can be brought back until the bin is emptied. */
  readonly deleted: number | null;
  /** The note that this one answers: conversations come in by import. */
  readonly replyTo: NoteId | null;
  /** Of the article's text on which it was made; null where that was not kept. */
  readonly text: TextHash | null;
  readonly imported: Imported | null;
};

/** What a reader can change of a note. */
export type NoteChange = Partial<Pick<Note, 'body' | 'tags' | 'colour' | 'flag' | 'passage'>>;

/** What the reader has written so far, of a new note or of one that is there. */
export type NoteDraft = Pick<Note, 'id' | 'passage' | 'flag' | 'body' | 'tags' | 'colour'>;

/**
 * How a passage was found on the page as it is now. `changed`: the words differ from those noted, and are `now`.
 * `ambiguous`: in several places alike. `orphan`: not on the page any more.
 */
export type AnchorState =
  | { readonly kind: 'found' }
  | { readonly kind: 'changed'; readonly now: string }
  | { readonly kind: 'ambiguous'; readonly places: number }
  | { readonly kind: 'orphan' };

/** Bounds on what is taken over from pages, messages and files, in UTF-16 code units and entries. */
export const LONGEST_BODY = 1_000_000;
export const LONGEST_EXACT = 100_000;
export const LONGEST_CONTEXT = 1_000;
export const MOST_TAGS = 100;
export const LONGEST_TAG = 200;
