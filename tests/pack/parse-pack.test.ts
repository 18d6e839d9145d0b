import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePack, parsePackText } from '@/lib/pack/parse-pack.ts';
import { samplePack, withAt } from './sample-pack.ts';
import { ROUNDS } from '@/tests/rounds.ts';

const SAMPLE = samplePack();
const problemsOf = (value: unknown) => {
  const result = parsePack(value);
  return result.kind === 'invalid' ? result.problems : [];
};

const CLAIM = '/questions/1/claims/0';
const ACCOUNT = '/questions/0/claims/0/accounts/0';
const FIGURE = `${CLAIM}/figures/0`;
const figure = { name: 'cracks', unit: 'cracks', of: 'the harbour bridge' };
const LOCATOR = { words: 'is not safe', hash: '0'.repeat(32) };
const lorem = (length: number) => 'x'.repeat(length);

/** What is done to the sample, where, what is put there (undefined: taken away), where the problem is, what it says. */
type Row = readonly [what: string, at: string, put: unknown, problem: string, says: RegExp];

const SHAPE: readonly Row[] = [
  ['another format', '/format', 'parallax-pack/2', '/format', /should be “parallax-pack\/1”/],
  ['no id', '/id', undefined, '', /lacks the field "id"/],
  ['an id with a capital', '/id', 'Bridge', '/id', /should be an id/],
  ['a version of two numbers', '/version', '1.0', '/version', /should be a version/],
  ['a number for a text', '/title', 7, '/title', /should be text/],
  ['an empty text', '/title', '', '/title', /not empty/],
  ['a text with a space at its end', '/title', 'Bridge ', '/title', /not empty/],
  ['null for a text', '/title', null, '/title', /should be text/],
  ['a field that the format does not know', '/author', 'Somebody', '/author', /not a field of this format/],
  ['a misspelt field, deep inside', `${ACCOUNT}/qoute`, 'x', `${ACCOUNT}/qoute`, /not a field of this format/],
  ['a date with a month 13', '/scope/from', '2033-13', '/scope/from', /should be a date/],
  ['a year as a number', '/scope/from', 2033, '/scope/from', /should be text/],
  ['no sources', '/sources', [], '/sources', /should not be empty/],
  ['text for a list', '/sources', 'herald', '/sources', /should be a list/],
  ['a claim without accounts', `${CLAIM}/accounts`, [], `${CLAIM}/accounts`, /should not be empty/],
  ['an account without locators', `${ACCOUNT}/locators`, [], `${ACCOUNT}/locators`, /should not be empty/],
  ['an unknown stance', `${ACCOUNT}/stance`, 'agrees', `${ACCOUNT}/stance`, /one of: asserts, reports, denies, doubts/],
  ['an unknown genre', '/sources/0/genre', 'blog', '/sources/0/genre', /one of: news/],
  ['an unknown kind of question', '/questions/0/kind', 'open', '/questions/0/kind', /one of: contested, reported/],
  ['an unknown qualifier', `${FIGURE}/qualifier`, 'exactly', `${FIGURE}/qualifier`, /one of: at least/],
  ['an address that runs code', '/sources/0/url', 'javascript:alert(1)', '/sources/0/url', /web address/],
  ['a language in words', '/sources/0/language', 'English', '/sources/0/language', /language tag/],
  ['a quote that is too long', `${ACCOUNT}/quote`, lorem(301), `${ACCOUNT}/quote`, /longer than 300/],
  ['a hash of another length', `${ACCOUNT}/locators/0/hash`, 'abc', `${ACCOUNT}/locators/0/hash`, /32 hexadecimal/],
  ['words that are a paragraph', `${ACCOUNT}/locators/0/words`, lorem(121), `${ACCOUNT}/locators/0/words`, /longer/],
  ['a figure without a value', FIGURE, figure, FIGURE, /either a value, or low and high/],
  ['a figure with all three', FIGURE, { ...figure, value: 1, low: 1, high: 2 }, FIGURE, /either a value, or low/],
  ['a figure with a value and low', FIGURE, { ...figure, value: 1, low: 1 }, FIGURE, /lacks the field "high"/],
  ['a value in words', `${FIGURE}/value`, 'twelve', `${FIGURE}/value`, /should be a number/],
  ['text for true or false', '/sources/0/dateCertain', 'yes', '/sources/0/dateCertain', /true or false/],
  ['too many spellings', '/names/0', Array.from({ length: 31 }, (_, n) => `N${n}`), '/names/0', /more than 30/],
];

