import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleKey, ClaimId, PackId, QuestionId, TextHash } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { markAll } from '@/lib/replica/marks.ts';
import { BODY } from '@/lib/sync/record.ts';
import { buildPack } from '@/tests/build-pack.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { bringTogether, openSynced, rowsOf, tick, type Synced } from './two-libraries.ts';

const KEY = 'a.example/story' as ArticleKey;
const HASH = 'a'.repeat(64) as TextHash;
const ARTICLE: SavedArticle = {
  ...{ key: KEY, url: 'https://a.example/story', keys: [KEY], title: 'A story', byline: null, outlet: null },
  ...{ published: null, updated: null, language: 'en', firstRead: 50, lastRead: 90, packs: [], marks: 0, text: HASH },
};
const TEXT = { article: KEY, hash: HASH, text: 'Words.', first: 1, last: 1 };
const ON_TEXT = { article: KEY, text: HASH };
const OWN = buildPack({ id: 'own', questions: { q: { asks: 'Who came?', claims: { c: { says: 'Ada came.' } } } } });
const ANSWER = {
  ...{ pack: 'p' as PackId, question: 'q' as QuestionId, sentence: 's' as SentenceHash },
  ...{ verdict: 'no' as const, claim: null as ClaimId | null, vector: null },
};
const { id } = sampleNote(1);

let a: Synced;
let b: Synced;
beforeEach(async () => {
  [a, b] = [await openSynced('a'), await openSynced('b')];
});
afterEach(async () => {
  await Promise.all([a.db.delete(), b.db.delete()]);
});

const together = async (): Promise<void> => {
  await bringTogether(a, b);
  expect(await rowsOf(b)).toEqual(await rowsOf(a));
  expect([await a.collect(), await b.collect(), await a.marks(), await b.marks()]).toEqual([[], [], 0, 0]);
};

describe('two libraries become equal', () => {
  it('with everything that is replicated', async () => {
    await a.library.articles.put(ARTICLE, [TEXT]);
    await a.library.notes.put(sampleNote(1, ON_TEXT));
    await a.library.feedback.say({ ...ANSWER, vector: { model: 'm', values: Int8Array.of(1, -1), scale: 2 } });
    await a.library.settings.set({ theme: 'dark', offSites: ['x.example'] });
    await a.library.packs.put(OWN, 'reader');
    await b.library.notes.put(sampleNote(2));
    await together();
    expect(await b.library.packs.get(OWN.id)).toEqual(OWN);
    expect((await b.library.settings.get()).theme).toBe('dark');
    expect((await b.library.articles.texts(KEY)).map(({ text }) => text)).toEqual(['Words.']);
  });

  it('and what is taken out of one is gone from the other', async () => {
    await a.library.articles.put(ARTICLE, [TEXT]);
    await a.library.notes.put(sampleNote(1, { ...ON_TEXT, deleted: 5 }));
    await a.library.feedback.say(ANSWER);
    await a.library.packs.put(OWN, 'reader');
    await together();
    await b.library.notes.emptyBin(10);
    await b.library.feedback.clear();
    await b.library.packs.remove(OWN.id);
    await b.library.articles.remove([KEY]);
    await together();
    const { settings: _settings, ...rows } = await rowsOf(a);
    expect(Object.values(rows).flat()).toEqual([]);
  });

  it('keeping what either changed of one note', async () => {
    await a.library.notes.put(sampleNote(1, { tags: ['old'] }));
    await together();
    await a.library.notes.change(id, { flag: 'source', tags: ['old', 'from a'] });
    await b.library.notes.change(id, { colour: 'sky', tags: ['from b', 'old'] });
    await together();
    const note = await a.library.notes.get(id);
    expect(note).toMatchObject({ flag: 'source', colour: 'sky', tags: ['from b', 'old', 'from a'] });
  });

  it('keeping both texts of one note, until one is settled', async () => {
    await a.library.notes.put(sampleNote(1));
    await together();
    await a.library.notes.change(id, { body: 'from a' });
    await b.library.notes.change(id, { body: 'from b' });
    await together();
    const [record] = await a.records('notes');
    expect(record?.versions.map(({ text }) => text).sort()).toEqual(['from a', 'from b']);
  });

  it('when a note is deleted here and changed there: the change counts', async () => {
    await a.library.notes.put(sampleNote(1, { deleted: 5 }));
    await together();
    await a.library.notes.emptyBin(10);
    await a.collect();
    await b.library.notes.change(id, { colour: 'purple' });
    await together();
    expect(await a.library.notes.get(id)).toMatchObject({ colour: 'purple', body: 'Who counted?' });
  });

  it('whatever is written, in whatever order', async () => {
    const deed = fc.record({
      on: fc.constantFrom('a', 'b'),
      what: fc.constantFrom('add', 'body', 'tag', 'untag', 'bin', 'empty', 'answer', 'clear', 'meet'),
      n: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), fc.nat(3), async (deeds, every) => {
        const [one, other] = [await openSynced('a'), await openSynced('b')];
        for (const [at, { on, what, n }] of deeds.entries()) {
          await act(on === 'a' ? one : other, what, n);
          if (every > 0 && at % every === 0) await (on === 'a' ? other : one).take(on === 'a' ? one : other);
        }
        await bringTogether(one, other);
        // Texts on which nobody wrote stay where they were read.
        const { texts: _ones, ...rows } = await rowsOf(one);
        expect(await rowsOf(other)).toMatchObject(rows);
        expect([await one.collect(), await other.collect()]).toEqual([[], []]);
        await Promise.all([one.db.delete(), other.db.delete()]);
      }),
      { numRuns: 25 },
    );
  });
});

