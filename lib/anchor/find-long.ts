/** A passage of pages: its beginning and its end are looked for by themselves, so that its length costs little. */
import type { Span } from '@/lib/core/article.ts';
import type { Passage } from '@/lib/core/note.ts';
import { WORD_EVIDENCE, type Candidate } from './candidate.ts';
import { findChanged } from './find-changed.ts';
import { bitsIn, rowPart, type NotedWords } from './noted-words.ts';
import type { PageIndex } from './page-index.ts';

/** Words of the passage at each end. */
const END = 200;
/** A passage of more words is long. */
const LONG = 600;

/** As it was, at least and at most. */
const SHORTEST = 0.5;
const LONGEST = 2;

export const isLong = ({ own }: NotedWords): boolean => own.end - own.start > LONG;

export function findLong(page: PageIndex, passage: Passage, noted: NotedWords): readonly Candidate[] {
  const { own, ids } = noted;
  const first = partOf(noted, { start: 0, end: own.start + END });
  const last = partOf(noted, { start: own.end - END, end: ids.length });
  const ends = findChanged(page, passage, last);
  const { length } = passage.exact;
  return findChanged(page, passage, first).flatMap((begin) => {
    const end = ends.find(({ span }) => {
      const now = span.end - begin.span.start;
      return now >= SHORTEST * length && now <= LONGEST * length;
    });
    return end === undefined ? [] : [joined(noted, begin, end)];
  });
}

function partOf(noted: NotedWords, part: Span): NotedWords {
  const within = ({ start, end }: Span): Span => ({
    start: Math.max(start, part.start) - part.start,
    end: Math.min(end, part.end) - part.start,
  });
  const own = within(noted.own);
  return { ...rowPart(noted, part), own, near: within(noted.near), paragraphs: [own], isRaw: noted.isRaw };
}

/** What lies between is taken to have changed as much as the ends have. */
function joined(noted: NotedWords, begin: Candidate, end: Candidate): Candidate {
  const likeness = (begin.likeness + end.likeness) / 2;
  return {
    kind: 'fuzzy',
    span: { start: begin.span.start, end: end.span.end },
    likeness,
    kept: likeness * bitsIn(noted, noted.own),
    lost: { before: begin.lost.before, after: end.lost.after },
    weakest: Math.min(begin.weakest, end.weakest),
    hasSingular: begin.hasSingular || end.hasSingular,
    putIn: 0,
    support: { before: begin.support.before, after: end.support.after },
    evidence: likeness * (noted.own.end - noted.own.start) * WORD_EVIDENCE,
  };
}
