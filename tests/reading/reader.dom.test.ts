import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark, PageState } from '@/lib/core/marks.ts';
import type { QuestionId } from '@/lib/core/ids.ts';
import type { Fingerprint } from '@/lib/matching/gate.ts';
import type { MatchAnswer, MatchAsk } from '@/lib/messages/protocol.ts';
import { createReader, type Ask, type Reader } from '@/lib/reading/reader.ts';
import { openPage } from '@/tests/article/open-page.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';

const LINES = Array.from(
  { length: 24 },
  (_, at) =>
    `In Port Ellery the harbour talks between dockers and shipowners went on over the cranes of pier ${at + 1}, and nobody signed.`,
);
const summary = { id: HARBOUR.id, title: HARBOUR.title, version: HARBOUR.version, date: HARBOUR.date };

const PRINT: Fingerprint = {
  pack: summary,
  terms: [
    { spellings: ['harbour'], weight: 1 },
    { spellings: ['port ellery'], weight: 1 },
  ],
  threshold: 0.5,
};

/** Of its own: the one that the test runner gives has been tampered with, which the reading of a page notices. */
const page = openPage('<!doctype html><html lang="en"><body></body></html>');

/** What is above this pier has been scrolled out of sight. jsdom has no layout of its own. */
let firstInSight = 0;
const view = page.defaultView;
if (view === null) throw new Error('a page without a window');
view.Range.prototype.getClientRects = function (this: Range) {
  const pier = Number(/pier (\d+)/.exec(this.startContainer.textContent ?? '')?.[1] ?? 0);
  return [{ bottom: pier >= firstInSight ? 10 : -10 }] as unknown as DOMRectList;
};

function build(lines: readonly string[]): void {
  page.title = 'Harbour talks';
  const article = page.createElement('article');
  article.append(Object.assign(page.createElement('h1'), { textContent: 'Harbour talks' }));
  for (const line of lines) article.append(Object.assign(page.createElement('p'), { textContent: line }));
  page.body.replaceChildren(article);
}

/** Marks every sentence on an odd pier. */
const isOdd = (text: string): boolean => Number(/pier (\d+)/.exec(text)?.[1] ?? 0) % 2 === 1;
const toMark = (text: string, sentence: number): Mark => ({
  match: {
    sentence,
    pack: HARBOUR.id,
    question: 'q-outcome' as QuestionId,
    claim: null,
    relation: 'on-question',
    accounts: [],
    score: 0.9,
    reasons: [],
    also: [],
  },
  kind: 'differ',
  text,
  asks: 'What came of it?',
  alsoAsks: [],
  accounts: 2,
  origins: 2,
});
const matchOdd = ({ article, which }: MatchAsk): Promise<MatchAnswer> =>
  Promise.resolve({
    marks: which.flatMap((at) => {
      const text = article.sentences[at]?.text ?? '';
      return isOdd(text) ? [toMark(text, at)] : [];
    }),
    hidden: [],
  });

let life: AbortController;
let seen: PageState[];
const match = vi.fn(matchOdd);
const prints = vi.fn(() => Promise.resolve([PRINT]));
let reader: Reader;

beforeEach(() => {
  life = new AbortController();
  seen = [];
  firstInSight = 0;
  match.mockReset().mockImplementation(matchOdd);
  prints.mockReset().mockImplementation(() => Promise.resolve([PRINT]));
  const ask: Ask = { fingerprints: prints, match };
  build(LINES);
  reader = createReader(
    { document: page, address: () => 'https://news.example/harbour' },
    ask,
    () => seen.push(reader.state()),
    life.signal,
  );
});
afterEach(() => life.abort());

const texts = () => reader.marks().map(({ mark }) => mark.text);

