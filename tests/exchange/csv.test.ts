import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '@/lib/exchange/csv-cell.ts';
import { notesToCsv } from '@/lib/exchange/csv.ts';
import { notesToReadwise } from '@/lib/exchange/readwise.ts';
import { arbitraryItems, arbitraryText } from './arbitrary-note.ts';
import { readCsv, readTable } from './csv-reader.ts';
import { written } from './pieces.ts';
import { SAVED, madeNote } from './sample-report.ts';

const read = (cell: string): string => readCsv(`${cell}\r\n`)[0]?.[0] ?? '';
const withoutGuards = (text: string): string => text.replaceAll("'", '');

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a, "b"\r\nc', 'a, "b"\r\nc'],
    ['1 - 1 = 0', '1 - 1 = 0'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['\u00A0\u200B\uFEFF=1', "'\u00A0\u200B\uFEFF=1"],
    ['\u0001=1', "'\u0001=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠A', "'＠A"],
    ['"=1', '\'"=1'],
    // Where a program parts cells by semicolons or tabs, or rows in the middle of a quoted cell.
    ['a;=1', "a;'=1"],
    ['a;" =1', 'a;\'" =1'],
    ['a\t=1', "a\t'=1"],
    ['a\n- b\n- c', "a\n'- b\n'- c"],
    ['nul\0', 'nul\uFFFD'],
  ])('%j', (text, expected) => expect(read(csvCell(text))).toBe(expected));

  it('holds its words, whatever they are, and no formula', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryText(),
          fc.string({ unit: fc.constantFrom('=', '-', '＝', ';', '\t', '\n', '\r', ' ', '"', ',', "'", 'a') }),
        ),
        (text) => {
          const cell = read(csvCell(text));
          expect(withoutGuards(cell)).toBe(withoutGuards(text.replaceAll('\0', '\uFFFD')));
          expect(cell).not.toMatch(/(?:^|[;\t\r\n])[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]/u);
          expect(cell).not.toMatch(/^[\t\r]/);
        },
      ),
    );
  });
  it('takes as long as it is long', () => {
    expect(csvCell('\n;'.repeat(500_000))).toHaveLength(1_000_002);
    expect(csvCell(`;${'\uFEFF'.repeat(100_000)}x`)).toHaveLength(100_004);
  });
});

describe('the table of notes', () => {
  it('is UTF-8 with a mark, every row as long as the first, every text in its column', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(), async (items) => {
        const text = await written(notesToCsv, items);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const [header = [], ...rows] = readCsv(text.slice(1));
        expect(rows.map((row) => row.length)).toEqual(items.map(() => header.length));
        const table = readTable(text.slice(1));
        const same = (cell = '', value: string | null | undefined = '') =>
          expect(withoutGuards(cell)).toBe(withoutGuards((value ?? '').replaceAll('\0', '\uFFFD')));
        items.forEach(({ note, article }, at) => {
          const row = table[at];
          same(row?.['note'], note.body);
          same(row?.['passage'], note.passage?.exact);
          same(row?.['tags'], note.tags.join('\n'));
          same(row?.['claim'], note.evidence?.says);
          same(row?.['article_title'], article?.title);
        });
      }),
    );
  });

  it('has a column for every field of a note and of its article', async () => {
    const [header = []] = readCsv((await written(notesToCsv, [])).slice(1));
    const columns = header.join(' ').replaceAll('_', '').replace('colour', 'colour').toLowerCase();
    const fields = Object.keys(madeNote(null)).filter(
      (name) => name !== 'body' && name !== 'evidence' && name !== 'url',
    );
    const named = [...fields, ...Object.keys(SAVED).filter((name) => name !== 'url' && name !== 'key')];
    expect(named.filter((name) => !columns.includes(name.toLowerCase().replace('text', 'texthash')))).toEqual([]);
  });

  it('gives dates as every program reads them, and numbers as numbers', async () => {
    const passage = { exact: 'x', prefix: '', suffix: '', position: { start: 3, end: 4 }, heading: null };
    const [row] = readTable(
      (await written(notesToCsv, [{ note: madeNote('x', { passage }), article: SAVED }])).slice(1),
    );
    expect(row).toMatchObject({
      created: '2021-03-04T12:00:00.000Z',
      start: '3',
      end: '4',
      deleted: '',
      article_marks: '4',
    });
  });
});

describe('for Readwise', () => {
  const rowsOf = async (...notes: ReturnType<typeof madeNote>[]) =>
    readTable(
      await written(
        notesToReadwise,
        notes.map((note) => ({ note, article: SAVED })),
      ),
    );

  it('has the columns it documents, dates in UTC, tags as words with a dot', async () => {
    const note = madeNote('the words', { body: 'Who says?', tags: ['to check', '#budget!'], flag: 'source' });
    expect(await rowsOf(note)).toEqual([
      {
        Highlight: 'the words',
        Title: SAVED.title,
        Author: 'Lena Ortiz and Paul Weir',
        URL: SAVED.url,
        Note: '.flag-source .to-check .budget\nWho says?',
        Location: '',
        Date: '2021-03-04 12:00:00',
      },
    ]);
  });
  it('tags that are commands there stay tags', async () => {
    const [row] = await rowsOf(madeNote('x', { tags: ['h1', 'C2', '…', 'h1a'] }));
    expect(row?.['Note']).toBe('.h1- .C2- .h1a');
  });
  it('what has no passage is its own highlight; what is in the bin stays there', async () => {
    const rows = await rowsOf(madeNote(null, { body: 'On all of it' }), madeNote(null), madeNote('x', { deleted: 1 }));
    expect(rows.map((row) => row['Highlight'])).toEqual(['On all of it', SAVED.title]);
  });
});
