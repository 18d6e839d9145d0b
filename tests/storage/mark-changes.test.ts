import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleKey, ClaimId, NoteId, PackId, QuestionId, TextHash } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { leaveUnmarked } from '@/lib/storage/mark-changes.ts';
import { readPackRows } from '@/lib/storage/pack-rows.ts';
import { MARKING, type ChangeRow } from '@/lib/storage/sync-rows.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';

const KEY = 'a.example/story' as ArticleKey;
const HASH = 'a'.repeat(64) as TextHash;
const ARTICLE: SavedArticle = {
  ...{ key: KEY, url: 'https://a.example/story', keys: [KEY], title: 'A story', byline: null, outlet: null },
  ...{ published: null, updated: null, language: 'en', firstRead: 1, lastRead: 1, packs: [], marks: 0, text: null },
};
const TEXT = { article: KEY, hash: HASH, text: 'Words.', first: 1, last: 1 };
const VISIT = { ...ARTICLE, keys: [KEY] as const, text: 'Other words.' };
const ANSWERED = { pack: 'p' as PackId, question: 'q' as QuestionId, sentence: 's' as SentenceHash };
const ANSWER = { ...ANSWERED, verdict: 'no' as const, claim: null as ClaimId | null, vector: null };
const note = sampleNote(1);
const NOTE = `notes/${note.id}`;
const PACK = `packs/${HARBOUR.id}`;
const SAID = 'feedback/["p","q","s"]';

let db: LibraryDb;
let library: Library;
beforeEach(async () => {
  db = openLibraryDb(`marks-${Math.random()}`);
  library = createLibrary(db);
  await db.changes.put({ at: MARKING, kind: 'on' });
});
afterEach(() => db.delete());

const marks = async (): Promise<ChangeRow[]> => db.changes.where(':id').above(MARKING).toArray();
const marked = async (): Promise<string[]> => {
  const found = (await marks()).flatMap((row) =>
    row.kind === 'ids' ? row.ids : row.kind === 'all' ? `${row.of}/*` : [],
  );
  return [...new Set(found)].sort();
};
const textOf = async (): Promise<string[]> =>
  (await db.texts.toArray()).map(({ article, hash }) => `texts/${hash}/${article}`);

type Deed = readonly [before: () => Promise<unknown>, deed: () => Promise<unknown>, marks: () => unknown];
const nothing = () => Promise.resolve();
const put = () => library.notes.put(note);
const says = () => library.feedback.say(ANSWER);
const packIn = () => library.packs.put(HARBOUR, 'reader');

/** Every method of every store that writes, and what it marks. */
const WRITES: Readonly<Record<string, Deed>> = {
  'notes.put': [nothing, put, () => [NOTE]],
  'notes.change': [put, () => library.notes.change(note.id, { body: 'x' }), () => [NOTE]],
  'notes.bin': [put, () => library.notes.bin([note.id], true), () => [NOTE]],
  'notes.emptyBin': [
    () => library.notes.put(sampleNote(1, { deleted: 5 })),
    () => library.notes.emptyBin(10),
    () => [NOTE],
  ],
  'noteListing.changeMany': [
    put,
    () => library.noteListing.changeMany([note.id], () => ({ colour: 'sky' })),
    () => [NOTE],
  ],
  'noteListing.emptyBin': [
    () => library.notes.put(sampleNote(1, { deleted: 5 })),
    () => library.noteListing.emptyBin(),
    () => [NOTE],
  ],
  'notes.anchored': [put, () => library.notes.anchored(note.id, { kind: 'found' }), () => []],
  'drafts.keep': [nothing, () => library.drafts.keep(KEY, note), () => []],
  'drafts.drop': [nothing, () => library.drafts.drop(note.id), () => []],
  'meanings.put': [
    nothing,
    () =>
      library.meanings.put(
        { pack: HARBOUR.id, model: 'm', digest: 'd' },
        { dimensions: 1, count: 0, values: new Int8Array(), scales: new Float32Array() },
      ),
    () => [],
  ],
  'articles.keep': [nothing, () => library.articles.keep(VISIT), async () => [`articles/${KEY}`, ...(await textOf())]],
  'articles.put': [
    nothing,
    () => library.articles.put(ARTICLE, [TEXT]),
    async () => [`articles/${KEY}`, ...(await textOf())],
  ],
  'articles.remove': [
    () => library.articles.put(ARTICLE, [TEXT]),
    () => library.articles.remove([KEY]),
    () => [`articles/${KEY}`, `texts/${HASH}/${KEY}`],
  ],
  'feedback.say': [nothing, says, () => [SAID]],
  'feedback.takeBack': [says, () => library.feedback.takeBack(ANSWERED), () => [SAID]],
  'feedback.remember': [
    says,
    () => library.feedback.remember(ANSWERED, { model: 'm', values: new Int8Array(1), scale: 1 }),
    () => [SAID],
  ],
  'feedback.clear': [says, () => library.feedback.clear(), () => ['feedback/*']],
  'settings.set': [nothing, () => library.settings.set({ theme: 'dark' }), () => ['settings/theme']],
  'packs.put': [nothing, packIn, () => [PACK]],
  'packs.switch': [packIn, () => library.packs.switch(HARBOUR.id, false), () => [PACK]],
  'packs.remove': [packIn, () => library.packs.remove(HARBOUR.id), () => [PACK]],
  'takingIn.notes': [
    nothing,
    () => library.takingIn.notes([sampleNote(1, { text: HASH })], [ARTICLE], (_before, next) => next),
    () => [`articles/${KEY}`, NOTE, `texts/${HASH}/${note.article}`],
  ],
  'takingIn.rows': [
    nothing,
    () => library.takingIn.rows('settings', [{ key: 'level', value: 'few' }], (_before, next) => next),
    () => ['settings/level'],
  ],
  'takingIn.pack': [
    packIn,
    async () => {
      const [rows] = await readPackRows(db, HARBOUR.id);
      if (rows !== undefined) await library.takingIn.pack(rows, (_before, next) => next);
    },
    () => [PACK],
  ],
  wipe: [put, () => library.wipe(), () => []],
};
const READS = [
  ...['packs.list', 'packs.watch', 'packs.get', 'packs.active', 'feedback.all', 'settings.get', 'settings.watch'],
  ...['meanings.get', 'notes.get', 'notes.count', 'notes.on', 'notes.each', 'notes.anchorsOf', 'drafts.on'],
  ...['articles.allKeys', 'articles.get', 'articles.getAll', 'articles.count', 'articles.texts'],
  ...['ownRows.each', 'ownRows.count', 'ownRows.isEmpty', 'noteOrder.byArticle', 'noteOrder.rows'],
  ...['newest', 'count', 'rows', 'watch'].map((name) => `noteListing.${name}`),
  ...['recent', 'count', 'rows', 'watch'].map((name) => `articleListing.${name}`),
];

