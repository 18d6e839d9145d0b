import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleKey, ClaimId, PackId, QuestionId, TextHash } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import { partialDate } from '@/lib/core/dates.ts';
import { createNoteStore } from '@/lib/storage/note-store.ts';
import { backUp } from '@/lib/transfer/back-up.ts';
import { takeIn } from '@/lib/transfer/take-in.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { arbitraryJson, arbitraryNote, arbitrarySavedArticle, arbitraryText } from '@/tests/exchange/arbitrary-note.ts';
import { fileOf, job, madeLibrary, notesOf, type Made } from './made-library.ts';
import { HARBOUR_KEY, sampleArticle } from './sample-article.ts';

const backupOf = async ({ library }: Made): Promise<string> => {
  const exported = await backUp(library, job());
  if (exported.kind !== 'file') throw new Error(exported.kind);
  return exported.file.text();
};
const restore = ({ library }: Made, text: string) => takeIn(library, [fileOf(text, 'backup.json')], job());

const within = async <T>(work: (made: Made) => Promise<T>): Promise<T> => {
  const made = madeLibrary();
  try {
    return await work(made);
  } finally {
    await made.db.delete();
  }
};

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const moment = fc.nat(4_000_000_000_000);
const feedback = fc.record({
  pack: word.map((id) => id as PackId),
  question: word.map((id) => id as QuestionId),
  sentence: word.map((id) => id as SentenceHash),
  verdict: fc.constantFrom('no', 'yes'),
  claim: fc.option(word.map((id) => id as ClaimId)),
  at: moment,
  vector: fc.option(
    fc.record({
      model: word,
      scale: fc.double({ min: 1e-6, max: 1, noNaN: true }),
      values: fc.int8Array({ minLength: 1 }),
    }),
  ),
});
const texts = fc.record({
  article: word.map((key) => key as ArticleKey),
  hash: fc.stringMatching(/^[0-9a-f]{64}$/).map((hash) => hash as TextHash),
  text: arbitraryText(300),
  first: moment,
  last: moment,
});
const content = fc.record({
  notes: fc.uniqueArray(arbitraryNote, { maxLength: 5, selector: ({ id }) => id }),
  articles: fc.uniqueArray(arbitrarySavedArticle, { maxLength: 3, selector: ({ key }) => key }),
  texts: fc.uniqueArray(texts, { maxLength: 3, selector: ({ hash }) => hash }),
  feedback: fc.uniqueArray(feedback, { maxLength: 3, selector: ({ sentence }) => sentence }),
  settings: fc.uniqueArray(fc.record({ key: word, value: arbitraryJson }), {
    maxLength: 3,
    selector: ({ key }) => key,
  }),
  drafts: fc.uniqueArray(arbitraryNote, { maxLength: 2, selector: ({ id }) => id }),
  off: fc.boolean(),
});

/** Of every table that there is. */
const allRows = async ({ db }: Made): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all(db.tables.map(async ({ name }) => [name, await db.table<unknown>(name).toArray()] as const)),
  );

const draftOf = ({ id, passage, flag, body, tags, colour, article, created }: ReturnType<typeof sampleNote>) => ({
  ...{ id, passage, flag, body, tags, colour, article },
  at: created,
});