const MEANING: readonly Row[] = [
  ['a day that no calendar has', '/date', '2033-02-30', '/date', /not in the calendar/],
  ['a scope that ends first', '/scope/to', '2033-04', '/scope/to', /before \/scope\/from/],
  [
    'a change on no day',
    '/changes',
    [{ version: '1.0.0', date: '2033-04-31', text: 'First.' }],
    '/changes/0/date',
    /calendar/,
  ],
  ['a spelling in two groups', '/names/1', ['Marrow', 'Lyndmouth'], '/names/1/1', /“Lyndmouth” already/],
  ['a spelling twice in one', '/names/0/1', 'Lindmouth', '/names/0/1', /“Lindmouth” already/],
  ['a title that judges', '/title', 'The bridge hoax', '/title', /“hoax” judges/],
  ['a summary that judges', '/summary', 'What the mainstream left out.', '/summary', /“mainstream” judges/],
  ['a question that judges', '/questions/0/asks', 'Who lied?', '/questions/0/asks', /“lied” judges/],
  ['a claim that judges', `${CLAIM}/says`, 'The report was debunked.', `${CLAIM}/says`, /“debunked” judges/],
  ['a role that judges', `${ACCOUNT}/role`, 'notorious critic', `${ACCOUNT}/role`, /“notorious” judges/],
  ['a note that judges', `${ACCOUNT}/note`, 'Admits it.', `${ACCOUNT}/note`, /“admits” judges/],
  ['a note on a source that judges', '/sources/1/note', 'A dubious paper.', '/sources/1/note', /“dubious” judges/],
  ['what a figure counts, judged', `${FIGURE}/of`, 'the so-called bridge', `${FIGURE}/of`, /“so-called” judges/],
  ['two sources of one id', '/sources/1/id', 'herald', '/sources/1/id', /“herald” is already taken/],
  ['two questions of one id', '/questions/1/id', 'q-why-closed', '/questions/1/id', /already taken/],
  ['two claims of one id', `${CLAIM}/id`, 'bridge-sound', `${CLAIM}/id`, /already taken/],
  [
    'two accounts of one id',
    `${CLAIM}/accounts/0/id`,
    'bridge-sound.herald',
    `${CLAIM}/accounts/0/id`,
    /already taken/,
  ],
  [
    'a parent that is missing',
    '/sources/1/derivesFrom',
    'times',
    '/sources/1/derivesFrom',
    /no source has the id “times”/,
  ],
  ['two parents', '/sources/1/reprintOf', 'report', '/sources/1/derivesFrom', /one parent/],
  ['a lineage that turns back', '/sources/0/derivesFrom', 'star', '/sources/0', /comes back to itself/],
  ['a source from itself', '/sources/0/derivesFrom', 'herald', '/sources/0', /comes back to itself/],
  [
    'a certain date that is not there',
    '/sources/1/dateCertain',
    true,
    '/sources/1/dateCertain',
    /no date to be certain of/,
  ],
  ['an uncertain date without reasons', '/sources/0/dateCertain', false, '/sources/0', /needs a dateNote/],
  [
    'a copy on no day',
    '/sources/0/republishedBy',
    [{ outlet: 'X', published: '2033-06-31' }],
    '/sources/0/republishedBy/0/published',
    /calendar/,
  ],
  ['an account of no source', `${ACCOUNT}/source`, 'times', `${ACCOUNT}/source`, /no source has the id “times”/],
  ['an account in what is only cited', `${ACCOUNT}/source`, 'report', `${ACCOUNT}/source`, /located in articles/],
  [
    'via a source that is missing',
    `${ACCOUNT}/viaSource`,
    'times',
    `${ACCOUNT}/viaSource`,
    /no source has the id “times”/,
  ],
  ['via its own source', `${ACCOUNT}/viaSource`, 'herald', `${ACCOUNT}/viaSource`, /the source itself/],
  ['said on no day', `${ACCOUNT}/said/date`, '2033-11-31', `${ACCOUNT}/said/date`, /calendar/],
  ['an event on no day', `${ACCOUNT}/event`, { date: '2033-11-31' }, `${ACCOUNT}/event/date`, /calendar/],
  ['a range upside down', FIGURE, { ...figure, low: 3, high: 2 }, `${FIGURE}/low`, /not below high/],
  ['a part above its whole', `${FIGURE}/outOf`, 11, `${FIGURE}/outOf`, /less than the part/],
  ['a figure on no day', `${FIGURE}/asOf`, '2033-02-29', `${FIGURE}/asOf`, /calendar/],
  ['a scope that judges', '/scope/what', 'A hoax.', '/scope/what', /“hoax” judges/],
  [
    'a change that judges',
    '/changes',
    [{ version: '1.0.0', date: '2033', text: 'A fake out.' }],
    '/changes/0/text',
    /“fake”/,
  ],
  ['a reason for a date that judges', '/sources/0/dateNote', 'A bogus one.', '/sources/0/dateNote', /“bogus” judges/],
  ['a figure’s name that judges', `${FIGURE}/name`, 'false cracks', `${FIGURE}/name`, /“false” judges/],
  ['a source of no day', '/sources/0/published', '2033-04-31', '/sources/0/published', /calendar/],
  ['a scope from no day', '/scope/from', '2033-04-31', '/scope/from', /calendar/],
  ['a scope to no day', '/scope/to', '2033-06-31', '/scope/to', /calendar/],
  ['one name in two units', `${FIGURE}/unit`, 'metres', `${CLAIM}/accounts/0/figures/0`, /one name, one thing/],
  [
    'one sentence twice',
    `${ACCOUNT}/locators`,
    [LOCATOR, { ...LOCATOR, words: 'safe for lorries' }],
    `${ACCOUNT}/locators/1`,
    /already points/,
  ],
  ['one name for two things', `${FIGURE}/of`, 'the old bridge', `${CLAIM}/accounts/0/figures/0`, /one name, one thing/],
];

