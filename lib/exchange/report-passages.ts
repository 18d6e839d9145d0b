/** What the report numbers, in the order of the text: marked sentences with the notes in them, and noted passages. */
import type { Card } from '@/lib/card/card.ts';
import type { Span } from '@/lib/core/article.ts';
import type { PackSummary } from '@/lib/core/marks.ts';
import type { Relation } from '@/lib/core/match.ts';
import type { AnchorState, Note } from '@/lib/core/note.ts';
import type { ArticleText, SavedArticle } from '@/lib/core/saved-article.ts';

/** One article as the library knows it. Spans are UTF-16 code units into the text; those outside it are taken as lost. */
export type ArticleReport = {
  readonly article: SavedArticle;
  /** Null where it was not kept: then only the numbered passages are shown. */
  readonly text: ArticleText | null;
  /** How many sentences were read when it was marked. */
  readonly sentences: number;
  /** The packs it was compared with. */
  readonly packs: readonly PackSummary[];
  readonly marks: readonly ReportMark[];
  /** Those in the bin are left out. */
  readonly notes: readonly ReportNote[];
  /** Milliseconds since 1970: when the report is made. */
  readonly made: number;
};

/** A marked sentence with the card of each question it speaks to, the surest first; at least one. */
export type ReportMark = {
  readonly span: Span;
  readonly text: string;
  readonly questions: readonly [ReportQuestion, ...ReportQuestion[]];
};
export type ReportQuestion = { readonly card: Card; readonly relation: Relation };

/** `span` is where the passage stands in the text now; null for a note on the whole page and where it was not found. */
export type ReportNote = { readonly note: Note; readonly state: AnchorState; readonly span: Span | null };

/** Counted from 1. A mark, a note, or a mark with the notes that stand in its sentence. */
export type NumberedPassage = {
  readonly number: number;
  readonly span: Span;
  readonly mark: ReportMark | null;
  readonly notes: readonly ReportNote[];
};

export type ReportParts = {
  readonly passages: readonly NumberedPassage[];
  /** On the page as a whole; answers to other notes stand after what they answer. */
  readonly whole: readonly ReportNote[];
  readonly orphans: readonly ReportNote[];
};

export function partsOf({ text, marks, notes }: ArticleReport): ReportParts {
  const place = <T extends { readonly span: Span | null }>(each: T): (T & { readonly span: Span })[] => {
    const span = placeIn(text?.text ?? null, each.span);
    return span === null ? [] : [{ ...each, span }];
  };
  const kept = notes.filter(({ note }) => note.deleted === null).sort((a, b) => a.note.created - b.note.created);
  const lost = kept.filter((each) => place(each).length === 0);
  return {
    passages: numbered(marks.flatMap(place), kept.flatMap(place)),
    whole: lost.filter(({ note }) => note.passage === null),
    orphans: lost.filter(({ note }) => note.passage !== null),
  };
}

type Placed = ReportNote & { readonly span: Span };

function numbered(marks: readonly ReportMark[], notes: readonly Placed[]): NumberedPassage[] {
  const hosts = new Map(notes.map((note) => [note, hostOf(note.span, marks)]));
  const marked = marks.map((mark) => ({
    span: mark.span,
    mark,
    notes: notes.filter((note) => hosts.get(note) === mark),
  }));
  const free = Map.groupBy(
    notes.filter((note) => hosts.get(note) === null),
    ({ span }) => `${span.start} ${span.end}`,
  );
  const noted = [...free.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : { span: first.span, mark: null, notes: same };
  });
  return [...marked, ...noted]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((passage, at) => ({ ...passage, number: at + 1 }));
}

const hostOf = (span: Span, marks: readonly ReportMark[]): ReportMark | null =>
  marks.find((mark) => mark.span.start <= span.start && span.end <= mark.span.end) ?? null;

/** Null where the text has no words there. No character is cut in two. */
function placeIn(text: string | null, span: Span | null): Span | null {
  if (span === null || span.start < 0 || span.start >= span.end) return null;
  if (text === null) return span;
  if (span.end > text.length || text.slice(span.start, span.end).trim() === '') return null;
  const isInside = (at: number) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
  return { start: span.start - Number(isInside(span.start)), end: span.end + Number(isInside(span.end)) };
}
