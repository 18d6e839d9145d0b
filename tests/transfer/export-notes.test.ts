import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { ArticleKey } from '@/lib/core/ids.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { EXPORT_FORMATS, type Exported, type ExportFormat } from '@/lib/core/transfer.ts';
import { exportNotes } from '@/lib/transfer/export-notes.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { job, madeLibrary, notesOf, putNotes, type Made } from './made-library.ts';
import { HARBOUR_KEY, sampleArticle } from './sample-article.ts';

let made: Made;
beforeEach(() => {
  made = madeLibrary();
});
afterEach(() => made.db.delete());

const out = async (format: ExportFormat, wanted = job()) => {
  const ids = (await notesOf(made.library)).map(({ id }) => id);
  return exportNotes(made.library, ids, format, wanted);
};
const fileIn = (exported: Exported<Blob>): Extract<Exported<Blob>, { kind: 'file' }> => {
  if (exported.kind !== 'file') throw new Error(exported.kind);
  return exported;
};
const textOf = async (format: ExportFormat) => fileIn(await out(format)).file.text();

describe('notes out', () => {
  it.each(EXPORT_FORMATS)('%s: a file with a name of its own, of every note', async (format) => {
    await putNotes(made.library, 5);
    const { name, file, entries } = fileIn(await out(format));
    expect(name).toMatch(/^parallax-[a-z]+\.[a-z]+$/);
    expect(file.size).toBeGreaterThan(50);
    expect(file.type).not.toBe('');
    expect(entries).toBe(5);
  });

  it('those of one article together, whichever of its addresses they were made at, with the article', async () => {
    const amp = 'amp.kiva-herald.example/2021/harbour-talks-resume' as ArticleKey;
    await made.library.articles.put(sampleArticle({ keys: [HARBOUR_KEY, amp] }), []);
    await made.library.notes.put(sampleNote(1));
    await made.library.notes.put(sampleNote(2, { article: 'b.example/between' as ArticleKey }));
    await made.library.notes.put(sampleNote(3, { article: amp }));
    const markdown = await textOf('markdown');
    expect(markdown.match(/^# .*/gm)).toHaveLength(2);
    expect(markdown.match(/^# \[Harbour talks resume\]/gm)).toHaveLength(1);
    expect((await textOf('w3c')).match(/"source":"[^"]*"/g)).toHaveLength(3);
  });

  it('of an article with many notes, the few that are wanted', async () => {
    await putNotes(made.library, 40);
    const ids = [sampleNote(2).id, sampleNote(39).id];
    const exported = await exportNotes(made.library, ids, 'hypothesis', job());
    const { rows } = JSON.parse(await fileIn(exported).file.text()) as { rows: unknown[] };
    expect(rows).toHaveLength(2);
  });

  it('a zip holds a file for each article', async () => {
    await putNotes(made.library, 4);
    const { file } = fileIn(await out('markdown-zip'));
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual([
      'other.example story.md',
      'www.kiva-herald.example 2021 harbour-talks-resume.md',
    ]);
    expect(Object.values(files).map((bytes) => strFromU8(bytes).match(/Who counted\?/g)?.length)).toEqual([2, 2]);
  });

  it('of nothing is an empty file of the format', async () => {
    expect(JSON.parse(await textOf('csl'))).toEqual([]);
    expect(JSON.parse(await textOf('hypothesis'))).toEqual({ total: 0, rows: [] });
  });

  it('says how far it is, to the end', async () => {
    await putNotes(made.library, 3);
    const onProgress = vi.fn();
    await out('csv', job(undefined, onProgress));
    expect(onProgress.mock.calls).toEqual([
      [0, 3],
      [3, 3],
    ]);
  });

  it('cancelled, leaves nothing', async () => {
    await putNotes(made.library, 3);
    const life = new AbortController();
    expect(
      await out(
        'csv',
        job(life.signal, () => life.abort()),
      ),
    ).toEqual({ kind: 'cancelled' });
  });

  it('of a library that cannot be read, says so', async () => {
    await putNotes(made.library, 1);
    const rows = () => Promise.reject(new LibraryError('unavailable', null));
    const broken = { ...made.library, noteOrder: { ...made.library.noteOrder, rows } };
    expect(await exportNotes(broken, [sampleNote().id], 'csv', job())).toEqual({ kind: 'failed', why: 'unreadable' });
  });
});