describe('back up, wipe, restore, back up', () => {
  it('gives the same file, to the byte, whatever is in the library', async () => {
    await fc.assert(
      fc.asyncProperty(content, ({ off, drafts, ...tables }) =>
        within(async (made) => {
          const { db, library } = made;
          const packs = async () => {
            await library.packs.put({ ...HARBOUR, id: 'built-in' as PackId }, 'built-in');
          };
          await packs();
          await library.packs.put(HARBOUR, 'reader');
          if (off) await library.packs.switch('built-in' as PackId, false);
          for (const [table, rows] of Object.entries(tables)) await db.table<unknown>(table).bulkPut(rows);
          await db.drafts.bulkPut(drafts.map(draftOf));
          const [before, rows] = [await backupOf(made), await allRows(made)];
          await library.wipe();
          await packs();
          expect(await restore(made, before)).toMatchObject({
            ending: { kind: 'done' },
            summary: { notUnderstood: 0 },
          });
          expect(await backupOf(made)).toBe(before);
          expect(await allRows(made)).toEqual(rows);
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('more rows than are read at once', () =>
    within(async (made) => {
      await made.db.notes.bulkPut(Array.from({ length: 2300 }, (_, n) => sampleNote(n)));
      await made.db.texts.bulkPut(
        Array.from({ length: 120 }, (_, n) => ({
          article: `a.example/${n % 7}` as ArticleKey,
          hash: String(n).padStart(64, '0') as TextHash,
          ...{ text: 'Words', first: 1, last: 2 },
        })),
      );
      const before = await backupOf(made);
      expect(before).toContain('"counts":{"texts":120,"notes":2300}');
      await made.library.wipe();
      await restore(made, before);
      expect(await backupOf(made)).toBe(before);
    }));

  it('cancelled, gives no file', () =>
    within(async ({ library }) => {
      await library.notes.put(sampleNote());
      const life = new AbortController();
      expect(
        await backUp(
          library,
          job(life.signal, () => life.abort()),
        ),
      ).toEqual({ kind: 'cancelled' });
    }));
});

describe('a backup into a library in use', () => {
  const oldBackup = () =>
    within(async (made) => {
      const { db, library } = made;
      await library.settings.set({ theme: 'dark', level: 'few' });
      await library.packs.put({ ...HARBOUR, id: 'built-in' as PackId }, 'built-in');
      await library.packs.switch('built-in' as PackId, false);
      await library.articles.put(sampleArticle({ lastRead: 900, firstRead: 100, byline: 'Ada Quill' }), []);
      await createNoteStore(db).put(sampleNote(1, { body: 'From the backup' }));
      await createNoteStore(db).put(sampleNote(2, { body: 'From the backup', modified: 9000 }));
      return backupOf(made);
    });

  it('merges: nothing newer is overwritten, nothing that is set is set anew', () =>
    within(async (made) => {
      const backup = await oldBackup();
      const { library } = made;
      await library.packs.put({ ...HARBOUR, id: 'built-in' as PackId }, 'built-in');
      await library.settings.set({ theme: 'light' });
      await library.articles.put(sampleArticle({ firstRead: 500, lastRead: 1000, byline: null, title: 'Now' }), []);
      await library.notes.put(sampleNote(1, { body: 'Edited here', modified: 5000 }));
      await library.notes.put(sampleNote(2, { body: 'Older here' }));
      const { summary } = await restore(made, backup);
      expect(summary).toMatchObject({
        notes: { added: 0, replaced: 1, kept: 1 },
        articles: { added: 0, replaced: 1, kept: 0 },
        others: { added: 1, replaced: 0, kept: 2 },
      });
      expect((await notesOf(library)).map(({ body }) => body)).toEqual(['Edited here', 'From the backup']);
      expect(await library.settings.get()).toMatchObject({ theme: 'light', level: 'few' });
      expect((await library.packs.list())[0]?.on).toBe(true);
      expect(await library.articles.get(HARBOUR_KEY)).toMatchObject({
        title: 'Now',
        byline: 'Ada Quill',
        firstRead: 100,
        lastRead: 1000,
      });
      const once = await backupOf(made);
      expect((await restore(made, backup)).summary.notes).toEqual({ added: 0, replaced: 0, kept: 2 });
      expect(await backupOf(made)).toBe(once);
    }));

  it('an article that is known here under another of its addresses stays one', () =>
    within(async (made) => {
      const amp = 'amp.example/harbour' as ArticleKey;
      const backup = await within(async (from) => {
        const text = { article: amp, hash: 'a'.repeat(64) as TextHash, text: 'Words', first: 1, last: 1 };
        await from.library.articles.put(sampleArticle({ key: amp, keys: [amp, HARBOUR_KEY] }), [text]);
        return backupOf(from);
      });
      await made.library.articles.put(sampleArticle(), []);
      await restore(made, backup);
      expect((await made.library.articles.get(HARBOUR_KEY))?.keys).toEqual([HARBOUR_KEY, amp]);
      expect(await made.library.articles.count()).toBe(1);
      expect(await made.library.articles.texts(HARBOUR_KEY)).toHaveLength(1);
    }));

  it('a damaged one changes nothing', () =>
    within(async (made) => {
      const backup = (await oldBackup()).replace('From the backup', 'From elsewhere!');
      const before = await backupOf(made);
      expect((await restore(made, backup)).ending).toEqual({ kind: 'broken', file: 'backup.json' });
      expect(await backupOf(made)).toBe(before);
    }));
});

it('a pack of the reader’s own comes back as it was, and is not put in place of a newer one', () =>
  within(async (made) => {
    const { library } = made;
    await library.packs.put(HARBOUR, 'reader');
    await library.packs.switch(HARBOUR.id, false);
    const backup = await backupOf(made);
    await library.wipe();
    await restore(made, backup);
    expect(await library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
    expect((await library.packs.list())[0]).toMatchObject({ on: false, from: 'reader' });
    const date = partialDate('2030-01-01') ?? HARBOUR.date;
    await library.packs.put({ ...HARBOUR, date }, 'reader');
    await restore(made, backup);
    expect((await library.packs.get(HARBOUR.id))?.date).toBe(date);
  }));

it('“Export everything” of older versions is read: all but the reader’s own packs, and that is told', () =>
  within(async (made) => {
    const answers = [{ pack: 'p', question: 'q', sentence: 's', verdict: 'yes', claim: null, at: 5, vector: null }];
    const old = {
      format: 'parallax-data/1',
      settings: { theme: 'dark' },
      answers,
      switches: [],
      packs: [{ id: 'own' }],
    };
    const { ending, summary } = await restore(made, JSON.stringify(old, null, 2));
    expect(ending).toEqual({ kind: 'done' });
    expect(summary.complaints).toEqual([{ where: 'rows[2]', why: expect.stringMatching(/^packs/) as unknown }]);
    expect((await made.library.settings.get()).theme).toBe('dark');
    expect(await made.library.feedback.all()).toEqual(answers);
  }));
