/** A library of made-up notes and articles, of any size. The same seed writes the same. */
import type { ArticleKey, NoteId, PackId, TextHash } from '@/lib/core/ids.ts';
import { COLOURS, FLAG_KINDS, type AnchorState, type Note } from '@/lib/core/note.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';
import type { AnchorRow } from '@/lib/storage/note-rows.ts';
import { textHashOf } from '@/lib/text/text-hash.ts';
import { createWriter } from './made-up-words.ts';

export type MadeUpLibrary = {
  readonly notes: readonly Note[];
  readonly anchors: readonly AnchorRow[];
  readonly articles: readonly SavedArticle[];
  readonly texts: readonly ArticleText[];
};

const START = Date.UTC(2021, 0, 1);
const HOUR = 3_600_000;
const SITES = 400;
const TAGS = ['grain', 'harbour', 'talks', 'figures', 'to check', 'quote', 'law', 'ships', 'markets', 'letters'];
const STATES: readonly AnchorState['kind'][] = [
  'found',
  'found',
  'found',
  'found',
  'found',
  'found',
  'orphan',
  'ambiguous',
];

/** `perArticle`: notes on each article; `words`: in an article's text. */
export function madeUpLibrary(notes: number, { perArticle = 12, words = 600 } = {}): MadeUpLibrary {
  const { sentence } = createWriter(11);
  const count = Math.ceil(notes / perArticle);
  const texts = Array.from({ length: count }, (_, at) => textOf(at, `${sentence(words)}.`));
  const articles = texts.map((text, at) => articleOf(at, capital(sentence(7)), text.hash));
  const made = Array.from({ length: notes }, (_, at) => noteOf(at, keyOf(at % count), sentence));
  const anchors = made.filter(({ passage }) => passage !== null).map(({ id }, at) => anchorOf(id, at));
  return { notes: made, anchors, articles, texts };
}

const keyOf = (article: number): ArticleKey => `site-${article % SITES}.example/article-${article}` as ArticleKey;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function textOf(at: number, text: string): ArticleText {
  return {
    article: keyOf(at),
    hash: textHashOf(text),
    text,
    first: START + at * HOUR,
    last: START + at * HOUR,
  };
}

function articleOf(at: number, title: string, text: TextHash): SavedArticle {
  const read = START + at * HOUR;
  return {
    key: keyOf(at),
    keys: [keyOf(at)],
    url: `https://${keyOf(at)}`,
    title,
    byline: null,
    outlet: `The ${capital(title.split(' ')[1] ?? '')} Herald`,
    published: null,
    updated: null,
    language: 'en',
    firstRead: read,
    lastRead: read,
    packs: at % 9 === 0 ? ['istanbul-2022' as PackId] : [],
    marks: at % 9 === 0 ? 6 : 0,
    text,
  };
}

/** Ids spread as random ones are, so that the disk is read as it would be. */
function idOf(at: number): NoteId {
  const hash = (Math.imul(at + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return `${hash}-0000-4000-8000-${at.toString(16).padStart(12, '0')}` as NoteId;
}

function noteOf(at: number, article: ArticleKey, sentence: (words: number) => string): Note {
  const made = START + at * 1_200_000;
  return {
    id: idOf(at),
    article,
    url: `https://${article}`,
    passage:
      at % 20 === 7
        ? null
        : {
            exact: capital(sentence(18)),
            prefix: sentence(6),
            suffix: sentence(6),
            position: { start: at, end: at + 90 },
            heading: null,
          },
    flag: at % 4 === 0 ? (FLAG_KINDS[(at / 4) % FLAG_KINDS.length] ?? null) : null,
    evidence: null,
    body: at % 3 === 0 && at % 20 !== 7 ? '' : `${capital(sentence(30))}.`,
    tags: at % 2 === 0 ? [TAGS[at % TAGS.length] ?? '', TAGS[(at >> 3) % TAGS.length] ?? ''].filter(isFirst) : [],
    colour: COLOURS[at % COLOURS.length] ?? 'yellow',
    created: made,
    modified: made,
    deleted: null,
    replyTo: null,
    text: null,
    imported: null,
  };
}

const isFirst = (tag: string, at: number, all: readonly string[]): boolean => all.indexOf(tag) === at;

function anchorOf(note: NoteId, at: number): AnchorRow {
  const kind = STATES[at % STATES.length] ?? 'found';
  if (at % 23 === 5)
    return { kind: 'changed', now: 'These words stand there now, and others stood before', note, at: START };
  if (kind === 'ambiguous') return { kind, places: 3, note, at: START };
  return kind === 'orphan' ? { kind, note, at: START } : { kind: 'found', note, at: START };
}
