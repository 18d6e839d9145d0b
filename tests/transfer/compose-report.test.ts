import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId, NoteId, QuestionId } from '@/lib/core/ids.ts';
import type { Mark } from '@/lib/core/marks.ts';
import type { AnchorState } from '@/lib/core/note.ts';
import { textHashOf } from '@/lib/text/text-hash.ts';
import { composeReport, type OpenPage, type ReportAsk } from '@/lib/transfer/compose-report.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { asked } from '@/tests/exchange/sample-report.ts';
import { madeLibrary, type Made } from './made-library.ts';
import { HARBOUR_KEY, sampleArticle } from './sample-article.ts';

const SENTENCES = [
  'The envoys left the customs house early.',
  'The board said at least 120 people were hurt on the pier.',
  'The envoys left the customs house early.',
];
const TEXT = SENTENCES.join(' ');
const HASH = textHashOf(TEXT);

let made: Made;
beforeEach(() => {
  made = madeLibrary();
});
afterEach(() => made.db.delete());

const mark = (text: string, question: string): Mark => ({
  match: {
    sentence: 0,
    pack: HARBOUR.id,
    question: question as QuestionId,
    claim: null,
    relation: 'on-question',
    accounts: [],
    score: 1,
    reasons: [],
    also: [{ question: 'q-cranes' as QuestionId, claim: 'c' as ClaimId, relation: 'same', accounts: [], score: 0.5 }],
  },
  kind: 'differ',
  text,
  asks: '',
  alsoAsks: [''],
  accounts: 1,
  origins: 1,
});
const page = (marks: readonly Mark[], states: readonly (readonly [NoteId, AnchorState])[] = []): OpenPage => ({
  article: { ...sampleArticle(), sentences: 3 },
  packs: [HARBOUR],
  marks,
  states: new Map(states),
});
const cardOf: ReportAsk['cardOf'] = ({ question }) =>
  Promise.resolve(question === 'q-gone' ? null : asked(question, 'same', 0).card);
const compose = (open: OpenPage | null) =>
  composeReport(made.library, { key: HARBOUR_KEY, page: open, cardOf, now: 5000 });
const keep = () =>
  made.library.articles.put(sampleArticle({ text: HASH }), [
    { article: HARBOUR_KEY, hash: textHashOf('Older'), text: 'Older', first: 1, last: 1 },
    { article: HARBOUR_KEY, hash: HASH, text: TEXT, first: 2, last: 2 },
  ]);

describe('a report of an open page', () => {
  it('has each mark where its sentence stands, with a card for each question it speaks to', async () => {
    await keep();
    const [first = '', second = ''] = SENTENCES;
    const report = await compose(page([mark(first, 'q-outcome'), mark(second, 'q-dockers'), mark(first, 'q-fire')]));
    expect(report?.text?.hash).toBe(HASH);
    expect(report?.marks.map(({ span }) => TEXT.slice(span.start, span.end))).toEqual(SENTENCES);
    expect(report?.marks.map(({ span }) => span.start)).toEqual([0, 41, 99]);
    expect(report?.marks[0]?.questions.map(({ card, relation }) => [card.question.id, relation])).toEqual([
      ['q-outcome', 'on-question'],
      ['q-cranes', 'same'],
    ]);
  });

  it('leaves out a mark whose words the text no longer has, and a question that is gone', async () => {
    await keep();
    const [first = ''] = SENTENCES;
    const report = await compose(page([mark('Other words.', 'q-outcome'), mark(first, 'q-gone')]));
    expect(report?.marks.map(({ questions }) => questions.map(({ card }) => card.question.id))).toEqual([['q-cranes']]);
  });

  it('finds the notes in the text, with how the page found them', async () => {
    await keep();
    await made.library.notes.put(sampleNote(1));
    await made.library.notes.put(sampleNote(2, { passage: null }));
    await made.library.notes.put(sampleNote(3, { deleted: 1 }));
    const changed: AnchorState = { kind: 'changed', now: 'at least 130 people' };
    const report = await compose(page([], [[sampleNote(1).id, changed]]));
    const placed = report?.notes.map(({ note, state, span }) => [
      note.id,
      state,
      span && TEXT.slice(span.start, span.end),
    ]);
    expect(placed).toEqual([
      [sampleNote(1).id, changed, 'at least 120 people'],
      [sampleNote(2).id, { kind: 'found' }, null],
    ]);
  });

  it('keeps the order of the marks where no text was kept, and makes do with what the page says', async () => {
    const report = await compose(page(SENTENCES.map((text) => mark(text, 'q-outcome'))));
    expect(report?.text).toBeNull();
    expect(report?.article).toMatchObject({
      key: HARBOUR_KEY,
      title: 'Harbour talks resume',
      firstRead: 5000,
      marks: 3,
    });
    expect(report?.marks.map(({ span }) => span.start)).toEqual([0, 1, 2]);
  });
});

describe('of a page that is not open', () => {
  it('rests on the notes, as they were last found', async () => {
    await keep();
    await made.library.notes.put(sampleNote(1));
    await made.library.notes.anchored(sampleNote(1).id, { kind: 'orphan' });
    const report = await compose(null);
    expect(report).toMatchObject({ marks: [], packs: [], sentences: 0 });
    expect(report?.notes.map(({ state }) => state)).toEqual([{ kind: 'orphan' }]);
  });

  it('that nobody knows is none', async () => {
    expect(await compose(null)).toBeNull();
  });
});
