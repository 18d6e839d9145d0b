import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/core/note.ts';
import { parseNote } from '@/lib/core/parse-note.ts';
import { checkBackup, readBackup, writeBackup, type BackupRow } from '@/lib/exchange/backup.ts';
import { vectorFromJson, vectorToJson } from '@/lib/exchange/backup-vector.ts';
import { arbitraryJson, arbitraryNote, arbitraryText } from './arbitrary-note.ts';
import { all, each, inPieces } from './pieces.ts';

const backupOf = async (rows: readonly BackupRow[]) => (await all(writeBackup(each(rows)))).join('');
const restored = (text: string, length?: number) => all(readBackup(inPieces(text, length)));
const kindOf = (text: string) =>
  checkBackup(inPieces(text)).then(
    () => 'whole',
    (cause: unknown) => (cause instanceof Error && 'kind' in cause ? cause.kind : 'bug'),
  );

const SECTIONS = ['notes', 'articles', 'settings', 'of a newer version', '__proto__', '7'];
const arbitraryRows: fc.Arbitrary<BackupRow[]> = fc.array(
  fc.record({ section: fc.constantFrom(...SECTIONS), row: fc.oneof(arbitraryJson, arbitraryNote) }),
  { maxLength: 8 },
);
/** The same value with every record's keys in the opposite order. */
const turned = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]: [string, Json]) => [key, turned(one)]),
  );
};

describe('backup, wipe, restore, backup', () => {
  it('the rows are equal, whatever they are, and the file is the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, fc.integer({ min: 20, max: 500 }), async (rows, length) => {
        const text = await backupOf(rows);
        const back = await restored(text, length);
        expect(back).toEqual(rows);
        expect(await backupOf(back)).toBe(text);
        expect(await backupOf(back.map(({ section, row }) => ({ section, row: turned(row) })))).toBe(text);
      }),
    );
  });

  it('cut at every place', async () => {
    const text = await backupOf([{ section: 'notes', row: { 'é"\\': ['👍', '\uD800', null, 1e-7, '\u2028'] } }]);
    for (let length = 1; length < 20; length += 1) expect(await backupOf(await restored(text, length))).toBe(text);
  });

  it('notes are notes again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNote, async (note) => {
        const [back] = await restored(await backupOf([{ section: 'notes', row: note }]));
        expect(parseNote(back?.row)).toEqual(note);
      }),
    );
  });

  it('vectors are the same to the last bit', () => {
    const vector = fc.record({
      model: arbitraryText(),
      scale: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((scale) => !Object.is(scale, -0)),
      values: fc.int8Array(),
    });
    fc.assert(
      fc.property(vector, (one) => {
        const back: unknown = JSON.parse(JSON.stringify(vectorToJson(one)));
        expect(vectorFromJson(back, 'vector')).toEqual(one);
      }),
    );
    expect(() => vectorFromJson({ model: 'm', scale: 1, values: [128] }, 'vector')).toThrow('vector.values[0]');
  });

  it('is one row a line, with nothing that tells when it was made', async () => {
    const text = await backupOf([
      { section: 'notes', row: { id: 'b', body: '' } },
      { section: 'settings', row: { key: 'theme' } },
    ]);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '{"format":"parallax-backup","version":1,"rows":[',
      '{"section":"notes","row":{"body":"","id":"b"}},',
      '{"section":"settings","row":{"key":"theme"}}',
      expect.stringMatching(/^\],"counts":\{"notes":1,"settings":1\},"sha256":"[\da-f]{64}"\}$/),
    ]);
    expect(Object.fromEntries(await checkBackup(inPieces(text)))).toEqual({ notes: 1, settings: 1 });
  });
});

describe('what cannot be restored whole is told before anything is changed', () => {
  const rows: BackupRow[] = [
    { section: 'notes', row: { id: 1 } },
    { section: 'notes', row: { id: 2 } },
  ];
  it('every beginning of it is broken', async () => {
    const text = (await backupOf(rows)).trimEnd();
    const kinds = await Promise.all(Array.from({ length: text.length }, (_char, end) => kindOf(text.slice(0, end))));
    expect(new Set(kinds)).toEqual(new Set(['broken']));
    expect(await kindOf(text)).toBe('whole');
  });

  it.each([
    ['a value is another', (text: string) => text.replace('"id":1', '"id":7'), 'broken'],
    ['a row is missing', (text: string) => text.replace(/\{"section":"notes","row":\{"id":1\}\},/, ''), 'broken'],
    ['rows are in another order', (text: string) => text.replace(/"id":1(.*)"id":2/s, '"id":2$1"id":1'), 'broken'],
    ['a row is none', (text: string) => text.replace('"row":{"id":1}', '"line":{"id":1}'), 'broken'],
    ['its counts are others', (text: string) => text.replace('{"notes":2}', '{"notes":3}'), 'broken'],
    ['its digest is another', (text: string) => text.replace(/"sha256":".../, '"sha256":"xyz'), 'broken'],
    ['another version', (text: string) => text.replace('"version":1', '"version":2'), 'newer'],
    ['another format', (text: string) => text.replace('parallax-backup', 'other'), 'not-this-format'],
    ['no JSON', () => 'PK\u0003\u0004', 'not-this-format'],
    ['of another program', () => '{"total":0,"rows":[]}', 'not-this-format'],
    ['a list', () => '[]', 'not-this-format'],
  ])('%s', async (_name, damage, kind) => expect(await kindOf(damage(await backupOf(rows)))).toBe(kind));
});
