/** What the library's views of notes and articles show, and what the reader can do there. Props in, events out. */
import type { ComponentChildren } from 'preact';
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { AnchorState, Colour, Note, NoteDraft } from '@/lib/core/note.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { Filters } from '@/lib/finder/filters.ts';
import type { ArticlesAnswer, Progress } from '@/lib/finder/finder-messages.ts';
import type { NoteSearch, NotesFound } from '@/lib/finder/note-finder.ts';
import type { EditorState } from './note-editor.tsx';

/** A row of the list. `article`: null where the library does not keep it. */
export type NoteLine = { readonly note: Note; readonly article: SavedArticle | null };

export type Shelf = {
  readonly search: NoteSearch;
  /** Null until the worker has answered for the first time. */
  readonly found: Pick<NotesFound, 'of' | 'facets' | 'months'> | null;
  readonly count: number;
  readonly progress: Progress | null;
  readonly active: number;
  readonly selected: ReadonlySet<NoteId>;
  readonly idAt: (place: number) => NoteId | null;
  readonly lineOf: (id: NoteId) => NoteLine | undefined;
};

export type ShelfEvents = {
  readonly onSearch: (change: Partial<NoteSearch>) => void;
  readonly onFilters: (change: Partial<Filters>) => void;
  readonly onWindow: (from: number, to: number) => void;
  readonly onActive: (place: number) => void;
  readonly onOpen: (place: number) => void;
  readonly onToggle: (place: number) => void;
  readonly onExtend: (place: number) => void;
  readonly onSelectAll: () => void;
  readonly onSelectNone: () => void;
  readonly onUndo: () => void;
  readonly onLeave: () => void;
  readonly bulk: BulkEvents;
};

/** On what is selected; `onBin` on the active note where nothing is. */
export type BulkEvents = {
  readonly onTag: (tags: readonly string[]) => void;
  readonly onUntag: (tags: readonly string[]) => void;
  readonly onColour: (colour: Colour) => void;
  readonly onBin: () => void;
  readonly onRestore: () => void;
  readonly onEmptyBin: () => void;
};

/** What came of what was done last, in a sentence, and how it can be taken back. */
export type ShelfNotice = { readonly words: string; readonly undo: (() => void) | null };

export type OpenNote = {
  readonly note: Note;
  readonly article: SavedArticle | null;
  /** Null: not looked for on this device. */
  readonly state: AnchorState | null;
  readonly answers: Note | null;
  readonly replies: readonly Note[];
  /** Null: the note is read, not written. */
  readonly editor: EditorState | null;
  /** What the reader had typed before and not saved. */
  readonly recovered: readonly NoteDraft[];
};

export type NoteItemEvents = {
  readonly onShow: (note: Note) => void;
  readonly onEdit: () => void;
  readonly onDraft: (draft: NoteDraft) => void;
  readonly onSave: (draft: NoteDraft) => void;
  readonly onDiscard: (draft: NoteDraft) => void;
  readonly onCancel: () => void;
  readonly onDelete: (note: Note) => void;
  readonly onRestore: (note: Note) => void;
};

export type ArticleLine = { readonly article: SavedArticle; readonly notes: number };

export type ArticleShelf = {
  readonly text: string;
  readonly found: Pick<ArticlesAnswer, 'of' | 'textsSearched'> | null;
  readonly count: number;
  readonly active: number;
  readonly keyAt: (place: number) => ArticleKey | null;
  readonly lineOf: (key: ArticleKey) => ArticleLine | undefined;
};

export type OpenArticle = {
  readonly article: SavedArticle;
  readonly notes: readonly Note[];
  readonly texts: readonly ArticleText[];
  /** Titles of the packs whose story it tells. */
  readonly packs: readonly string[];
};

/** Where the controls for taking notes in and out go: they act on what is shown or selected. */
export type ExchangeSlot = ComponentChildren;
