/** What a pack tells beyond its claims: windows, aspects, wordings, events. Each rule by one that keeps it and one that breaks it. */
import { describe, expect, it } from 'vitest';
import type { Pack } from '@/lib/core/pack.ts';
import { parsePack, type PackProblem } from '@/lib/pack/parse-pack.ts';
import { samplePack, withAt } from './sample-pack.ts';

const SAMPLE = samplePack();
const CLAIM = '/questions/1/claims/0';
const ASPECT = '/questions/1/aspects/0';
const EVENT = '/events/1';
const lorem = (length: number) => 'x'.repeat(length);

function problemsOf(value: unknown): readonly PackProblem[] {
  const result = parsePack(value);
  return result.kind === 'invalid' ? result.problems : [];
}

function parsed(value: unknown): Pack {
  const result = parsePack(value);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.pack;
}

/** What may stand there: what is done to the sample, where, what is put there (undefined: taken away). */
const VALID: readonly (readonly [what: string, at: string, put: unknown])[] = [
  ['no window of a question', '/questions/1/when', undefined],
  ['no window of a claim', `${CLAIM}/when`, undefined],
  ['a window of one day', `${CLAIM}/when`, { from: '2033-05-01', to: '2033-05-01' }],
  ['a window from a day to its own month', `${CLAIM}/when`, { from: '2033-05-20', to: '2033-05' }],
  ['a window from a year to a month in it', `${EVENT}/when`, { from: '2029', to: '2029-03' }],
  ['a window outside its question’s and its pack’s', `${CLAIM}/when`, { from: '1999', to: '2001' }],
  ['no aspects', '/questions/1/aspects', undefined],
  ['an aspect of the greatest length', `${ASPECT}/says`, lorem(200)],
  ['no wordings', `${CLAIM}/wordings`, undefined],
  ['six wordings', `${CLAIM}/wordings`, Array.from('123456')],
  ['no events', '/events', undefined],
  ['an event without other names', `${EVENT}/also`, undefined],
  ['a mention that stands with two events', `${EVENT}/also`, ['Ann Porter']],
];

/** Likewise, with where the problem is and what it says. */
type Row = readonly [what: string, at: string, put: unknown, problem: string, says: RegExp];

const SHAPE: readonly Row[] = [
  ['a window without an end', '/questions/1/when', { from: '2033' }, '/questions/1/when', /lacks the field "to"/],
  ['a window in words', `${CLAIM}/when`, 'May', `${CLAIM}/when`, /should be an object/],
  ['an aspect as mere text', ASPECT, 'Rust did it.', ASPECT, /should be an object/],
  ['an aspect with accounts', `${ASPECT}/accounts`, [], `${ASPECT}/accounts`, /not a field of this format/],
  ['an aspect that is a paragraph', `${ASPECT}/says`, lorem(201), `${ASPECT}/says`, /longer than 200/],
  ['a seventh wording', `${CLAIM}/wordings`, Array.from('1234567'), `${CLAIM}/wordings`, /more than 6/],
  ['an empty wording', `${CLAIM}/wordings/0`, '', `${CLAIM}/wordings/0`, /not empty/],
  ['an event without a time', `${EVENT}/when`, undefined, EVENT, /lacks the field "when"/],
  ['an event of no story', `${EVENT}/own`, undefined, EVENT, /lacks the field "own"/],
  ['an event that is half the story’s own', `${EVENT}/own`, 'partly', `${EVENT}/own`, /true or false/],
  ['an event’s id with a space', `${EVENT}/id`, 'great flood', `${EVENT}/id`, /should be an id/],
];

