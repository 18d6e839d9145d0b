/** The whole wire contract, from the sender's side. Payloads and answers are plain JSON; receivers parse them as `unknown`. */
import type { AccountId, ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark, PackSummary, PageState } from '@/lib/core/marks.ts';
import type { ArticleToMatch, LevelFigures } from '@/lib/core/match.ts';
import type { Card } from '@/lib/card/card.ts';
import type { Fingerprint } from '@/lib/matching/gate.ts';
import type { PackProblem } from '@/lib/pack/parse-pack.ts';
import type { PageSettings, Settings } from '@/lib/core/settings.ts';
import type { EditorToBackground, EditorToPage, NotesToBackground, NotesToPage } from './note-protocol.ts';
import type { SyncToBackground } from './sync-protocol.ts';

export type { ArticleToMatch };

export type MatchAsk = {
  readonly article: ArticleToMatch;
  readonly packs: readonly PackId[];
  readonly which: readonly number[];
};
/** `hidden`: what the reader has said is not the same claim. */
export type MatchAnswer = { readonly marks: readonly Mark[]; readonly hidden: readonly Mark[] };

/** Names what a card shows. */
export type CardRef = {
  readonly pack: PackId;
  readonly question: QuestionId;
  readonly claim: ClaimId | null;
  readonly accounts: readonly AccountId[];
};

/** A mark by its sentence, as the page has it, and its question. */
export type MarkAsk = { readonly sentence: string; readonly pack: PackId; readonly question: QuestionId };
/** `claim`: what the sentence states; null: it speaks to the question. */
export type ConfirmAsk = MarkAsk & { readonly claim: ClaimId | null };

/** The answer of a command that can only fail or be done. */
export const DONE = 'done' as const;
export type Done = typeof DONE;

/** To the background, from content scripts and extension pages. Each may be asked twice: the worker can die in between. */
export type ToBackground = NotesToBackground &
  EditorToBackground &
  SyncToBackground & {
    /** The gate's data of the packs that are on. */
    'gate.fingerprints': () => readonly Fingerprint[];
    /** Marks for the sentences at `which`, against the given packs. */
    'article.match': (ask: MatchAsk) => MatchAnswer;
    'card.compose': (ref: CardRef) => Card | null;
    /** The reader says that a sentence does not state the claim: hidden here, on every page, until taken back. */
    'match.reject': (ask: MarkAsk) => Done;
    /** The reader says that it does; takes the place of a rejection, and the other way round. */
    'match.confirm': (ask: ConfirmAsk) => Done;
    /** Takes back what the reader said, whichever it was. */
    'match.restore': (ask: MarkAsk) => Done;
    'page.settings': () => PageSettings;
    /** From here on, only extension pages may ask. */
    'pack.switch': (ask: { pack: PackId; on: boolean }) => Done;
    /** The text of a pack file. An invalid one is refused whole, the library stays as it was. */
    'pack.import': (ask: { json: string }) => ImportResult;
    'pack.remove': (ask: { pack: PackId }) => Done;
    /** What each level of “how many marks” was measured to give. */
    'match.levels': () => LevelFigures;
    /** Takes back all that the reader has said of marks. */
    'match.restoreAll': () => Done;
    'settings.change': (change: Partial<Settings>) => Done;
    /** Deletes everything of the reader's; the built-in packs are seeded anew. */
    'data.wipe': () => Done;
    /** Much of the library was changed by one of our pages: what is remembered of it is not true any more. */
    'library.changed': () => Done;
    /** Runs the content script in a tab that the reader has invoked Parallax on. */
    'tab.read': (tab: { tabId: number }) => 'started' | 'forbidden';
    /** From a click in the page: opens the panel beside it, or in a window of its own. */
    'panel.open': () => Done;
    /** Whether a panel stands beside the sender's tab. */
    'panel.isOpen': () => boolean;
  };

export type ImportResult =
  | { readonly kind: 'ok'; readonly pack: PackSummary }
  | { readonly kind: 'invalid'; readonly problems: readonly PackProblem[] };

/** To the content script of a tab. */
export type ToPage = NotesToPage &
  EditorToPage & {
    'page.state': () => PageState;
    'page.pick': (ask: { mark: number; scroll: boolean }) => Done;
    'page.walk': (ask: { step: 1 | -1 }) => Done;
    'page.reread': () => Done;
    /** Takes every mark off and stops reading. */
    'page.stop': () => Done;
  };

/** Broadcast by a content script to whoever is open; nobody answers. */
export type PageNews = { readonly news: 'page.changed'; readonly marks: number };