async function act({ library }: Synced, what: string, n: number): Promise<void> {
  const note = sampleNote(n);
  const { id: of } = note;
  const tags = (await library.notes.get(of))?.tags ?? [];
  if (what === 'add') await library.notes.put({ ...note, created: tick() });
  if (what === 'body') await library.notes.change(of, { body: `text ${tick()}` });
  if (what === 'tag') await library.notes.change(of, { tags: [`tag ${tick()}`, ...tags] });
  if (what === 'untag') await library.notes.change(of, { tags: tags.slice(1) });
  if (what === 'bin') await library.notes.bin([of], true);
  if (what === 'empty') await library.notes.emptyBin(Number.MAX_SAFE_INTEGER);
  if (what === 'answer') await library.feedback.say({ ...ANSWER, question: `q${n}` as QuestionId });
  if (what === 'clear') await library.feedback.clear();
  if (what === 'meet') {
    const visit = { ...ARTICLE, keys: [KEY, `a.example/${n}` as ArticleKey] as const, text: `Words ${n}.` };
    await library.articles.keep(visit);
  }
}

describe('an edit', () => {
  it('touches its own record alone', async () => {
    for (let n = 0; n < 20; n += 1) await a.library.notes.put(sampleNote(n));
    await a.collect();
    await a.library.notes.change(id, { colour: 'blue' });
    expect(await a.collect()).toEqual([`notes/${id}`]);
  });

  it('is kept though something of the same note comes in before it was looked at', async () => {
    await a.library.notes.put(sampleNote(1));
    await together();
    await b.library.notes.change(id, { flag: 'quote' });
    await b.collect();
    await a.library.notes.change(id, { colour: 'sky' });
    await a.take(b);
    expect(await a.library.notes.get(id)).toMatchObject({ flag: 'quote', colour: 'sky' });
    await together();
  });
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
    await together();
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
    const { applyRecords } = await import('@/lib/sync/apply-records.ts');
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
});