describe('parsePack', () => {
  it('takes the sample whole, absent fields as null or an empty list', () => {
    const result = parsePack(SAMPLE);
    expect(result.kind === 'ok' && result.pack.questions.map(({ id }) => id)).toEqual(['q-why-closed', 'q-cracks']);
    expect(result.kind === 'ok' && result.pack.questions[0]?.claims[1]).toMatchObject({
      id: 'bridge-sound',
      figures: [],
      accounts: [{ via: null, viaSource: null, event: null, said: null, figures: [], note: null }],
    });
    expect(result.kind === 'ok' && result.pack.sources[1]).toMatchObject({
      published: null,
      dateCertain: false,
      republishedBy: [],
    });
  });

  it('keeps a date with the source’s words for it, and a figure with its qualifier', () => {
    const result = parsePack(SAMPLE);
    const [first, second] = result.kind === 'ok' ? result.pack.questions : [];
    expect(first?.claims[0]?.accounts[0]?.said).toEqual({ date: '2033-05-03', given: 'Tuesday' });
    expect(second?.claims[0]?.figures).toEqual([
      { ...figure, amount: { kind: 'value', value: 12 }, qualifier: 'at least', outOf: null, asOf: null },
    ]);
  });

  it('takes a range', () => {
    const result = parsePack(withAt(SAMPLE, FIGURE, { ...figure, low: 12, high: 14, outOf: 14 }));
    expect(result.kind === 'ok' && result.pack.questions[1]?.claims[0]?.figures[0]?.amount).toEqual({
      kind: 'range',
      low: 12,
      high: 14,
    });
  });

  it.each(SHAPE)('refuses %s', (_what, at, put, path, says) => {
    expect(problemsOf(withAt(SAMPLE, at, put))).toEqual([{ path, message: expect.stringMatching(says) as string }]);
  });

  it.each(MEANING)('refuses %s', (_what, at, put, path, says) => {
    const found = problemsOf(withAt(SAMPLE, at, put));
    expect(found).toContainEqual({ path, message: expect.stringMatching(says) as string });
  });

  it.each([
    ['admission to NATO', 'The admission to NATO was put off.'],
    ['a myth inside another word', 'Smythe and Mythen say so.'],
    ['truth as a subject', 'What is true of one bridge is true of all.'],
  ])('lets %s pass as neutral', (_what, says) => {
    expect(problemsOf(withAt(SAMPLE, `${CLAIM}/says`, says))).toEqual([]);
  });

  it('leaves a speaker’s quoted words and a source’s title alone', () => {
    const quoted = withAt(SAMPLE, `${ACCOUNT}/quote`, 'a hoax');
    expect(problemsOf(withAt(quoted, '/sources/0/title', 'The bridge hoax debunked'))).toEqual([]);
  });

  it('names every problem at once', () => {
    const broken = withAt(withAt(SAMPLE, '/title', ''), `${ACCOUNT}/stance`, 'agrees');
    expect(problemsOf(broken).map(({ path }) => path)).toEqual(['/title', `${ACCOUNT}/stance`]);
  });

  it('stops naming at a hundred', () => {
    const junk = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field-${n}`, n]));
    expect(problemsOf({ ...(SAMPLE as object), ...junk })).toHaveLength(100);
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a field that is undefined', { ...(SAMPLE as object), title: undefined }],
    ['a list', []],
    ['null', null],
    ['a field called __proto__', JSON.parse('{"__proto__": {"id": "x"}}') as unknown],
  ])('refuses %s as a value', (_what, value) => {
    expect(parsePack(value).kind).toBe('invalid');
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => parsePack(value).kind === 'invalid'));
  });

  it('never throws, whatever stands in one place of a valid pack', () => {
    const pointers = pointersInto(SAMPLE, '');
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.option(fc.jsonValue(), { nil: undefined }), (at, put) => {
        const result = parsePack(withAt(SAMPLE, at, put));
        return (
          result.kind === 'ok' || result.problems.every(({ path, message }) => /^(\/|$)/.test(path) && message !== '')
        );
      }),
      { numRuns: 500 * ROUNDS },
    );
  });
});

describe('parsePackText', () => {
  it('takes the JSON of a pack', () => {
    expect(parsePackText(JSON.stringify(SAMPLE)).kind).toBe('ok');
  });

  it('says that a text is not JSON', () => {
    expect(parsePackText('{"format":')).toMatchObject({
      kind: 'invalid',
      problems: [{ path: '', message: expect.stringMatching(/^not JSON/) as string }],
    });
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => parsePackText(text).kind === 'invalid'));
  });
});

function pointersInto(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [path];
  const inner = Object.entries(value).flatMap(([key, entry]) => pointersInto(entry, `${path}/${key}`));
  return path === '' ? inner : [path, ...inner];
}
