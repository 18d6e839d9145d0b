/** The whole wire contract, from the sender's side. Payloads and answers are plain JSON; receivers parse them as `unknown`. */
import type { ArticleFields, Sentence } from '@/lib/core/article.ts';
import type { AccountId, ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark, PageState } from '@/lib/core/marks.ts';
import type { Card } from '@/lib/card/card.ts';
import type { Fingerprint } from '@/lib/matching/gate.ts';

/** The article as the matcher needs it; `sentences` are all of them, in order, for context. */
export type ArticleToMatch = Pick<ArticleFields, 'title' | 'url' | 'published' | 'language'> & {
  readonly sentences: readonly Pick<Sentence, 'text' | 'role' | 'block'>[];
};

/** Names what a card shows. */
export type CardRef = {
  readonly pack: PackId;
  readonly question: QuestionId;
  readonly claim: ClaimId | null;
  readonly accounts: readonly AccountId[];
};

/** To the background, from content scripts and extension pages. Each may be asked twice: the worker can die in between. */
export type ToBackground = {
  /** The gate's data of the packs that are on. */
  'gate.fingerprints': () => readonly Fingerprint[];
  /** Marks for the sentences at `which`, against the given packs. */
  'article.match': (ask: {
    article: ArticleToMatch;
    packs: readonly PackId[];
    which: readonly number[];
  }) => readonly Mark[];
  'card.compose': (ref: CardRef) => Card | null;
  /** The reader says that a sentence does not state the claim: hidden here, on every page, until taken back. */
  'match.reject': (ask: { sentence: string; pack: PackId; question: QuestionId }) => true;
  'match.restore': (ask: { sentence: string; pack: PackId; question: QuestionId }) => true;
  /** Runs the content script in a tab that the reader has invoked Parallax on. Only from extension pages. */
  'tab.read': (tab: { tabId: number }) => 'started' | 'forbidden';
  /** From a click in the page: opens the panel beside it where the browser allows. */
  'panel.open': () => 'opened' | 'refused';
  /** Whether a panel is open in the sender's window. */
  'panel.isOpen': () => boolean;
};

/** To the content script of a tab. */
export type ToPage = {
  'page.state': () => PageState;
  'page.pick': (ask: { mark: number; scroll: boolean }) => true;
  'page.walk': (ask: { step: 1 | -1 }) => true;
  'page.reread': () => true;
  /** Takes every mark off and stops reading. */
  'page.stop': () => true;
};

/** Broadcast by a content script to whoever is open; nobody answers. */
export type PageNews = { readonly news: 'page.changed' };
