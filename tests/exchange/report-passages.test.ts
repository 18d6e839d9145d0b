import { describe, expect, it } from 'vitest';
import type { Span } from '@/lib/core/article.ts';
import { partsOf, type ReportMark, type ReportNote } from '@/lib/exchange/report-passages.ts';
import { SAMPLE, TEXT, asked, madeNote } from './sample-report.ts';

const QUESTION = asked('q-outcome', 'same', 0);
const markAt = (start: number, end: number): ReportMark => ({ span: { start, end }, text: '', questions: [QUESTION] });
const noteAt = (span: Span | null, rest = {}): ReportNote => ({
  note: madeNote('x', rest),
  state: { kind: 'found' },
  span,
});
const parts = (marks: readonly ReportMark[], notes: readonly ReportNote[]) => partsOf({ ...SAMPLE, marks, notes });
const shown = (marks: readonly ReportMark[], notes: readonly ReportNote[]) =>
  parts(marks, notes).passages.map(({ number, span, mark, notes: own }) => [
    number,
    span.start,
    span.end,
    mark === null ? 'noted' : 'marked',
    own.length,
  ]);

describe('what is numbered', () => {
  it('marks and noted passages, in the order of the text', () => {
    expect(shown([markAt(50, 80), markAt(0, 20)], [noteAt({ start: 30, end: 40 })])).toEqual([
      [1, 0, 20, 'marked', 0],
      [2, 30, 40, 'noted', 1],
      [3, 50, 80, 'marked', 0],
    ]);
  });
  it('a note within a marked sentence has its number; one that reaches out of it has its own', () => {
    expect(shown([markAt(0, 20)], [noteAt({ start: 5, end: 20 }), noteAt({ start: 5, end: 21 })])).toEqual([
      [1, 0, 20, 'marked', 1],
      [2, 5, 21, 'noted', 1],
    ]);
  });
  it('notes on the same words share a number, the earliest first', () => {
    const [late, early] = [noteAt({ start: 1, end: 9 }, { created: 2 }), noteAt({ start: 1, end: 9 }, { created: 1 })];
    expect(parts([], [late, early]).passages.map(({ notes }) => notes)).toEqual([[early, late]]);
  });
  it('what lies outside the text is lost, not shown in a wrong place', () => {
    const spans = [null, { start: -1, end: 3 }, { start: 5, end: 5 }, { start: 0, end: TEXT.length + 1 }];
    const { passages, orphans, whole } = parts(
      [],
      [...spans.map((span) => noteAt(span)), noteAt(null, { passage: null })],
    );
    expect([passages.length, orphans.length, whole.length]).toEqual([0, 4, 1]);
    expect(shown([markAt(0, TEXT.length + 1)], [])).toEqual([]);
  });
  it('nothing of the bin', () => {
    expect(shown([], [noteAt({ start: 0, end: 5 }, { deleted: 1 })])).toEqual([]);
  });
});
