/** What a note is to stand on: selected words, a mark's sentence, or the page as a whole; and the mark it is about. */
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { selectionSpan } from '@/lib/article/selection.ts';
import { offsetAt, type TextIndex } from '@/lib/article/text-index.ts';
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import type { EvidenceAsk, NoteStart } from '@/lib/messages/note-protocol.ts';
import type { LivePage } from './page-notes.ts';
import type { LiveMark } from './reader.ts';

export type Subject = {
  readonly passage: Passage | null;
  readonly evidence: EvidenceAsk | null;
  /** What the mark's question asks. */
  readonly asks: string | null;
};

const THE_PAGE: Subject = { passage: null, evidence: null, asks: null };

/** Null where nothing is selected, or the mark has gone. */
export function subjectOf(start: NoteStart, { whole, index }: LivePage, marks: readonly LiveMark[]): Subject | null {
  if (start.on === 'page') return THE_PAGE;
  const chosen = start.on === 'mark' ? marks[start.mark] : undefined;
  const span = start.on === 'mark' ? spanOf(chosen, whole) : selectionSpan(whole);
  if (span === null) return null;
  const about = chosen ?? marks.find((mark) => overlaps(spanOf(mark, whole), span));
  return {
    passage: describePassage(index, span),
    evidence: about === undefined ? null : evidenceAsked(about),
    asks: about?.mark.asks ?? null,
  };
}

/** A mark's offsets are of the article's text, a note's of the page's: the nodes lead from one to the other. */
function spanOf(mark: LiveMark | undefined, whole: TextIndex): Span | null {
  const first = mark?.ranges[0];
  const last = mark?.ranges.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = offsetAt(whole, first.startContainer, first.startOffset);
  const end = offsetAt(whole, last.endContainer, last.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

const overlaps = (a: Span | null, b: Span): boolean => a !== null && a.start < b.end && b.start < a.end;

function evidenceAsked({ mark: { match, text } }: LiveMark): EvidenceAsk {
  const { pack, question, claim, accounts, relation } = match;
  return { pack, question, claim, accounts, relation, sentence: text };
}
