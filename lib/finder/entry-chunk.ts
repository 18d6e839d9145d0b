/** Entries as they are kept on the disk between two visits: some thousand in one row, their words in one text. */
import { articleKey, noteId } from '@/lib/core/parse-note.ts';
import { finite, flag, list, oneOf, orNull, record, text } from '@/lib/core/parse.ts';
import { hostOfKey } from '@/lib/core/article-site.ts';
import { NOTE_KINDS, monthOf, type NoteEntry } from './note-entry.ts';

/** Grows whenever an entry is made in another way, so that what was kept before is made anew. */
export const ENTRY_FORMAT = 1;

export type EntryChunk = {
  readonly place: number;
  readonly format: number;
  readonly notes: readonly Omit<NoteEntry, 'words' | 'site' | 'month' | 'state'>[];
  /** Whether each stands on a passage. */
  readonly onPassage: readonly boolean[];
  /** The words of each, a line each: one long text is written and read faster than thousands. */
  readonly words: string;
};

const LONGEST_WORDS = 1_000_000_000;

export function chunkOf(place: number, entries: readonly NoteEntry[]): EntryChunk {
  return {
    place,
    format: ENTRY_FORMAT,
    notes: entries.map(({ words: _words, site: _site, month: _month, state: _state, ...note }) => note),
    onPassage: entries.map(({ state }) => state !== null),
    words: entries.map(({ words }) => words).join('\n'),
  };
}

/** Nothing where the row is of another format or damaged. @throws ParseError */
export function entriesOf(row: unknown): NoteEntry[] {
  const chunk = record(row, 'chunk');
  if (chunk.format !== ENTRY_FORMAT) return [];
  const lines = text(chunk.words, 'chunk.words', LONGEST_WORDS).split('\n');
  const onPassage = list(chunk.onPassage, 'chunk.onPassage', flag);
  return list(chunk.notes, 'chunk.notes', keptNote).map((note, place) => ({
    ...note,
    site: hostOfKey(note.article),
    month: monthOf(note.created),
    state: onPassage[place] === true ? 'unseen' : null,
    words: lines[place] ?? ' ',
  }));
}

function keptNote(value: unknown, path: string): EntryChunk['notes'][number] {
  const note = record(value, path);
  return {
    id: noteId(note.id, path),
    article: articleKey(note.article, path),
    kind: oneOf(NOTE_KINDS, note.kind, path),
    tags: list(note.tags, path, text),
    pack: orNull(note.pack, path, text),
    created: finite(note.created, path),
    modified: finite(note.modified, path),
    isBinned: flag(note.isBinned, path),
  };
}
