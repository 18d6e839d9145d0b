import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { ArticleKey, PackId } from '@/lib/core/ids.ts';
import { createArticleStore, type ArticleStore, type Visit } from '@/lib/storage/article-store.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { textHashOf } from '@/lib/text/text-hash.ts';
import { HARBOUR_URL, sampleNote } from '@/tests/core/sample-note.ts';

const KEY = articleKeyOf(HARBOUR_URL);
const SHORT = articleKeyOf('https://kiva.example/s/1234567');
const visit = (change: Partial<Visit> = {}): Visit => ({
  keys: [KEY],
  url: HARBOUR_URL,
  title: 'Harbour talks resume',
  byline: null,
  outlet: 'Kiva Herald',
  published: null,
  updated: null,
  language: 'en',
  packs: ['harbour' as PackId],
  marks: 3,
  text: 'The talks resumed.',
  ...change,
});

let db: LibraryDb;
let clock = 100;
let articles: ArticleStore;
beforeEach(() => {
  clock = 100;
  db = openLibraryDb(`articles-${Math.random()}`);
  articles = createArticleStore(db, () => clock);
});
afterEach(() => db.delete());

describe('an article that is met', () => {
  it('is kept with its text', async () => {
    const hash = textHashOf('The talks resumed.');
    expect(await articles.keep(visit())).toEqual({ key: KEY, text: hash });
    expect(await articles.get(KEY)).toMatchObject({
      title: 'Harbour talks resume',
      firstRead: 100,
      lastRead: 100,
      text: hash,
    });
    expect(await articles.texts(KEY)).toEqual([
      { article: KEY, hash, text: 'The talks resumed.', first: 100, last: 100 },
    ]);
  });

  it('again is the same, with when it was read last', async () => {
    await articles.keep(visit());
    clock = 200;
    await articles.keep(visit({ marks: 4 }));
    expect(await articles.get(KEY)).toMatchObject({ firstRead: 100, lastRead: 200, marks: 4 });
    expect((await articles.texts(KEY)).map(({ first, last }) => [first, last])).toEqual([[100, 200]]);
  });

  it('with another text keeps both', async () => {
    await articles.keep(visit());
    clock = 200;
    const { text } = await articles.keep(visit({ text: 'The talks ended.' }));
    expect((await articles.texts(KEY)).map((one) => one.text)).toEqual(['The talks resumed.', 'The talks ended.']);
    expect((await articles.get(KEY))?.text).toBe(text);
  });

  it('at another address is the same, where the page says so', async () => {
    await articles.keep(visit());
    const { key } = await articles.keep(visit({ keys: [SHORT, KEY], url: 'https://kiva.example/s/1234567' }));
    expect(key).toBe(KEY);
    expect(await db.articles.count()).toBe(1);
    expect(await articles.get(KEY)).toMatchObject({ keys: [KEY, SHORT], url: HARBOUR_URL });
    expect(await articles.allKeys([SHORT])).toEqual([SHORT, KEY]);
    expect(await articles.allKeys(['x' as ArticleKey])).toEqual(['x']);
  });

  it('keeps what the page no longer says of itself', async () => {
    await articles.keep(visit());
    await articles.keep(visit({ title: null, text: null }));
    expect(await articles.get(KEY)).toMatchObject({
      title: 'Harbour talks resume',
      text: textHashOf('The talks resumed.'),
    });
  });
});

describe('an article that changes all day', () => {
  it('keeps its first text, the latest, and those that notes stand on', async () => {
    const noted = textHashOf('Text 3.');
    await db.notes.put(sampleNote(1, { text: noted }));
    for (let n = 0; n < 40; n += 1) {
      clock += 1;
      await articles.keep(visit({ text: `Text ${n}.` }));
    }
    const texts = (await articles.texts(KEY)).map(({ text }) => text);
    expect(texts).toHaveLength(20);
    expect(texts).toEqual(expect.arrayContaining(['Text 0.', 'Text 3.', 'Text 39.']));
  });
});

it('removed, it takes its texts along and leaves its notes', async () => {
  await articles.keep(visit());
  await db.notes.put(sampleNote());
  await articles.remove([KEY]);
  expect(await articles.getAll([KEY])).toEqual([]);
  expect(await db.texts.count()).toBe(0);
  expect(await db.notes.count()).toBe(1);
});

it('from a backup it comes out as it went in', async () => {
  await articles.keep(visit());
  const article = await articles.get(KEY);
  const texts = await articles.texts(KEY);
  if (article === null) return expect.unreachable();
  await articles.remove([KEY]);
  await articles.put(article, texts);
  expect([await articles.get(KEY), await articles.texts(KEY)]).toEqual([article, texts]);
});
