/** The reader's own notes of a page, as popup and panel have them: what is shown, what was said last, what can be asked. */
import type { NoteId } from '@/lib/core/ids.ts';
import type { AnchorState, FlagKind } from '@/lib/core/note.ts';
import type { ShownNote } from './note-words.ts';

/** A note and where it stands on the page as it now is. */
export type PlacedNote = { readonly note: ShownNote; readonly state: AnchorState };

/** What to write on. `mark`: index into the page's marks. */
export type NoteOn = { readonly on: 'mark'; readonly mark: number } | { readonly on: 'page' };

/** In reading order, those not found last. `failed`: they could not be looked up, which is not to say that there are none. */
export type NotesView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'notes'; readonly notes: readonly PlacedNote[] };

/** Why a change was not made. */
export type NotSaved = 'full' | 'unavailable' | 'corrupt' | 'missing';

/** What came of the last thing that the reader asked. `name`: what the note is called. */
export type NoteNotice =
  | { readonly kind: 'editing' }
  /** What was to be written on is not there any more. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'not-here' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'deleted'; readonly id: NoteId; readonly name: string }
  | { readonly kind: 'restored' }
  | { readonly kind: 'attached' }
  | { readonly kind: 'select-first' }
  | { readonly kind: 'searched' }
  /** `copied`: false where the browser does not let us; it can then be copied by hand. */
  | { readonly kind: 'link'; readonly href: string; readonly copied: boolean }
  | { readonly kind: 'no-link'; readonly why: 'not-unique' | 'no-words' | 'not-found' | 'no-address' }
  | { readonly kind: 'failed'; readonly doing: 'delete' | 'restore' | 'attach'; readonly why: NotSaved };

export type NoteEvents = {
  /** Opens the editor in the page. */
  readonly onNote: (on: NoteOn, flag: FlagKind | null) => void;
  /** Brings a note into view. */
  readonly onShow: (id: NoteId) => void;
  readonly onEdit: (id: NoteId) => void;
  readonly onDelete: (note: ShownNote) => void;
  readonly onRestore: (id: NoteId) => void;
  /** Copies a link to its passage. */
  readonly onLink: (id: NoteId) => void;
  /** The words selected in the page become its passage. */
  readonly onAttach: (id: NoteId) => void;
  readonly onSearchAgain: () => void;
  readonly onDismiss: () => void;
};

export type Noting = {
  readonly notes: NotesView;
  /** Stays until it is dismissed or the next one comes. */
  readonly notice: NoteNotice | null;
  readonly events: NoteEvents;
};
