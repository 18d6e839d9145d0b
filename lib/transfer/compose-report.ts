/** What the library and the open page know of one article, put together for its report. */
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';
import type { AnchorResult } from '@/lib/anchor/anchor-result.ts';
import type { Card } from '@/lib/card/card.ts';
import type { Span } from '@/lib/core/article.ts';
import type { ArticleKey, NoteId } from '@/lib/core/ids.ts';
import type { ArticleHead, Mark, PackSummary } from '@/lib/core/marks.ts';
import type { AlsoMatch } from '@/lib/core/match.ts';
import type { AnchorState, Note } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ArticleReport, ReportMark, ReportNote, ReportQuestion } from '@/lib/exchange/report-passages.ts';
import type { CardRef } from '@/lib/messages/protocol.ts';
import type { Library } from '@/lib/storage/library.ts';

/** What the open page says of itself. */
export type OpenPage = {
  readonly article: ArticleHead;
  readonly packs: readonly PackSummary[];
  readonly marks: readonly Mark[];
  /** How its notes were found on it as it is now. */
  readonly states: ReadonlyMap<NoteId, AnchorState>;
};

export type ReportAsk = {
  readonly key: ArticleKey;
  /** Null where the page is not open: the report then rests on the notes, and on the evidence under its flags. */
  readonly page: OpenPage | null;
  /** Null where the library no longer holds the question. */
  readonly cardOf: (ref: CardRef) => Promise<Card | null>;
  /** Milliseconds since 1970. */
  readonly now: number;
};

export type ReportLibrary = Pick<Library, 'articles' | 'articleListing' | 'notes'>;

/** Null where neither the library nor the page knows the article. */
export async function composeReport(library: ReportLibrary, ask: ReportAsk): Promise<ArticleReport | null> {
  const { key, page, now } = ask;
  const [kept] = await library.articleListing.rows([key]);
  const article = kept ?? (page === null ? null : unsaved(key, page, now));
  if (article === null) return null;
  const texts = await library.articles.texts(article.key);
  const text = texts.find(({ hash }) => hash === article.text) ?? texts.at(-1) ?? null;
  const notes = await library.notes.on([...new Set([key, ...article.keys])]);
  return {
    article,
    text,
    sentences: page?.article.sentences ?? 0,
    packs: page?.packs ?? [],
    marks: await marksOf(ask, text?.text ?? null),
    notes: await placedNotes(library, notes, { page, text: text?.text ?? null }),
    made: now,
  };
}

function unsaved(key: ArticleKey, { article, packs, marks }: OpenPage, now: number): SavedArticle {
  const { sentences: _sentences, ...head } = article;
  return {
    ...head,
    key,
    keys: [key],
    updated: null,
    firstRead: now,
    lastRead: now,
    packs: packs.map(({ id }) => id),
    marks: marks.length,
    text: null,
  };
}

/** Those whose sentence the text no longer has, and whose question has gone, are left out. */
async function marksOf({ page, cardOf }: ReportAsk, text: string | null): Promise<ReportMark[]> {
  const spanOf = text === null ? spanInOrder() : spanIn(text);
  const found = (page?.marks ?? []).map(async (mark): Promise<ReportMark[]> => {
    const span = spanOf(mark.text);
    const { match } = mark;
    const asked = await Promise.all([match, ...match.also].map((one) => questionOf(cardOf, match.pack, one)));
    const [first, ...others] = asked.flat();
    return span === null || first === undefined ? [] : [{ span, text: mark.text, questions: [first, ...others] }];
  });
  return (await Promise.all(found)).flat();
}

async function questionOf(
  cardOf: ReportAsk['cardOf'],
  pack: CardRef['pack'],
  { question, claim, accounts, relation }: AlsoMatch,
): Promise<ReportQuestion[]> {
  const card = await cardOf({ pack, question, claim, accounts });
  return card === null ? [] : [{ card, relation }];
}

/** Marks come in reading order: a sentence that stands twice is looked for after the one before. */
function spanIn(text: string): (words: string) => Span | null {
  let from = 0;
  return (words) => {
    const next = text.indexOf(words, from);
    const start = next === -1 ? text.indexOf(words) : next;
    if (start === -1) return null;
    from = start + words.length;
    return { start, end: from };
  };
}

/** Where no text was kept, places that tell the order alone. */
function spanInOrder(): () => Span {
  let at = 0;
  return () => ({ start: at++, end: at });
}

type Placing = Pick<ReportAsk, 'page'> & { readonly text: string | null };

async function placedNotes(
  library: Pick<Library, 'notes'>,
  notes: readonly Note[],
  { page, text }: Placing,
): Promise<ReportNote[]> {
  const last = new Map((await library.notes.anchorsOf(notes.map(({ id }) => id))).map((row) => [row.note, row]));
  const passages = notes.flatMap(({ passage }) => passage ?? []);
  const results = text === null ? [] : anchorAll(indexPage(text), passages);
  const spans = new Map(passages.map((passage, at) => [passage, spanOfResult(results[at])]));
  return notes.map((note) => {
    const span = note.passage === null ? null : (spans.get(note.passage) ?? null);
    const { note: _note, at: _at, ...before } = last.get(note.id) ?? { ...FOUND, note: note.id, at: 0 };
    return { note, state: page?.states.get(note.id) ?? before, span };
  });
}

const FOUND: AnchorState = { kind: 'found' };

const spanOfResult = (result: AnchorResult | undefined): Span | null =>
  result !== undefined && 'span' in result ? result.span : null;
