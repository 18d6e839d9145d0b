import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { createHypothesisWriter, readHypothesis } from '@/lib/exchange/hypothesis.ts';
import { isFields, isList } from '@/lib/exchange/kept-fields.ts';
import { hypothesisIdOf } from '@/lib/exchange/note-id.ts';
import { createW3cWriter } from '@/lib/exchange/w3c.ts';
import { arbitraryItems, arbitraryJson, arbitraryText, HOSTILE_TEXTS } from './arbitrary-note.ts';
import { complaintsIn, each, itemOf, notesIn, readFrom, written } from './pieces.ts';
import { noteWith } from './sample-note.ts';

const out = (items: readonly ExportItem[]) => written(createHypothesisWriter(items.length), items);
const read = (value: unknown) => readFrom(readHypothesis, JSON.stringify(value), 13);
const rowsOf = async (items: readonly ExportItem[]): Promise<readonly unknown[]> => {
  const file: unknown = JSON.parse(await out(items));
  return isFields(file) && isList(file.rows) ? file.rows : [];
};
const outAgain = async (file: unknown) => rowsOf((await read(file)).flatMap(itemOf));

const ROW = {
  id: '-uWM6LlvEeuXGEPFHrAbEw',
  created: '2021-05-20T15:06:52.483211+00:00',
  updated: '2021-05-21T02:06:52.483999+02:00',
  user: 'acct:ada@hypothes.is',
  uri: 'https://island.example/talks',
  text: 'Which talks?',
  tags: ['harbour', 'talks'],
  group: 'yEXxQaKJ',
  permissions: { read: ['group:yEXxQaKJ'], admin: ['acct:ada@hypothes.is'], update: [], delete: [] },
  target: [
    {
      source: 'https://island.example/talks',
      further: 1,
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 6, endContainer: '/p[1]', endOffset: 15 },
        { type: 'TextPositionSelector', start: 406, end: 415 },
        { type: 'TextQuoteSelector', exact: 'the talks', prefix: 'After ', suffix: ' ended' },
      ],
    },
  ],
  document: { title: ['Talks on the island'] },
  links: { html: 'https://hypothes.is/a/-uWM6LlvEeuXGEPFHrAbEw', incontext: 'https://hyp.is/-uWM6LlvEeuXGEPFHrAbEw' },
  user_info: { display_name: 'Ada' },
  flagged: false,
  hidden: false,
};
const ANSWER = {
  ...ROW,
  id: 'b2Fh_LlyEeuKrX_VTqfK5g',
  text: 'Those in the harbour.',
  references: ['AAAAAAAAAAAAAAAAAAAAAA', ROW.id],
  target: [{ source: ROW.uri }],
};
const PAGE_NOTE = { ...ROW, id: 'c2Fh_LlyEeuKrX_VTqfK5g', text: '', tags: [], target: [{ source: ROW.uri }] };

describe('our notes', () => {
  it('come in as they went out, and go out the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(), fc.integer({ min: 50, max: 500 }), async (items, length) => {
        const first = await out(items);
        const incoming = await readFrom(readHypothesis, first, length);
        expect(notesIn(incoming)).toEqual(items.map(({ note }) => note));
        const again = notesIn(incoming).map((note, at) => ({ note, article: items[at]?.article ?? null }));
        expect(await out(again)).toBe(first);
      }),
    );
  });

  it('go out the same where the library knows of the page what the file told', async () => {
    const items = [{ note: noteWith(), article: null }];
    const incoming = await read([...(await outAgain([ROW])), ...(await rowsOf(items))]);
    const first = await out(incoming.flatMap(itemOf));
    expect(await out((await readFrom(readHypothesis, first)).flatMap(itemOf))).toBe(first);
  });

  it.each(HOSTILE_TEXTS)('with %j everywhere', async (text) => {
    const passage = { exact: text, prefix: text, suffix: text, position: null, heading: text };
    const note = noteWith({ passage, body: text, tags: [text, text] });
    expect(notesIn(await readFrom(readHypothesis, await out([{ note, article: null }]), 7))).toEqual([note]);
  });

  it('look like rows of the API', async () => {
    const { id } = noteWith();
    const note = noteWith({ replyTo: id, flag: 'figure' });
    expect((await rowsOf([{ note, article: null }]))[0]).toMatchObject({
      id: hypothesisIdOf(id),
      created: '2023-11-14T22:13:20.000000+00:00',
      uri: 'https://island.example/talks',
      text: 'Which talks?',
      tags: ['harbour'],
      references: [hypothesisIdOf(id)],
      target: [{ source: note.url, selector: [{ type: 'TextQuoteSelector', exact: 'the talks' }] }],
      parallax: { own: true, flag: 'figure' },
    });
  });
});

