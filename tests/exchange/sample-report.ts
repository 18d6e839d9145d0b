/** A made-up report on a made-up article, with every case that a report can meet. */
import { composeCard } from '@/lib/card/compose-card.ts';
import { evidenceOf } from '@/lib/card/evidence.ts';
import type { Span } from '@/lib/core/article.ts';
import { partialDate } from '@/lib/core/dates.ts';
import type { ArticleKey, NoteId, TextHash } from '@/lib/core/ids.ts';
import type { Relation } from '@/lib/core/match.ts';
import type { AnchorState, Note } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ArticleReport, ReportMark, ReportNote, ReportQuestion } from '@/lib/exchange/report-passages.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { HARBOUR, questionOf } from '../card/harbour-pack.ts';

const NOON = Date.UTC(2021, 2, 4, 12);
const DAY = 86_400_000;

export const TEXT = [
  'Envoys leave Port Ellery with a page of proposals and two readings of it',
  'PORT ELLERY. The envoys of the dock workers and of the shipowners left the customs house on Tuesday evening, a day earlier than planned. A spokeswoman for the shipowners said that nothing worth the name had come of the talks on pier 2. The head of the dockers’ delegation had it otherwise: for the first time, he said, there was something in writing.',
  'Both sides agree on one thing, which is that they will meet again. Neither would say where.',
  'The numbers',
  'The harbour board has named a figure of 1,500 people who have laid down work. Of 152 cranes in the container harbour, 123 were standing still by nightfall, and the ferries ran half empty. Talks on wages alone, three people in the room said, took four hours.',
  'Earlier rounds had ended in the same way. The mayor, who had offered the customs house, called the result “a page more than last time”.',
].join('\n');

/** @throws Error when the text has no such words. */
export function spanOf(words: string): Span {
  const start = TEXT.indexOf(words);
  if (start === -1) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** @throws Error when the made-up pack has no such question, or it has no account. */
export function asked(id: string, relation: Relation, claim: number | null): ReportQuestion {
  const question = questionOf(id);
  const here = { claim: claim === null ? null : (question.claims[claim]?.id ?? null), accounts: [] };
  const card = composeCard({ pack: HARBOUR, question, sources: indexSources(HARBOUR.sources), here });
  if (card === null) throw new Error(`no card for ${id}`);
  return { card, relation };
}

const markOn = (words: string, ...questions: ReportMark['questions']): ReportMark => ({
  span: spanOf(words),
  text: words,
  questions,
});

let count = 0;
export const madeNote = (exact: string | null, rest: Partial<Note> = {}): Note => ({
  id: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}` as NoteId,
  article: 'strait.example/2021/envoys' as ArticleKey,
  url: 'https://strait.example/2021/envoys',
  passage: exact === null ? null : { exact, prefix: '', suffix: '', position: null, heading: null },
  flag: null,
  evidence: null,
  body: '',
  tags: [],
  colour: 'yellow',
  created: NOON,
  modified: NOON,
  deleted: null,
  replyTo: null,
  text: null,
  imported: null,
  ...rest,
});

const FOUND: AnchorState = { kind: 'found' };
const noteOn = (words: string, rest: Partial<Note>, state: AnchorState = FOUND): ReportNote => ({
  note: madeNote(words, rest),
  state,
  span: spanOf(words),
});

export const SAVED: SavedArticle = {
  key: 'strait.example/2021/envoys' as ArticleKey,
  url: 'https://strait.example/2021/envoys',
  keys: [],
  title: 'Envoys leave Port Ellery with a page of proposals and two readings of it',
  byline: 'Lena Ortiz and Paul Weir',
  outlet: 'The Strait Courier',
  published: partialDate('2021-03-03'),
  updated: partialDate('2021-03-04'),
  language: 'en',
  firstRead: NOON - DAY,
  lastRead: NOON,
  packs: [HARBOUR.id],
  marks: 4,
  text: 'a0f1'.repeat(16) as TextHash,
};

const NOTHING_CAME =
  'A spokeswoman for the shipowners said that nothing worth the name had come of the talks on pier 2.';
const OUTCOME = asked('q-outcome', 'same', 0);

const NOTES: readonly ReportNote[] = [
  noteOn('nothing worth the name had come of the talks', {
    flag: 'context',
    body: 'Her own statement of Wednesday has two more sentences.\n\nAsk the press office for the full text.',
    tags: ['shipowners', 'to check'],
    evidence: evidenceOf(OUTCOME.card, { sentence: NOTHING_CAME, relation: 'same' }),
  }),
  noteOn(
    '1,500 people',
    { flag: 'figure', colour: 'orange', body: 'The board gave “at least 1,351” on Monday.', modified: NOON + 2 * DAY },
    { kind: 'changed', now: '1,800 people' },
  ),
  noteOn('they will meet again', { colour: 'sky' }),
  noteOn('a page more than last time', {
    colour: 'purple',
    body: 'Good line. Who heard it?',
    imported: { format: 'hypothesis', id: 'x', author: 'acct:ines@annotations.example', rest: null },
  }),
  {
    note: madeNote(null, { body: 'No word on the crane drivers’ union, which was in the room.' }),
    state: FOUND,
    span: null,
  },
  {
    note: madeNote('a second page was withdrawn at noon', {
      flag: 'source',
      body: 'Two people said so by telephone.',
      passage: {
        exact: 'a second page was withdrawn at noon',
        prefix: 'According to the mayor’s office ',
        suffix: ', after a call from the capital',
        position: null,
        heading: 'The numbers',
      },
    }),
    state: { kind: 'orphan' },
    span: null,
  },
];

export const SAMPLE: ArticleReport = {
  article: SAVED,
  text: { article: SAVED.key, hash: 'a0f1'.repeat(16) as TextHash, text: TEXT, first: NOON - DAY, last: NOON },
  sentences: 12,
  packs: [HARBOUR],
  marks: [
    markOn(NOTHING_CAME, OUTCOME),
    markOn(
      'The head of the dockers’ delegation had it otherwise: for the first time, he said, there was something in writing.',
      asked('q-outcome', 'other-answer', 2),
    ),
    markOn(
      'The harbour board has named a figure of 1,500 people who have laid down work.',
      asked('q-dockers', 'other-figure', 0),
    ),
    markOn(
      'Of 152 cranes in the container harbour, 123 were standing still by nightfall, and the ferries ran half empty.',
      asked('q-cranes', 'same', 0),
    ),
  ],
  notes: NOTES,
  made: NOON + 3 * DAY,
};

/** The same article, with nothing in it. */
export const NOTHING_NOTED: ArticleReport = { ...SAMPLE, marks: [], notes: [] };
