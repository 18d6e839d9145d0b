/** What pages and the background say to each other about the reader's notes. */
import type { ArticleFields } from '@/lib/core/article.ts';
import type { ArticleKey, NoteId, PackId } from '@/lib/core/ids.ts';
import type { Relation } from '@/lib/core/match.ts';
import type { AnchorState, Note, NoteChange, NoteDraft } from '@/lib/core/note.ts';
import type { CardRef, Done } from './protocol.ts';

/** A page as it was met. `keys`: under each of them its notes may lie; the first is the one to keep new ones under. */
export type PageMet = Omit<ArticleFields, 'url'> & {
  readonly keys: readonly ArticleKey[];
  readonly url: string;
  readonly packs: readonly PackId[];
  readonly marks: number;
  /** The article's text; null where the page has none. */
  readonly text: string | null;
};

/** A note as a page draws it: without what an import brought along. */
export type PageNote = Omit<Note, 'imported'>;

/** The mark on which a flag stands; the background looks up who says what of it. */
export type EvidenceAsk = CardRef & { readonly sentence: string; readonly relation: Relation };

export type NoteAsk = NoteDraft & { readonly page: PageMet; readonly evidence: EvidenceAsk | null };

/** `missing`: there is no such note any more. Nothing but `saved` means that it is on the disk. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly note: PageNote }
  | { readonly kind: 'not-saved'; readonly why: 'full' | 'unavailable' | 'corrupt' | 'missing' };

export type NotesOnPage = { readonly notes: readonly PageNote[]; readonly drafts: readonly NoteDraft[] };
export type Anchored = { readonly note: NoteId; readonly state: AnchorState };

/** Part of `ToBackground`. A page may ask for its own site's notes only. */
export type NotesToBackground = {
  'notes.on': (ask: { keys: readonly ArticleKey[] }) => NotesOnPage;
  /** The article has been read; whether its text is kept is the reader's setting. */
  'page.met': (page: PageMet) => Done;
  /** Adds a note, or puts the same note again. */
  'note.add': (ask: NoteAsk) => SaveOutcome;
  'note.change': (ask: { id: NoteId; change: NoteChange }) => SaveOutcome;
  /** Into the bin; `note.restore` takes it out. */
  'note.delete': (ask: { id: NoteId }) => SaveOutcome;
  'note.restore': (ask: { id: NoteId }) => SaveOutcome;
  /** How the page's notes were found on it. */
  'notes.anchored': (ask: { found: readonly Anchored[] }) => Done;
  'draft.keep': (ask: { key: ArticleKey; draft: NoteDraft }) => Done;
  'draft.drop': (ask: { id: NoteId }) => Done;
};

/** A note on the page and where it stands there. */
export type NotePlace = { readonly note: PageNote; readonly state: AnchorState };
/** `notes` in reading order, those not found last. */
export type PageNotes = {
  readonly key: ArticleKey | null;
  readonly url: string;
  readonly notes: readonly NotePlace[];
};

/** What to write on: the selection, a mark of the page, or the page as a whole. */
export type NoteStart =
  { readonly on: 'selection' } | { readonly on: 'mark'; readonly mark: number } | { readonly on: 'page' };

/** The address that opens the page at a note's passage; or why none can be given that is sure to open there. */
export type PassageLink =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'none'; readonly why: 'not-unique' | 'no-words' | 'not-found' | 'no-address' };

export type NoteBegin = { readonly start: NoteStart; readonly flag: Note['flag'] };

/** Part of `ToPage`. */
export type NotesToPage = {
  'page.notes': () => PageNotes;
  /** Opens the editor in the page; `nothing`: there is no selection to write on. */
  'note.start': (ask: NoteBegin) => 'open' | 'nothing';
  /** Highlights or flags at once. */
  'note.put': (ask: NoteBegin) => 'saved' | 'not-saved' | 'nothing';
  /** Shows what can be done with the selected words, and moves the focus there. */
  'note.offer': () => 'open' | 'nothing';
  /** Brings a note into view; `edit`: and opens it to be changed. */
  'note.show': (ask: { id: NoteId; edit: boolean }) => 'shown' | 'not-here';
  /** The selected words become the note's passage. */
  'note.attach': (ask: { id: NoteId }) => SaveOutcome | 'nothing';
  'note.link': (ask: { id: NoteId }) => PassageLink;
  /** Notes have changed elsewhere: look again. */
  'notes.changed': () => Done;
};

/** What the editor is open for. It is a page of ours: on the page itself, every key pressed could be heard. */
export type EditorJob = {
  readonly draft: NoteDraft;
  readonly isNew: boolean;
  readonly page: PageMet;
  readonly evidence: EvidenceAsk | null;
  /** What the mark's question asks, where the note stands on one. */
  readonly asks: string | null;
  /** Text that was written on this page and never saved. */
  readonly recovered: readonly NoteDraft[];
};

/** Part of `ToPage`: what the editor, beside or within the page, asks of it through the background. */
export type EditorToPage = {
  /** Null: there is nothing to write any more. */
  'editor.job': () => EditorJob | null;
  /** How tall the editor would like to be, in CSS pixels. */
  'editor.height': (ask: { height: number }) => Done;
  'editor.close': () => Done;
};

/** Part of `ToBackground`: the same from the editor; `tabId`: of the page, where the editor stands in a window of its own. */
export type EditorToBackground = {
  'editor.job': (ask: { tabId: number | null }) => EditorJob | null;
  'editor.height': (ask: { tabId: number | null; height: number }) => Done;
  'editor.close': (ask: { tabId: number | null }) => Done;
  /** From a page that may hold no frame of ours: opens the editor in a window of its own. */
  'editor.window': () => Done;
};
