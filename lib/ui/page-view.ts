/** What a popup or panel may find on the page beside it, and what the reader can ask for there. */
import type { ComponentChildren } from 'preact';
import type { Card } from '@/lib/card/card.ts';
import type { ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark, PageState } from '@/lib/core/marks.ts';
import type { Noting } from './noting.ts';

/** Pages that no extension may read. `file`: a local file, for which the browser has a switch of its own. */
export type Forbidden = 'browser' | 'store' | 'pdf' | 'file';

/** `PageState` is what the page itself says; the rest is known without it. */
export type PageView =
  | PageState
  | { readonly kind: 'unread' }
  | { readonly kind: 'off' }
  | { readonly kind: 'permission' }
  | { readonly kind: 'forbidden'; readonly why: Forbidden };

/** When Parallax reads pages of one site. */
export const SITE_CHOICES = ['click', 'site', 'off'] as const;
export type SiteChoice = (typeof SITE_CHOICES)[number];

export type Site = {
  readonly host: string;
  readonly choice: SiteChoice;
  /** It may read on every site: “on click” then means nothing. */
  readonly everywhere: boolean;
};

/** `missing`: the library no longer holds the question. */
export type CardView =
  { readonly kind: 'card'; readonly card: Card } | { readonly kind: 'loading' } | { readonly kind: 'missing' };

/** A mark as the reader's answer to it is remembered: by its sentence and its question. */
export type MarkName = {
  readonly text: string;
  readonly asks: string;
  readonly pack: PackId;
  readonly question: QuestionId;
};

/** A mark that the reader has taken off: “not the same claim”. */
export type HiddenMark = MarkName & {
  /** Of this sentence the reader has said nothing: it is like one that they hid. */
  readonly alike: boolean;
  /** What showing it again would confirm; see `onConfirm`. */
  readonly claim: ClaimId | null;
};

export const nameOfMark = ({ text, asks, match: { pack, question } }: Mark): MarkName => ({
  text,
  asks,
  pack,
  question,
});

export const toHiddenMark = (mark: Mark): HiddenMark => ({
  ...nameOfMark(mark),
  alike: mark.match.reasons.some(({ kind }) => kind === 'like-one-you-hid'),
  claim: mark.match.relation === 'same' ? mark.match.claim : null,
});

/** `onGrant` and `onSite` are called within the reader's click: the browser asks for permissions only then. */
export type ReaderEvents = {
  readonly onRead: () => void;
  readonly onGrant: () => void;
  /** Takes every mark off the page and stops reading it. */
  readonly onStop: () => void;
  readonly onSite: (choice: SiteChoice) => void;
  readonly onPick: (mark: number) => void;
  readonly onWalk: (step: 1 | -1) => void;
  /** 0: the picked mark's own question; 1 and on: its further questions. */
  readonly onAsk: (asked: number) => void;
  readonly onReject: (mark: MarkName) => void;
  /** The sentence states the claim; null: it speaks to the question. */
  readonly onConfirm: (mark: MarkName, claim: ClaimId | null) => void;
  /** Takes back what the reader said, whichever it was. */
  readonly onRestore: (mark: MarkName) => void;
  readonly onPanel: () => void;
  readonly onLibrary: () => void;
  readonly onOptions: () => void;
};

export type ReaderProps = {
  readonly page: PageView;
  /** Null where the page has no site: one of the browser's own. */
  readonly site: Site | null;
  /** Of the picked mark, for the question that `asked` names. */
  readonly card: CardView;
  /** Which of the picked mark's questions is shown; see `onAsk`. */
  readonly asked: number;
  /** Marks of this page that the reader has taken off. */
  readonly hidden: readonly HiddenMark[];
  /** Null where nothing can be written on. */
  readonly noting: Noting | null;
  readonly events: ReaderEvents;
  /** Further ways out, at the foot of the panel. */
  readonly doors?: ComponentChildren;
};

export const marksOf = (page: PageView): readonly Mark[] => (page.kind === 'read' ? page.marks : []);

/** BCP 47 of the article; null where there is none, or it does not say. */
export const languageOf = (page: PageView): string | null => ('article' in page ? page.article.language : null);

/** The mark as it stands to one of its further questions; 0 is the mark itself. Why it is marked is known of its own question alone. */
export function markAsked(mark: Mark, asked: number): Mark {
  const also = mark.match.also[asked - 1];
  const asks = mark.alsoAsks[asked - 1];
  if (also === undefined || asks === undefined) return mark;
  return { ...mark, asks, match: { ...mark.match, ...also, reasons: [] } };
}