const MEANING: readonly Row[] = [
  ...['/questions/1/when', `${CLAIM}/when`, '/questions/1/aspects/1/when', `${EVENT}/when`].flatMap(windowRows),
  ['an aspect that judges', `${ASPECT}/says`, 'The count is bogus.', `${ASPECT}/says`, /“bogus” judges/],
  ['a wording that judges', `${CLAIM}/wordings/1`, 'Mayor lied.', `${CLAIM}/wordings/1`, /“lied” judges/],
  ['an event’s name that judges', `${EVENT}/name`, 'Flood hoax', `${EVENT}/name`, /“hoax” judges/],
  ['a mention that judges', `${EVENT}/also/0`, 'fake flood', `${EVENT}/also/0`, /“fake” judges/],
  [
    'one aspect twice',
    '/questions/1/aspects/1/says',
    'the inspectors looked  at the northern span only.',
    '/questions/1/aspects/1/says',
    /already stands here/,
  ],
  ['a claim as an aspect', `${ASPECT}/says`, 'There are 40 cracks.', `${ASPECT}/says`, /already stands here/],
  [
    'a wording that is the claim',
    `${CLAIM}/wordings/0`,
    'There are at least 12 cracks.',
    `${CLAIM}/wordings/0`,
    /already stands here/,
  ],
  ['two events of one id', `${EVENT}/id`, 'night-inspection', `${EVENT}/id`, /“night-inspection” is already taken/],
  ['a mention twice in one event', `${EVENT}/also/1`, 'great flood', `${EVENT}/also/1`, /already stands here/],
];

/** Whatever has a window, has one that is in the calendar and does not end before it begins. */
function windowRows(at: string): Row[] {
  const [from, to] = ['2033-05-01', '2033-05-02'];
  return [
    [`a window from no day, ${at}`, at, { from: '2033-04-31', to }, `${at}/from`, /calendar/],
    [`a window to no day, ${at}`, at, { from, to: '2033-06-31' }, `${at}/to`, /calendar/],
    [`a window upside down, ${at}`, at, { from: to, to: from }, `${at}/to`, /is before .*\/from$/],
    [`a window that ends before its month, ${at}`, at, { from: '2033-05', to: '2033-04-30' }, `${at}/to`, /is before/],
  ];
}

describe('what a pack tells beyond its claims', () => {
  it('is empty where an older pack has none of it', () => {
    const pack = parsed(withAt(withAt(SAMPLE, '/questions/1/aspects', undefined), '/events', undefined));
    expect(pack.events).toEqual([]);
    expect(pack.questions[0]).toMatchObject({ when: null, aspects: [], claims: [{ when: null, wordings: [] }, {}] });
    expect(pack.questions[1]?.aspects).toEqual([]);
  });

  it('is kept', () => {
    const pack = parsed(withAt(SAMPLE, `${EVENT}/also`, undefined));
    expect(pack.questions[1]).toMatchObject({
      when: { from: '2033-05-02', to: '2033-05' },
      aspects: [
        { says: 'The inspectors looked at the northern span only.', when: null },
        { says: 'The older cracks were known for years.', when: { from: '2030', to: '2033-05-02' } },
      ],
    });
    expect(pack.questions[1]?.claims[0]).toMatchObject({
      when: { from: '2033-05-03', to: '2033-05-03' },
      wordings: ['A dozen fissures or more run through the steel.', 'Twelve is the least number of cracks.'],
    });
    const when = { from: '2029', to: '2029' };
    expect(pack.events[1]).toEqual({ id: 'great-flood', name: 'Great Flood', also: [], when, own: false });
  });

  it.each(VALID)('may have %s', (_what, at, put) => {
    expect(problemsOf(withAt(SAMPLE, at, put))).toEqual([]);
  });

  it.each(SHAPE)('is refused with %s', (_what, at, put, path, says) => {
    expect(problemsOf(withAt(SAMPLE, at, put))).toEqual([{ path, message: expect.stringMatching(says) as string }]);
  });

  it.each(MEANING)('is refused with %s', (_what, at, put, path, says) => {
    const found = problemsOf(withAt(SAMPLE, at, put));
    expect(found).toEqual([{ path, message: expect.stringMatching(says) as string }]);
  });
});