describe('when an article was first read', () => {
  it('is the earliest time that any device knows, and that is told until all know it', async () => {
    await a.library.articles.put({ ...ARTICLE, firstRead: 40 }, []);
    await b.library.articles.put({ ...ARTICLE, firstRead: 70, lastRead: 99 }, []);
    await together();
    expect(await a.library.articles.get(KEY)).toMatchObject({ firstRead: 40 });
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
    await together();
    expect((await a.library.settings.get()).offSites).toEqual(['a.example', 'b.example']);
    await a.library.settings.set({ offSites: ['b.example'] });
    await together();
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
    await a.library.packs.put({ ...OWN, id: HARBOUR.id }, 'reader');
    await b.library.packs.put(HARBOUR, 'built-in');
    await bringTogether(a, b);
    expect(await b.library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
    await a.library.packs.remove(HARBOUR.id);
    await bringTogether(a, b);
    expect(await b.library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
  });
});

describe('what a newer version wrote', () => {
  const newer = async (fields: Record<string, unknown>): Promise<void> => {
    await a.library.notes.put(sampleNote(1));
    await together();
    // The newer version is on the first device: its side tells what its library says.
    const side = { ...a.side, changed: () => Promise.resolve([{ id: `notes/${id}`, fields }]) };
    const { collectFrom } = await import('@/lib/sync/local-edits.ts');
    const writer = { device: a.self.device, now: tick() };
    await a.sync.transact((tx) => collectFrom(tx, side, [`notes/${id}`], writer));
    await b.take(a);
  };

  it('stays in its record, is not shown, not deleted and not written over', async () => {
    await newer({ flag: 'irony', [BODY]: 'of the newer one' });
    expect(await b.library.notes.get(id)).toBeNull();
    await b.db.transaction('rw', b.db.changes, () => markAll(b.db));
    await b.library.notes.put(sampleNote(1, { body: 'an old backup' }));
    expect(await b.collect()).toEqual([]);
    const [record] = await b.records('notes');
    expect(record?.cells.flag?.value).toBe('irony');
    expect(await keptIn(b.db).get('unreadable')).toBe('1');
  });

  it('in further fields goes by', async () => {
    await newer({ mood: 'calm' });
    await b.library.notes.change(id, { colour: 'sky' });
    await bringTogether(a, b);
    expect((await a.records('notes'))[0]?.cells.mood?.value).toBe('calm');
    expect(await a.library.notes.get(id)).toMatchObject({ colour: 'sky' });
  });

  it('as a row of this library is neither sent nor written over', async () => {
    await together();
    await b.db.table('notes').put({ ...sampleNote(1), colour: 'green' });
    expect(await b.collect()).toEqual([]);
    await a.library.notes.put(sampleNote(1, { body: 'from a' }));
    await bringTogether(a, b);
    expect(await b.db.table('notes').get(id)).toMatchObject({ colour: 'green' });
  });

  it('of a kind that is not known here stays in its record', async () => {
    const side = { ...a.side, changed: () => Promise.resolve([{ id: 'boards/1', fields: { name: 'x' } }]) };
    const { collectFrom } = await import('@/lib/sync/local-edits.ts');
    const writer = { device: a.self.device, now: tick() };
    await a.sync.transact((tx) => collectFrom(tx, side, ['boards/1'], writer));
    await b.take(a);
    expect(await b.records('boards')).toHaveLength(1);
  });
});

describe('whoever follows the library', () => {
  it('is told which kinds were changed by sync, and nothing of what was not', async () => {
    await a.library.notes.put(sampleNote(1));
    await a.collect();
    await b.take(a);
    expect(await keptIn(b.db).get('news')).toEqual(['notes']);
    await keptIn(b.db).drop('news');
    await b.take(a);
    expect(await keptIn(b.db).get('news')).toBeUndefined();
  });

  it('knows when each device last wrote', async () => {
    await a.library.notes.put(sampleNote(1));
    await a.collect();
    await b.take(a);
    expect(Object.keys((await keptIn(b.db).get('written')) ?? {})).toEqual([a.self.device]);
  });
});
