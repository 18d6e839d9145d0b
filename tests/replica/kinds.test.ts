import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TextHash } from '@/lib/core/ids.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { markAll } from '@/lib/replica/marks.ts';
import { applyRecords } from '@/lib/sync/apply-records.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { ARTICLE, HASH, KEY, ON_TEXT, OWN_PACK, TEXT, id } from './samples.ts';
import { bringTogether, expectTogether, openSynced, tick, type Synced } from './two-libraries.ts';

let a: Synced;
let b: Synced;
beforeEach(async () => {
  [a, b] = [await openSynced('a'), await openSynced('b')];
});
afterEach(async () => {
  await Promise.all([a.db.delete(), b.db.delete()]);
});

describe('texts', () => {
  it('go along where a note stands on them, and only those', async () => {
    await a.library.articles.put(ARTICLE, [TEXT]);
    expect(await a.collect()).toEqual([`articles/${KEY}`]);
    await a.library.notes.put(sampleNote(1, ON_TEXT));
    expect(await a.collect()).toEqual([`notes/${id}`, `texts/${HASH}/${KEY}`]);
  });

  it('all go along where the reader says so, and come in only where they are wanted', async () => {
    await keptIn(a.db).put('choice', { settings: true, allTexts: true });
    await a.library.articles.put(ARTICLE, [TEXT]);
    await bringTogether(a, b);
    expect([await a.db.texts.count(), await b.db.texts.count()]).toEqual([1, 0]);
    expect(await b.records('texts')).toHaveLength(1);
    await b.library.notes.put(sampleNote(1, ON_TEXT));
    await a.library.notes.put(sampleNote(2, ON_TEXT));
    await expectTogether(a, b);
    expect(await b.db.texts.count()).toBe(1);
  });

  it('that nobody wanted here are not taken for deleted, whatever is looked at', async () => {
    await keptIn(a.db).put('choice', { settings: true, allTexts: true });
    await a.library.articles.put(ARTICLE, [TEXT]);
    await bringTogether(a, b);
    await b.db.transaction('rw', b.db.changes, () => markAll(b.db));
    await b.collect();
    await bringTogether(a, b);
    expect(await a.db.texts.count()).toBe(1);
  });

  it('are not taken for deleted where they come before their article', async () => {
    await keptIn(a.db).put('choice', { settings: true, allTexts: true });
    await a.library.articles.put(ARTICLE, [TEXT]);
    await a.collect();
    const [text] = await a.records('texts');
    const write = { ...text, id: text?.id ?? '', floor: null, cells: text?.cells ?? {}, versions: [] };
    for (let n = 0; n < 2; n += 1) await b.sync.transact((tx) => applyRecords(tx, b.side, [write], b.self, tick()));
    expect((await b.records('texts'))[0]?.floor).toBeNull();
  });

  it('of an article that was taken out elsewhere go with it, those too that were never shared', async () => {
    await a.library.articles.put(ARTICLE, [TEXT]);
    await bringTogether(a, b);
    await b.db.texts.put({ ...TEXT, hash: 'b'.repeat(64) as TextHash });
    await a.library.articles.remove([KEY]);
    await bringTogether(a, b);
    expect(await b.db.texts.count()).toBe(0);
  });

  it('that several devices read have been seen from the earliest to the latest time of all', async () => {
    for (const [on, first, last] of [
      [a, 30, 60],
      [b, 20, 40],
    ] as const) {
      await on.library.articles.put(ARTICLE, [{ ...TEXT, first, last }]);
      await on.library.notes.put(sampleNote(on === a ? 1 : 2, ON_TEXT));
    }
    await expectTogether(a, b);
    expect(await a.library.articles.texts(KEY)).toEqual([{ ...TEXT, first: 20, last: 60 }]);
  });
});

describe('what only ever becomes earlier or later', () => {
  it('is told again by whoever knows it, until all do: when an article was first read', async () => {
    await a.library.articles.put({ ...ARTICLE, firstRead: 40 }, []);
    await b.library.articles.put({ ...ARTICLE, firstRead: 70, lastRead: 99 }, []);
    await a.collect();
    await b.collect();
    await a.take(b);
    expect(await a.collect()).toEqual([`articles/${KEY}`]);
    await expectTogether(a, b);
    expect(await a.library.articles.get(KEY)).toMatchObject({ firstRead: 40, lastRead: 99 });
  });

  it.each([
    ['first seen', { first: 5, last: 9 }],
    ['last seen', { first: 7, last: 20 }],
  ])('is told again by whoever knows it, until all do: when a text was %s', async (_what, seen) => {
    await a.library.articles.put(ARTICLE, [{ ...TEXT, ...seen }]);
    await a.library.notes.put(sampleNote(1, ON_TEXT));
    await a.collect();
    await b.library.articles.put(ARTICLE, [{ ...TEXT, first: 6, last: 10 }]);
    await b.library.notes.put(sampleNote(2, ON_TEXT));
    await b.collect();
    await a.take(b);
    expect(await a.collect()).toContain(`texts/${HASH}/${KEY}`);
    await expectTogether(a, b);
  });
});

describe('settings', () => {
  it('stay here where the reader wants that', async () => {
    await keptIn(b.db).put('choice', { settings: false, allTexts: false });
    await a.library.settings.set({ theme: 'dark' });
    await b.library.settings.set({ level: 'few' });
    await bringTogether(a, b);
    expect((await b.library.settings.get()).theme).toBe('system');
    expect((await a.library.settings.get()).level).toBe('balanced');
    expect(await b.records('settings')).toHaveLength(1);
  });

  it('that belong to one device do not go along', async () => {
    await a.library.settings.set({ firstRunDone: true });
    expect(await a.collect()).toEqual([]);
  });

  it('of sites are added up', async () => {
    await a.library.settings.set({ offSites: ['a.example'] });
    await b.library.settings.set({ offSites: ['b.example'] });
    await expectTogether(a, b);
    expect((await a.library.settings.get()).offSites).toEqual(['a.example', 'b.example']);
    await a.library.settings.set({ offSites: ['b.example'] });
    await expectTogether(a, b);
    expect((await b.library.settings.get()).offSites).toEqual(['b.example']);
  });
});

describe('packs that ship here', () => {
  it('are switched, and nothing else goes along', async () => {
    await a.library.packs.put(HARBOUR, 'built-in');
    await b.library.packs.put({ ...HARBOUR, version: '2.0.0' }, 'built-in');
    expect(await a.collect()).toEqual([]);
    await a.library.packs.switch(HARBOUR.id, false);
    await bringTogether(a, b);
    expect((await b.library.packs.list()).map(({ version, on }) => [version, on])).toEqual([['2.0.0', false]]);
    await b.library.packs.switch(HARBOUR.id, true);
    await bringTogether(a, b);
    expect((await a.library.packs.list()).map(({ on }) => on)).toEqual([true]);
    expect(Object.keys((await a.records('packs'))[0]?.cells ?? {})).toEqual(['on']);
  });

  it('are not written over by a pack of the same name from elsewhere', async () => {
    await a.library.packs.put({ ...OWN_PACK, id: HARBOUR.id }, 'reader');
    await b.library.packs.put(HARBOUR, 'built-in');
    await bringTogether(a, b);
    expect(await b.library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
    await a.library.packs.remove(HARBOUR.id);
    await bringTogether(a, b);
    expect(await b.library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
  });
});
