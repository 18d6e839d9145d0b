import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import type { Feedback } from '@/lib/storage/feedback-store.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';

let db: LibraryDb;
let library: Library;
beforeEach(() => {
  db = openLibraryDb(`test-${Math.random()}`);
  library = createLibrary(db);
});
afterEach(async () => {
  await db.delete();
});

describe('what the reader said', () => {
  const answered = { pack: 'p' as PackId, question: 'q' as QuestionId, sentence: 'f'.repeat(32) as SentenceHash };
  const no: Feedback = { ...answered, verdict: 'no', claim: null, vector: null };
  const yes: Feedback = { ...no, verdict: 'yes', claim: 'c' as ClaimId };
  const vector = { model: 'm-1', values: Int8Array.of(-128, 0, 127), scale: 0.0625 };
  const said = async () => (await library.feedback.all()).map(({ at: _, ...rest }) => rest);

  it('is kept once, taken back, and cleared', async () => {
    await library.feedback.say(no);
    await library.feedback.say(no);
    expect(await said()).toEqual([no]);
    await library.feedback.takeBack(answered);
    expect(await said()).toEqual([]);
    await library.feedback.say(no);
    await library.feedback.clear();
    expect(await said()).toEqual([]);
  });

  it('is the last word on a sentence and a question, each of them alone', async () => {
    const other = { ...no, question: 'q2' as QuestionId };
    for (const each of [no, other, yes]) await library.feedback.say(each);
    expect(await said()).toEqual([yes, other]);
    await library.feedback.takeBack(answered);
    expect(await said()).toEqual([other]);
  });

  it.each([no, yes])('comes out with its meaning as it went in: %j', async (feedback) => {
    await library.feedback.say({ ...feedback, vector });
    expect(await said()).toEqual([{ ...feedback, vector }]);
  });

  it('is given its meaning later, unless it has been taken back', async () => {
    await library.feedback.say(yes);
    await library.feedback.remember(answered, vector);
    expect(await said()).toEqual([{ ...yes, vector }]);
    await library.feedback.takeBack(answered);
    await library.feedback.remember(answered, vector);
    expect(await said()).toEqual([]);
  });

  it('of an older version is a “no” without claim and meaning', async () => {
    await db.table<object>('feedback').put({ ...answered, at: 5 });
    expect(await library.feedback.all()).toEqual([{ ...no, at: 5 }]);
  });

  it.each([
    ['a verdict it does not know', { verdict: 'perhaps' }],
    ['a time that is none', { at: 'noon' }],
    ['a claim that is no text', { claim: 7 }],
  ])('with %s is left out, and left alone', async (_what, damage) => {
    await db.table<object>('feedback').put({ ...yes, sentence: 'd'.repeat(32), at: 5, ...damage });
    await library.feedback.say(no);
    expect(await said()).toEqual([no]);
    expect(await db.feedback.count()).toBe(2);
  });

  it.each([
    ['of no model', { values: vector.values, scale: 1 }],
    ['of another kind of numbers', { ...vector, values: [1, 2] }],
    ['of nothing', { ...vector, values: new Int8Array() }],
    ['without a scale', { ...vector, scale: 0 }],
    ['that is none', 'far'],
  ])('keeps the answer where the meaning is damaged: one %s', async (_what, damaged) => {
    await db.table<object>('feedback').put({ ...yes, at: 5, vector: damaged });
    expect(await said()).toEqual([yes]);
  });
});
