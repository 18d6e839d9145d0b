/** What the search and the filters know of a note and of an article. */
import { hostOfKey } from '@/lib/core/article-site.ts';
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import { FLAG_KINDS, type Evidence, type FlagKind, type Note } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { foldWords } from './fold-words.ts';

/** `highlight`: words marked and nothing written. */
export const NOTE_KINDS = ['note', 'highlight', ...FLAG_KINDS] as const;
export type NoteKind = 'note' | 'highlight' | FlagKind;

/** How its passage was last found; `unseen`: not looked for on this device. Null: it is on the page as a whole. */
export const NOTE_STATES = ['found', 'changed', 'ambiguous', 'orphan', 'unseen'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

export type NoteEntry = {
  readonly id: NoteId;
  readonly article: ArticleKey;
  readonly site: string;
  readonly kind: NoteKind;
  readonly tags: readonly string[];
  /** The title of the pack whose story its evidence is of. */
  readonly pack: string | null;
  readonly state: NoteState | null;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly modified: number;
  readonly isBinned: boolean;
  /** `2022-03`, where the reader is. */
  readonly month: string;
  /** Folded: the body, the noted words, tags, author and evidence. The article's own words are in its entry. */
  readonly words: string;
};

export type ArticleEntry = {
  readonly key: ArticleKey;
  /** Every key under which notes of it may lie. */
  readonly keys: readonly ArticleKey[];
  /** Folded: title, byline, outlet and address. */
  readonly words: string;
  /** What articles are sorted by. */
  readonly title: string;
  readonly lastRead: number;
};

export function entryOfNote(note: Note): NoteEntry {
  const { id, article, passage, evidence, body, tags, created, modified, deleted, imported } = note;
  return {
    id,
    article,
    site: hostOfKey(article),
    kind: kindOf(note),
    tags,
    pack: evidence?.packTitle ?? null,
    state: passage === null ? null : 'unseen',
    created,
    modified,
    isBinned: deleted !== null,
    month: monthOf(created),
    words: foldWords(
      [passage?.exact, passage?.heading, body, ...tags, imported?.author, ...wordsOf(evidence)]
        .filter(Boolean)
        .join(' | '),
    ),
  };
}

export const kindOf = ({ flag, body, passage }: Pick<Note, 'flag' | 'body' | 'passage'>): NoteKind =>
  flag ?? (body === '' && passage !== null ? 'highlight' : 'note');

export function monthOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

function wordsOf(evidence: Evidence | null): readonly (string | null)[] {
  if (evidence === null) return [];
  const { sentence, packTitle, asks, says, accounts } = evidence;
  const told = accounts.flatMap(({ claim, speaker, role, quote, source }) => [
    claim,
    speaker,
    role,
    quote,
    source.title,
    source.author,
    source.outlet,
  ]);
  return [sentence, packTitle, asks, says, ...told];
}

export function entryOfArticle({ key, keys, title, byline, outlet, url, lastRead }: SavedArticle): ArticleEntry {
  return {
    key,
    keys: [...new Set([key, ...keys])],
    title: title ?? outlet ?? key,
    lastRead,
    words: foldWords([title, byline, outlet, hostOfKey(key), url].filter(Boolean).join(' | ')),
  };
}
