import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Note } from '@/lib/core/note.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { createHypothesisWriter } from '@/lib/exchange/hypothesis.ts';
import { createW3cWriter } from '@/lib/exchange/w3c.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { takeIn } from '@/lib/transfer/take-in.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { written } from '@/tests/exchange/pieces.ts';
import { fileOf, job, madeLibrary, notesOf, type Made } from './made-library.ts';
import { HARBOUR_KEY, sampleArticle } from './sample-article.ts';

let made: Made;
beforeEach(() => {
  made = madeLibrary();
});
afterEach(() => made.db.delete());

const items = (...notes: readonly Note[]): ExportItem[] => notes.map((note) => ({ note, article: null }));
const w3c = async (...notes: readonly Note[]) => fileOf(await written(createW3cWriter(notes.length), items(...notes)));
const hypothesis = async (...notes: readonly Note[]) =>
  fileOf(await written(createHypothesisWriter(notes.length), items(...notes)), 'h.json');
const many = (count: number): Note[] => Array.from({ length: count }, (_, at) => sampleNote(at + 1));
const notesTaken = async (...files: readonly File[]) => (await takeIn(made.library, files, job())).summary.notes;

describe('a file of notes', () => {
  it.each([
    ['W3C', w3c],
    ['Hypothesis', hypothesis],
  ])('of %s is recognised by what it holds, and comes in as it went out', async (_name, write) => {
    const file = await write(...many(3));
    expect(await takeIn(made.library, [file], job())).toMatchObject({
      ending: { kind: 'done' },
      summary: { notes: { added: 3, replaced: 0, kept: 0 }, notUnderstood: 0 },
    });
    expect(await notesOf(made.library)).toEqual(many(3));
  });

  it('twice, or twice in one go, gives no second note', async () => {
    const file = await w3c(...many(3));
    expect(await notesTaken(file, file)).toEqual({ added: 3, replaced: 0, kept: 3 });
    expect(await notesTaken(await w3c(sampleNote(1), sampleNote(1), sampleNote(4)))).toEqual({
      added: 1,
      replaced: 0,
      kept: 2,
    });
    expect(await notesOf(made.library)).toHaveLength(4);
  });

  it('replaces what is older here, and nothing that is newer', async () => {
    await made.library.notes.put(sampleNote(1, { modified: 5000, body: 'Newer here' }));
    await made.library.notes.put(sampleNote(2, { modified: 10, body: 'Older here' }));
    await made.library.notes.put(sampleNote(3, { deleted: 5000 }));
    expect(await notesTaken(await w3c(...many(3)))).toEqual({ added: 0, replaced: 1, kept: 2 });
    const bodies = (await notesOf(made.library)).map(({ body, deleted }) => [body, deleted]);
    expect(bodies).toEqual([
      ['Newer here', null],
      ['Who counted?', null],
      ['Who counted?', 5000],
    ]);
  });

  it('finds what is here, few or many beside it', async () => {
    await made.db.notes.bulkPut(many(50));
    const newer = (n: number) => sampleNote(n, { modified: 9000, body: `New ${n}` });
    expect(await notesTaken(await w3c(newer(50), newer(1), sampleNote(51)))).toEqual({
      added: 1,
      replaced: 2,
      kept: 0,
    });
    expect(await notesTaken(await w3c(newer(2), newer(3), sampleNote(4)))).toEqual({ added: 0, replaced: 2, kept: 1 });
    const bodies = (await notesOf(made.library)).map(({ body }) => body).filter((body) => body.startsWith('New'));
    expect(bodies).toEqual(['New 1', 'New 2', 'New 3', 'New 50']);
  });

  it('gives articles that it names a row where there is none', async () => {
    await takeIn(made.library, [await w3c(sampleNote(1, { created: 77 }))], job());
    expect(await made.library.articles.get(HARBOUR_KEY)).toMatchObject({
      keys: [HARBOUR_KEY],
      firstRead: 77,
      marks: 0,
    });
    await made.library.articles.put(sampleArticle({ title: 'As read' }), []);
    await takeIn(made.library, [await w3c(sampleNote(2))], job());
    expect((await made.library.articles.get(HARBOUR_KEY))?.title).toBe('As read');
    expect(await made.library.articles.count()).toBe(1);
  });

  it('tells what was not understood: all counted, the first hundred with where and why', async () => {
    const broken = Array.from({ length: 150 }, () => '{"uri":7}').join(',');
    const rows = `{"total":151,"rows":[${broken},{"id":"a","uri":"https://a.example/","text":"Whole"}]}`;
    const { ending, summary } = await takeIn(made.library, [fileOf(rows)], job());
    expect(ending).toEqual({ kind: 'done' });
    expect(summary.notUnderstood).toBe(150);
    expect(summary.complaints).toHaveLength(100);
    expect(summary.complaints[0]).toEqual({ where: 'rows[0]', why: expect.stringContaining('uri') as unknown });
    expect(summary.notes.added).toBe(1);
  });

  it('of several, each is named', async () => {
    const bad = fileOf('{"rows":[{"uri":7},{"id":"b","uri":"https://a.example/"}]}', 'bad.json');
    const { summary } = await takeIn(made.library, [await w3c(sampleNote(1)), bad], job());
    expect(summary.complaints[0]?.where).toBe('bad.json: rows[0]');
  });

  it.each([
    ['no format that is read', 'title,url\n', 'unknown'],
    ['an image', '\u0089PNG', 'unknown'],
    ['cut off', '{"@context":"x","type":"AnnotationCollection","first":{"items":[{"id"', 'broken'],
    ['of a newer version', '{"format":"parallax-backup","version":99,"rows":[]}', 'newer'],
  ])('%s ends so', async (_name, text, kind) => {
    expect((await takeIn(made.library, [fileOf(text)], job())).ending).toEqual({ kind, file: 'notes.json' });
  });
});