describe('what is written is marked', () => {
  it.each(Object.entries(WRITES))('%s', async (_name, [before, deed, marksOf]) => {
    await before();
    await db.changes.where(':id').above(MARKING).delete();
    await deed();
    expect(await marked()).toEqual(await marksOf());
  });

  it('by every method there is', () => {
    const methods = Object.entries(library).flatMap(([store, of]) =>
      typeof of === 'function' ? [store] : Object.keys(of).map((name) => `${store}.${name}`),
    );
    expect(methods.sort()).toEqual([...Object.keys(WRITES), ...READS].sort());
  });
});

describe('a mark', () => {
  it('is not made where nothing is synced', async () => {
    await db.changes.delete(MARKING);
    for (const [before, deed] of Object.values(WRITES)) {
      await before();
      await deed();
    }
    expect(await marks()).toEqual([]);
  });

  it('is made in the transaction that writes: if that fails, neither is there', async () => {
    const failing = db.transaction('rw', db.notes, async () => {
      await db.notes.put(note);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([await db.notes.count(), await marks()]).toEqual([0, []]);
  });

  it('of more rows than can be named at once is one of the whole table', async () => {
    const many = Array.from({ length: 5001 }, (_, n) => sampleNote(n));
    await db.notes.bulkPut(many);
    expect(await marked()).toEqual(['notes/*', 'texts/*']);
    await db.notes.bulkDelete(many.map(({ id }) => id));
    expect((await marks()).map((row) => row.kind === 'all' && row.gone)).toEqual([false, false, false, true]);
  });

  it('of a range is of the whole table, of one row by its key is not', async () => {
    await db.notes.put(note);
    await db.changes.where(':id').above(MARKING).delete();
    await db.notes.delete('0' as NoteId);
    await db.notes.where('id').equals(note.id).delete();
    expect(await marked()).toEqual(['notes/0', NOTE]);
    await db.notes.where('id').above('0').delete();
    expect(await marked()).toEqual(['notes/*', 'notes/0', NOTE]);
  });

  it('is not made of what sync itself writes', async () => {
    await db.transaction('rw', db.notes, async () => {
      leaveUnmarked();
      await db.notes.put(note);
    });
    expect(await marks()).toEqual([]);
    await db.notes.put(note);
    expect(await marked()).toEqual([NOTE]);
  });

  it('is made of rows that are changed where they lie', async () => {
    await db.notes.put(note);
    await db.changes.where(':id').above(MARKING).delete();
    await db.notes.toCollection().modify({ colour: 'blue' });
    expect(await marked()).toEqual([NOTE]);
  });
});

it('nothing is left of marks, keys and records by a wipe', async () => {
  await library.notes.put(note);
  await db.table('syncSelf').put({ key: 'self' });
  await library.wipe();
  await library.notes.put(note);
  expect(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()]))).toEqual(
    db.tables.map(({ name }) => [name, name === 'notes' ? 1 : 0]),
  );
});
