/** The library's worker over a real database: what it knows after the first visit, after the next, and as things change. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finder } from '@/lib/beside/finder-link.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { Note } from '@/lib/core/note.ts';
import { NO_FILTERS } from '@/lib/finder/filters.ts';
import type { NoteSearch } from '@/lib/finder/note-finder.ts';
import { unpackIds } from '@/lib/finder/packed-ids.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createEntrySource, type EntrySource } from '@/lib/storage/entry-source.ts';
import { watchChanges } from '@/lib/storage/library-changes.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { buildArticle, buildNote, idOf, keyOf } from '../finder/build-notes.ts';
import { finderInProcess } from './finder-in-process.ts';

const ALL: NoteSearch = { text: '', filters: NO_FILTERS, sort: 'newest', inBin: false };
let db: LibraryDb;
let library: Library;
let stop: () => void = () => undefined;

beforeEach(() => {
  db = openLibraryDb(`test-${Math.random()}`);
  library = createLibrary(db);
});
afterEach(async () => {
  stop();
  await db.delete();
});

function visit(source: EntrySource = createEntrySource(db)): Finder {
  const finder = finderInProcess(source, (changed) => (stop = watchChanges(db, changed)));
  // It starts with the first question.
  void finder.notes(ALL);
  return finder;
}

const found = async (finder: Finder, search: Partial<NoteSearch> = {}): Promise<NoteId[]> =>
  unpackIds((await finder.notes({ ...ALL, ...search })).ids);
const settles = (finder: Finder, search: Partial<NoteSearch>, ids: readonly NoteId[]) =>
  vi.waitFor(async () => expect(await found(finder, search)).toEqual(ids), { timeout: 5000 });

describe('the first visit', () => {
  it('takes up every note and says when it has', async () => {
    await db.notes.bulkPut([buildNote(1, { body: 'grain' }), buildNote(2), buildNote(3, { deleted: 5 })]);
    const finder = visit();
    const progress = vi.fn();
    finder.follow({ progress, changed: vi.fn(), failed: vi.fn() });
    await settles(finder, {}, [idOf(2), idOf(1)]);
    await settles(finder, { text: 'grain' }, [idOf(1)]);
    await settles(finder, { inBin: true }, [idOf(3)]);
    await vi.waitFor(() => expect(progress).toHaveBeenLastCalledWith({ done: 3, of: 3 }));
  });

  it('knows where notes were last found', async () => {
    await db.notes.bulkPut([buildNote(1), buildNote(2)]);
    await library.notes.anchored(idOf(1), { kind: 'orphan' });
    await settles(visit(), { filters: { ...NO_FILTERS, state: ['orphan'] } }, [idOf(1)]);
  });

  it('leaves out a damaged note and takes up the rest', async () => {
    await db.table('notes').bulkPut([{ ...buildNote(1), body: 7 }, buildNote(2)]);
    await settles(visit(), {}, [idOf(2)]);
  });

  it('tells when the library cannot be read', async () => {
    const failed = vi.fn();
    const source = { ...createEntrySource(db), revisions: () => Promise.reject(new Error('torn')) };
    visit(source).follow({ progress: vi.fn(), changed: vi.fn(), failed });
    await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('torn')));
  });
});

describe('while it is open', () => {
  it('follows notes that are written, changed, thrown away and deleted for good', async () => {
    await library.notes.put(buildNote(1));
    const finder = visit();
    await settles(finder, {}, [idOf(1)]);
    await library.notes.put(buildNote(2, { body: 'wheat' }));
    await settles(finder, { text: 'wheat' }, [idOf(2)]);
    await library.notes.change(idOf(2), { body: 'barley' });
    await settles(finder, { text: 'barley' }, [idOf(2)]);
    await settles(finder, { text: 'wheat' }, []);
    await library.notes.bin([idOf(1)], true);
    await settles(finder, {}, [idOf(2)]);
    await library.noteListing.emptyBin();
    await settles(finder, { inBin: true }, []);
  });

  it('follows where notes are found, and what is known of their article', async () => {
    await library.notes.put(buildNote(1));
    const finder = visit();
    await library.notes.anchored(idOf(1), { kind: 'changed', now: 'else' });
    await settles(finder, { filters: { ...NO_FILTERS, state: ['changed'] } }, [idOf(1)]);
    await library.articles.put(buildArticle('island.example/talks', { title: 'Zebra' }), []);
    await settles(finder, { text: 'zebra' }, [idOf(1)]);
    await library.articles.remove([keyOf('island.example/talks')]);
    await settles(finder, { text: 'zebra' }, []);
  });

  it('forgets everything with the library', async () => {
    await library.notes.put(buildNote(1));
    const finder = visit();
    await settles(finder, {}, [idOf(1)]);
    await library.wipe();
    await settles(finder, {}, []);
  });
});

describe('the next visit', () => {
  /** What the worker wrote down, as if it had had a quiet moment. */
  async function visitAndKeep(): Promise<void> {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    visit();
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(2000);
      expect(await db.entries.count()).toBeGreaterThan(0);
    });
    vi.useRealTimers();
    stop();
  }
  const spied = (): EntrySource & { readonly read: NoteId[] } => {
    const source = createEntrySource(db);
    const read: NoteId[] = [];
    async function* recording(portions: AsyncGenerator<readonly Note[]>) {
      for await (const notes of portions) {
        read.push(...notes.map(({ id }) => id));
        yield notes;
      }
    }
    return {
      ...source,
      read,
      notes: () => recording(source.notes()),
      notesById: (ids) => recording(source.notesById(ids)),
    };
  };

  it('reads only what has changed meanwhile, even with an older date', async () => {
    await db.notes.bulkPut(
      [1, 2, 3, 4, 5].map((number) => buildNote(number, { body: `word${number}`, modified: 100 })),
    );
    await visitAndKeep();
    await db.notes.put(buildNote(2, { body: 'other', modified: 50 }));
    await db.notes.delete(idOf(3));
    await db.notes.put(buildNote(6, { body: 'late', modified: 1 }));
    const source = spied();
    const finder = visit(source);
    await settles(finder, {}, [idOf(6), idOf(5), idOf(4), idOf(2), idOf(1)]);
    await settles(finder, { text: 'other' }, [idOf(2)]);
    expect(new Set(source.read)).toEqual(new Set([idOf(2), idOf(6)]));
  });

  it('makes anew what is damaged or of another format', async () => {
    await db.notes.bulkPut([buildNote(1), buildNote(2)]);
    await visitAndKeep();
    await db.table('entries').toCollection().modify({ notes: 'nonsense' });
    await settles(visit(), {}, [idOf(2), idOf(1)]);
  });
});

describe('articles', () => {
  it('are found by title at once, and by their texts as soon as those are read', async () => {
    await library.notes.put(buildNote(1));
    const visited = {
      url: 'https://island.example/talks',
      title: 'Ships',
      byline: null,
      outlet: null,
      published: null,
    };
    await library.articles.keep({
      ...visited,
      updated: null,
      language: null,
      keys: [keyOf('island.example/talks')],
      packs: [],
      marks: 0,
      text: 'The harbour fell silent.',
    });
    const finder = visit();
    const changed = vi.fn();
    finder.follow({ progress: vi.fn(), changed, failed: vi.fn() });
    await vi.waitFor(async () =>
      expect((await finder.articles('ships')).articles).toEqual([[keyOf('island.example/talks'), 1]]),
    );
    await vi.waitFor(async () =>
      expect(await finder.articles('silent')).toMatchObject({
        articles: [['island.example/talks', 1]],
        textsSearched: 1,
      }),
    );
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  });
});