describe('rows of Hypothesis', () => {
  it('say who, when, where and what', async () => {
    const incoming = await read({ total: 3, rows: [ROW, ANSWER, PAGE_NOTE] });
    const [note, answer, onPage] = notesIn(incoming);
    expect(complaintsIn(incoming)).toEqual([]);
    expect(incoming[0]).toMatchObject({ article: { url: ROW.uri, title: 'Talks on the island' } });
    expect(note).toMatchObject({
      url: ROW.uri,
      passage: { exact: 'the talks', prefix: 'After ', suffix: ' ended', position: null },
      body: 'Which talks?',
      tags: ['harbour', 'talks'],
      created: Date.UTC(2021, 4, 20, 15, 6, 52, 483),
      modified: Date.UTC(2021, 4, 21, 0, 6, 52, 483),
      imported: { format: 'hypothesis', id: ROW.id, author: 'Ada' },
    });
    expect(answer).toMatchObject({ replyTo: note?.id, passage: null });
    expect(onPage).toMatchObject({ passage: null, body: '', replyTo: null });
  });

  it('go out as they came', async () => {
    expect(await outAgain({ total: 3, rows: [ROW, ANSWER, PAGE_NOTE] })).toEqual([ROW, ANSWER, PAGE_NOTE]);
  });

  it('go out as they came, whatever is in them', async () => {
    const selectors = fc.array(fc.record({ type: fc.constantFrom('TextQuoteSelector', 'X'), exact: arbitraryJson }));
    const row = fc.record(
      {
        id: arbitraryText(30),
        uri: fc.webUrl(),
        text: arbitraryJson,
        tags: fc.oneof(fc.array(arbitraryText()), arbitraryJson),
        created: fc.oneof(fc.constant('2021-05-20T15:06:52.483211+00:00'), arbitraryJson),
        target: fc.oneof(fc.array(fc.record({ source: fc.webUrl(), selector: selectors })), arbitraryJson),
        document: arbitraryJson,
        references: fc.oneof(fc.array(arbitraryText()), arbitraryJson),
        user_info: arbitraryJson,
        further: arbitraryJson,
      },
      { requiredKeys: ['uri'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const named = rows.map((one, at) => ({ ...one, id: `${one.id ?? ''}${at}` }));
        expect(await outAgain(named)).toEqual(named);
      }),
    );
  });

  it('go out with what was changed here, and everything else', async () => {
    const [item] = (await read([ROW])).flatMap(itemOf);
    if (item === undefined) throw new Error('nothing came in');
    const passage = {
      exact: 'the new talks',
      prefix: '',
      suffix: '',
      position: { start: 1, end: 14 },
      heading: 'Talks',
    };
    const note = { ...item.note, body: 'Edited.', tags: [], passage, colour: 'sky', modified: 1e12 } as const;
    const rows = await rowsOf([{ ...item, note }]);
    expect(rows[0]).toMatchObject({ parallax: { colour: 'sky' } });
    expect({ ...Object(rows[0]), parallax: undefined }).toEqual({
      ...ROW,
      text: 'Edited.',
      tags: [],
      updated: '2001-09-09T01:46:40.000000+00:00',
      target: [
        {
          source: ROW.uri,
          further: 1,
          selector: [{ type: 'TextQuoteSelector', exact: 'the new talks', prefix: '', suffix: '' }],
        },
      ],
    });
    expect(notesIn(await read(rows))).toEqual([note]);
  });
});