describe('stopped half-way', () => {
  it('cancelled: what is in stays, and is told', async () => {
    const life = new AbortController();
    const takeNotes = made.library.takingIn.notes;
    const notes: typeof takeNotes = (...batch) => {
      life.abort();
      return takeNotes(...batch);
    };
    const library = { ...made.library, takingIn: { ...made.library.takingIn, notes } };
    const { ending, summary } = await takeIn(library, [await w3c(...many(1200))], job(life.signal));
    expect(ending).toEqual({ kind: 'cancelled' });
    expect(summary.notes.added).toBe(1000);
    expect(await notesOf(made.library)).toHaveLength(1000);
  });

  it('a full disk: the batch that found no room has changed nothing, the one before is in', async () => {
    const full = new LibraryError('full', null);
    const takeNotes = made.library.takingIn.notes;
    let batches = 0;
    const notes: typeof takeNotes = (...batch) => (++batches > 1 ? Promise.reject(full) : takeNotes(...batch));
    const library = { ...made.library, takingIn: { ...made.library.takingIn, notes } };
    const { ending, summary } = await takeIn(library, [await w3c(...many(1200))], job());
    expect(ending).toEqual({ kind: 'full' });
    expect(summary.notes).toEqual({ added: 1000, replaced: 0, kept: 0 });
    expect(await notesOf(made.library)).toHaveLength(1000);
  });

  it('a batch is all or nothing: notes and the articles they name', async () => {
    const spy = vi
      .spyOn(Object.getPrototypeOf(made.db.notes) as { bulkPut: () => Promise<void> }, 'bulkPut')
      .mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
    const { ending, summary } = await takeIn(made.library, [await w3c(sampleNote(1))], job());
    spy.mockRestore();
    expect(ending).toEqual({ kind: 'full' });
    expect(summary.notes.added).toBe(0);
    expect(await made.library.articles.count()).toBe(0);
  });

  it('says how far it is in bytes, to the end', async () => {
    const file = await w3c(...many(2));
    const onProgress = vi.fn();
    await takeIn(made.library, [file], job(undefined, onProgress));
    expect(onProgress.mock.lastCall).toEqual([2 * file.size, 2 * file.size]);
  });
});
