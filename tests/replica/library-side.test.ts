import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleKey, QuestionId } from '@/lib/core/ids.ts';
import { keptIn } from '@/lib/replica/kept.ts';
import { backUp } from '@/lib/transfer/back-up.ts';
import { takeIn } from '@/lib/transfer/take-in.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { fileOf, job } from '@/tests/transfer/made-library.ts';
import { ANSWER, ARTICLE, KEY, ON_TEXT, OWN_PACK, TEXT, id } from './samples.ts';
import { bringTogether, expectTogether, openSynced, rowsOf, tick, type Synced } from './two-libraries.ts';

let a: Synced;
let b: Synced;
beforeEach(async () => {
  [a, b] = [await openSynced('a'), await openSynced('b')];
});
afterEach(async () => {
  await Promise.all([a.db.delete(), b.db.delete()]);
});

describe('two libraries become equal', () => {
  it('with everything that is replicated', async () => {
    await a.library.articles.put(ARTICLE, [TEXT]);
    await a.library.notes.put(sampleNote(1, ON_TEXT));
    await a.library.feedback.say({ ...ANSWER, vector: { model: 'm', values: Int8Array.of(1, -1), scale: 2 } });
    await a.library.settings.set({ theme: 'dark', offSites: ['x.example'] });
    await a.library.packs.put(OWN_PACK, 'reader');
    await b.library.notes.put(sampleNote(2));
    await expectTogether(a, b);
    expect(await b.library.packs.get(OWN_PACK.id)).toEqual(OWN_PACK);
    expect((await b.library.settings.get()).theme).toBe('dark');
    expect((await b.library.articles.texts(KEY)).map(({ text }) => text)).toEqual(['Words.']);
  });

  it('and what is taken out of one is gone from the other', async () => {
    await a.library.articles.put(ARTICLE, [TEXT]);
    await a.library.notes.put(sampleNote(1, { ...ON_TEXT, deleted: 5 }));
    await a.library.feedback.say(ANSWER);
    await a.library.packs.put(OWN_PACK, 'reader');
    await expectTogether(a, b);
    await b.library.notes.emptyBin(10);
    await b.library.feedback.clear();
    await b.library.packs.remove(OWN_PACK.id);
    await b.library.articles.remove([KEY]);
    await expectTogether(a, b);
    const { settings: _settings, ...rows } = await rowsOf(a);
    expect(Object.values(rows).flat()).toEqual([]);
  });

  it('keeping what either changed of one note', async () => {
    await a.library.notes.put(sampleNote(1, { tags: ['old'] }));
    await expectTogether(a, b);
    await a.library.notes.change(id, { flag: 'source', tags: ['old', 'from a'] });
    await b.library.notes.change(id, { colour: 'sky', tags: ['from b', 'old'] });
    await expectTogether(a, b);
    const note = await a.library.notes.get(id);
    expect(note).toMatchObject({ flag: 'source', colour: 'sky', tags: ['from b', 'old', 'from a'] });
  });

  it('keeping both texts of one note, until one is settled', async () => {
    await a.library.notes.put(sampleNote(1));
    await expectTogether(a, b);
    await a.library.notes.change(id, { body: 'from a' });
    await b.library.notes.change(id, { body: 'from b' });
    await expectTogether(a, b);
    const [record] = await a.records('notes');
    expect(record?.versions.map(({ text }) => text).sort()).toEqual(['from a', 'from b']);
  });

  it('when a note is deleted here and changed there: the change counts', async () => {
    await a.library.notes.put(sampleNote(1, { deleted: 5 }));
    await expectTogether(a, b);
    await a.library.notes.emptyBin(10);
    await a.collect();
    await b.library.notes.change(id, { colour: 'purple' });
    await expectTogether(a, b);
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

it('a library that was restored from a backup has all of it to tell', async () => {
  await a.library.articles.put(ARTICLE, [TEXT]);
  await a.library.notes.put(sampleNote(1, ON_TEXT));
  await a.library.feedback.say(ANSWER);
  await a.library.settings.set({ theme: 'dark' });
  await a.library.packs.put(OWN_PACK, 'reader');
  const exported = await backUp(a.library, job());
  const file = exported.kind === 'file' ? await exported.file.text() : '';
  const restored = await openSynced('r');
  await takeIn(restored.library, [fileOf(file, 'backup.json')], job());
  expect((await restored.collect()).sort()).toEqual(await a.collect());
  await restored.db.delete();
});

describe('an edit', () => {
  it('touches its own record alone', async () => {
    for (let n = 0; n < 20; n += 1) await a.library.notes.put(sampleNote(n));
    await a.collect();
    await a.library.notes.change(id, { colour: 'blue' });
    expect(await a.collect()).toEqual([`notes/${id}`]);
  });

  it('is kept though something of the same note comes in before it was looked at', async () => {
    await a.library.notes.put(sampleNote(1));
    await expectTogether(a, b);
    await b.library.notes.change(id, { flag: 'quote' });
    await b.collect();
    await a.library.notes.change(id, { colour: 'sky' });
    await a.take(b);
    expect(await a.library.notes.get(id)).toMatchObject({ flag: 'quote', colour: 'sky' });
    await expectTogether(a, b);
  });
});

it('what comes in leaves no mark', async () => {
  await a.library.notes.put(sampleNote(1));
  await a.library.packs.put(OWN_PACK, 'reader');
  await a.collect();
  await b.take(a);
  expect([await b.db.notes.count(), await b.marks()]).toEqual([1, 0]);
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