describe('what is more than a note can hold', () => {
  const quoted = (quote: object, change = {}) => ({
    ...ROW,
    target: [{ source: ROW.uri, selector: [{ type: 'TextQuoteSelector', exact: 'x', ...quote }] }],
    ...change,
  });
  it('surroundings are cut where they are far away, never through a character', async () => {
    const row = quoted({ prefix: `${'👍'.repeat(600)}.`, suffix: `.${'👍'.repeat(600)}` });
    const [note] = notesIn(await read([row]));
    expect(note?.passage).toMatchObject({ prefix: `${'👍'.repeat(499)}.`, suffix: `.${'👍'.repeat(499)}` });
    expect(await outAgain([row])).toEqual([row]);
  });

  it('tags beyond the limits are kept and told', async () => {
    const row = quoted({}, { tags: [...Array.from({ length: 120 }, (_tag, at) => `t${at}`), 'x'.repeat(201)] });
    const incoming = await read([row]);
    expect(notesIn(incoming)[0]?.tags).toHaveLength(100);
    expect(complaintsIn(incoming)).toEqual(['[0].tags']);
    expect(await outAgain([row])).toEqual([row]);
  });

  it.each([
    ['a quote', quoted({ exact: 'x'.repeat(100_001) })],
    ['a text', quoted({}, { text: 'x'.repeat(1_000_001) })],
    ['a depth', quoted({}, { further: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown })],
  ])('%s beyond the limits leaves the note out, and is told', async (_name, row) => {
    expect(complaintsIn(await read([row, ROW]))).toEqual(['[0]']);
  });
});

describe('files', () => {
  it.each([
    ['a search', { total: 1, rows: [ROW] }, 1],
    ['a search with answers apart', { total: 1, rows: [ROW], replies: [ANSWER] }, 2],
    ['an empty search', { total: 0, rows: [] }, 0],
    [
      'the client’s export',
      { export_date: 'x', export_userid: 'y', client_version: '1', annotations: [ROW, ANSWER] },
      2,
    ],
    ['a list', [ROW], 1],
    ['a single row', ROW, 1],
  ])('%s', async (_name, file, count) => expect(notesIn(await read(file))).toHaveLength(count));

  it('the same note each time', async () =>
    expect(notesIn(await read([ROW]))).toEqual(notesIn(await read({ rows: [ROW] }))));

  it('what is no row is told with its place, and the rest comes in', async () => {
    const incoming = await read({ rows: [{ ...ROW, uri: 7, target: [] }, null, ROW] });
    expect(complaintsIn(incoming)).toEqual(['rows[0]', 'rows[1]']);
    expect(notesIn(incoming)).toHaveLength(1);
  });

  it('annotations of the W3C’s model are another format', async () => {
    const text = await written(createW3cWriter(1), [{ note: noteWith(), article: null }]);
    await expect(readFrom(readHypothesis, text)).rejects.toMatchObject({ kind: 'not-this-format' });
    await expect(read([{ '@context': 'x', type: 'Annotation', target: 'y' }])).rejects.toMatchObject({
      kind: 'not-this-format',
    });
  });

  it('a file that ends early is broken, and what came before it came in', async () => {
    const text = JSON.stringify({ total: 2, rows: [ROW, ANSWER] });
    const seen: unknown[] = [];
    const reading = async () => {
      for await (const one of readHypothesis(each([text.slice(0, -9)]))) seen.push(one);
    };
    await expect(reading()).rejects.toMatchObject({ kind: 'broken' });
    expect(seen).toHaveLength(1);
  });
});