describe('a first reading', () => {
  it('marks in reading order, with ranges that hold the sentence', async () => {
    await reader.read();
    expect(texts()).toEqual(LINES.filter(isOdd));
    for (const { mark, ranges } of reader.marks()) expect(ranges.map(String).join('')).toBe(mark.text);
    expect(reader.state()).toMatchObject({
      kind: 'read',
      complete: true,
      packs: [summary],
      picked: null,
      article: { title: 'Harbour talks', url: 'https://news.example/harbour' },
    });
  });

  it('asks in pieces and shows each as it comes', async () => {
    build([
      ...LINES,
      ...LINES.map((line) => line.replace('signed', 'spoke')),
      ...LINES.map((line) => line.replace('signed', 'slept')),
    ]);
    await reader.read();
    expect(match.mock.calls.map(([{ which }]) => which.length)).toEqual([8, 24, expect.any(Number)]);
    const counts = seen.flatMap((state) => (state.kind === 'read' ? [state.marks.length] : []));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBeLessThan(counts.at(-1) ?? 0);
  });

  it('asks first for what the reader sees, then for what follows, then for what came before', async () => {
    build(Array.from({ length: 60 }, (_, at) => LINES[0]?.replace('pier 1,', `pier ${at + 1},`) ?? ''));
    firstInSight = 45;
    await reader.read();
    const asked = match.mock.calls.flatMap(([{ article, which }]) =>
      which.map((at) => article.sentences[at]?.text.match(/\d+/)?.[0]),
    );
    expect(asked.slice(0, 17)).toEqual([...Array.from({ length: 16 }, (_, at) => String(45 + at)), '44']);
    expect(asked.at(-1)).toBeUndefined();
    expect(reader.marks()).toHaveLength(30);
  });

  it('asks nothing about an article that no pack knows', async () => {
    build(
      LINES.map(
        () => 'A jar, some gravel and a little moss are all that a small garden under glass needs to thrive for years.',
      ),
    );
    await reader.read();
    expect(reader.state()).toMatchObject({ kind: 'no-story', packs: 1 });
    expect(match).not.toHaveBeenCalled();
  });

  it('says what is no article', async () => {
    page.body.replaceChildren('Hello.');
    await reader.read();
    expect(reader.state().kind).toBe('no-article');
    expect(prints).not.toHaveBeenCalled();
  });
});

describe('a second reading', () => {
  it('asks only for what is new, and keeps the marks of the rest', async () => {
    await reader.read();
    match.mockClear();
    build([...LINES, LINES[0]?.replace('pier 1,', 'pier 101,') ?? '']);
    await reader.read();
    expect(match.mock.calls.map(([{ which }]) => which)).toEqual([[25]]);
    expect(texts()).toHaveLength(13);
    expect(reader.marks().every(({ ranges }) => ranges.every((range) => range.startContainer.isConnected))).toBe(true);
  });

  it('asks for everything again when told to forget', async () => {
    await reader.read();
    match.mockClear();
    match.mockImplementation(() => Promise.resolve({ marks: [], hidden: [] }));
    await reader.reread();
    expect(match).toHaveBeenCalled();
    expect(texts()).toEqual([]);
  });

  it('overtakes the first, whose late answer changes nothing', async () => {
    let late: (answer: MatchAnswer) => void = () => undefined;
    match.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
    const first = reader.read();
    await vi.waitFor(() => expect(match).toHaveBeenCalledTimes(1));
    await reader.read();
    const settled = texts();
    late({ marks: [toMark('stale', 0)], hidden: [] });
    await first;
    expect(texts()).toEqual(settled);
  });

  it('lets go of the marks when the page has become another', async () => {
    await reader.read();
    page.body.replaceChildren('Nothing here.');
    await reader.read();
    expect(reader.marks()).toEqual([]);
    expect(reader.index()).toBeNull();
  });
});

describe('picking', () => {
  it('stays with the sentence when the page is read again', async () => {
    await reader.read();
    reader.pick(2);
    build([
      'A paragraph about the harbour of Port Ellery that was put in front of all others in the evening, by the editors.',
      ...LINES.slice(1),
    ]);
    await reader.read();
    expect(reader.marks()[reader.picked() ?? -1]?.mark.text).toBe(LINES[4]);
    reader.pick(null);
    expect(reader.picked()).toBeNull();
  });

  it('ends with the sentence', async () => {
    await reader.read();
    reader.pick(0);
    build(LINES.slice(2));
    await reader.read();
    expect(reader.picked()).toBeNull();
  });
});

describe('what the reader hid', () => {
  it('is kept apart', async () => {
    match.mockImplementation(async (ask) => {
      const { marks } = await matchOdd(ask);
      const isFirst = ({ text }: Mark): boolean => text === LINES[0];
      return { marks: marks.filter((mark) => !isFirst(mark)), hidden: marks.filter(isFirst) };
    });
    await reader.read();
    const state = reader.state();
    expect(state.kind === 'read' && state.hidden.map(({ text }) => text)).toEqual([LINES[0]]);
    expect(texts()).not.toContain(LINES[0]);
  });
});

describe('a failure', () => {
  it('is told when nothing was read before, and takes nothing away after', async () => {
    reader.fail('library');
    expect(reader.state()).toEqual({ kind: 'failed', why: 'library' });
    await reader.read();
    reader.fail('page');
    expect(reader.state().kind).toBe('read');
    expect(texts()).toHaveLength(12);
  });

  it('of the background is the caller’s to hear', async () => {
    match.mockRejectedValueOnce(new Error('library: full'));
    await expect(reader.read()).rejects.toThrow('library: full');
  });
});

it('does nothing more once it was stopped', async () => {
  const reading = reader.read();
  life.abort();
  await reading;
  expect(match).not.toHaveBeenCalled();
  expect(reader.marks()).toEqual([]);
});
