import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleKey, ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { answerFields, answerOf } from '@/lib/replica/answer-fields.ts';
import { articleFields, articleOf } from '@/lib/replica/article-fields.ts';
import type { Fields } from '@/lib/replica/cells.ts';
import { noteFields, noteOf } from '@/lib/replica/note-fields.ts';
import { settingFields, settingOf } from '@/lib/replica/setting-fields.ts';
import { textFields, textKeyOf, textOf } from '@/lib/replica/text-fields.ts';
import type { FeedbackRow } from '@/lib/storage/rows.ts';
import { toJson } from '@/lib/sync/canonical.ts';
import { BODY, type SyncedRecord, type Version } from '@/lib/sync/record.ts';
import type { Stamp } from '@/lib/sync/stamp.ts';
import { arbitraryNote, arbitrarySavedArticle } from '@/tests/exchange/arbitrary-note.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';

const stamp = '' as Stamp;
/** The record after these fields came to it, as through a file. */
function record(id: string, fields: Fields, before?: SyncedRecord): SyncedRecord {
  const cells = Object.entries(fields)
    .filter(([field]) => field !== BODY)
    .map(([field, value]) => [field, { stamp, value: toJson(value) ?? null, home: null }] as const);
  const text = fields[BODY];
  const body = typeof text === 'string' ? text : '';
  const versions = [{ stamp, text: body, seen: {}, base: null, home: null } as Version];
  return {
    ...{ id, floor: null },
    cells: { ...before?.cells, ...Object.fromEntries(cells) },
    versions: typeof text === 'string' ? versions : (before?.versions ?? []),
  };
}
const noteRecord = (note = sampleNote(), before?: SyncedRecord) =>
  record(`notes/${note.id}`, noteFields(note, before), before);

describe('a note', () => {
  it('is these fields', () => {
    expect(noteFields(sampleNote(1, { tags: ['b', 'a'] }), undefined)).toEqual({
      made: {
        ...{ article: sampleNote().article, url: sampleNote().url, created: 1000 },
        evidence: null,
        imported: null,
        replyTo: null,
      },
      passage: { passage: sampleNote().passage, text: null },
      colour: 'yellow',
      modified: 1000,
      body: 'Who counted?',
      'tag:b': 0,
      'tag:a': 1,
    });
  });

  it.each([
    ['its text', { body: 'new' }, { body: 'new' }],
    ['its colour', { colour: 'sky' }, { colour: 'sky' }],
    ['its flag', { flag: 'source' }, { flag: 'source' }],
    ['one tag more', { tags: ['figures', 'x'] }, { 'tag:x': 1 }],
    ['one tag less', { tags: [] }, { 'tag:figures': null }],
    ['thrown away', { deleted: 7 }, { deleted: 7 }],
    ['nothing', {}, {}],
  ] as const)('changed tells what changed alone: %s', (_what, change, fields) => {
    expect(noteFields(sampleNote(1, change), noteRecord())).toEqual(fields);
  });

  it('put together from its fields is the same, and has nothing more to tell', () => {
    fc.assert(
      fc.property(arbitraryNote, (drawn) => {
        const note = { ...drawn, tags: [...new Set(drawn.tags)] };
        const once = noteRecord(note);
        expect(noteOf(once)).toEqual(toJson(note));
        expect(noteFields(noteOf(once), once)).toEqual({});
      }),
    );
  });

  it.each([
    ['a flag of a newer version', { flag: 'irony' }],
    ['a colour of a newer version', { colour: 'green' }],
    ['a passage that is none', { passage: { passage: { exact: 7 }, text: null } }],
    ['no body that can be read', { made: 'something' }],
  ])('with %s cannot be read', (_what, fields) => {
    expect(() => noteOf(record(`notes/${sampleNote().id}`, fields, noteRecord()))).toThrow(ParseError);
  });

  it('of a newer version keeps what this one does not know', () => {
    const newer = record(`notes/${sampleNote().id}`, { mood: 'calm' }, noteRecord());
    expect(noteFields(noteOf(newer), newer)).toEqual({});
  });
});

describe('an article', () => {
  const key = 'a.example/s' as ArticleKey;
  const further = ['a.example/amp', 'a.example/print'] as ArticleKey[];
  const article: SavedArticle = {
    ...{ key, url: 'https://a.example/s', keys: [key, ...further], title: 'T', byline: null, outlet: 'A' },
    ...{ published: null, updated: null, language: 'en', firstRead: 50, lastRead: 90, packs: [], marks: 3, text: null },
  };
  const articleRecord = (row = article, before?: SyncedRecord) =>
    record(`articles/${row.key}`, articleFields(row, before), before);

  it('is these fields', () => {
    expect(articleFields(article, undefined)).toEqual({
      ...{ url: 'https://a.example/s', title: 'T', outlet: 'A', language: 'en', firstRead: 50, lastRead: 90 },
      ...{ packs: [], marks: 3, 'key:a.example/amp': 0, 'key:a.example/print': 1 },
    });
  });

  it('put together from its fields is the same, and has nothing more to tell', () => {
    fc.assert(
      fc.property(arbitrarySavedArticle, (row) => {
        const once = articleRecord(row);
        expect(articleOf(once)).toEqual(toJson(row));
        expect(articleFields(articleOf(once), once)).toEqual({});
      }),
    );
  });

  it.each([
    [40, 40, { firstRead: 40 }],
    [50, 50, {}],
    [60, 50, {}],
  ])('read first at %i here and at 50 elsewhere was read first at %i', (here, first, fields) => {
    const known = articleRecord();
    const row = articleOf(known, { ...article, firstRead: here });
    expect(row.firstRead).toBe(first);
    expect(articleFields({ ...article, firstRead: here }, known)).toEqual(fields);
  });
});

describe('an answer', () => {
  const answer: FeedbackRow = {
    ...{ pack: 'p' as PackId, question: 'q "1"' as QuestionId, sentence: 'ff' as SentenceHash, at: 5 },
    ...{ verdict: 'yes', claim: 'c' as ClaimId },
    vector: { model: 'm', values: Int8Array.of(-128, 0, 127), scale: 0.5 },
  };
  const id = `feedback/${JSON.stringify([answer.pack, answer.question, answer.sentence])}`;

  it.each([answer, { ...answer, vector: null, claim: null }])('put together from its field is the same', (row) => {
    const once = record(id, answerFields(row, undefined));
    expect(answerOf(once)).toEqual(row);
    expect(answerFields(answerOf(once), once)).toEqual({});
  });

  it.each(['feedback/p', 'feedback/["p","q"]', 'feedback/{}'])('under %s is none', (wrong) => {
    expect(() => answerOf(record(wrong, answerFields(answer, undefined)))).toThrow(ParseError);
  });

  it('whose vector is damaged stands without it', () => {
    const { answer: value } = answerFields(answer, undefined);
    const damaged = { ...(value as object), vector: { model: 'm', values: '%', scale: 1 } };
    expect(answerOf(record(id, { answer: damaged }))).toEqual({ ...answer, vector: null });
  });
});

describe('a text', () => {
  const text = { article: 'a.example/s/texts' as ArticleKey, hash: 'a'.repeat(64), text: 'Words.', first: 3, last: 9 };
  const id = `texts/${text.hash}/${text.article}`;

  it('lies under its hash and its article', () => {
    expect(textKeyOf(id)).toEqual([text.article, text.hash]);
    const once = record(id, textFields(text as never, undefined));
    expect(textOf(once)).toEqual(text);
  });

  it.each([
    [3, 9, {}, 3, 9],
    [5, 7, {}, 3, 9],
    [1, 9, { first: 1 }, 1, 9],
    [3, 12, { last: 12 }, 3, 12],
  ])('seen from %i to %i here tells no more than that', (first, last, fields, earliest, latest) => {
    const once = record(id, textFields(text as never, undefined));
    const own = { ...text, first, last };
    expect(textFields(own as never, once)).toEqual(fields);
    expect(textOf(once, own as never)).toEqual({ ...text, first: earliest, last: latest });
  });
});

describe('a setting', () => {
  it.each([
    ['theme', 'dark', { value: 'dark' }],
    ['overview', true, { value: true }],
    ['offSites', ['b.example', 'a.example'], { 'site:b.example': 0, 'site:a.example': 1 }],
    ['theme', 'plaid', {}],
  ])('%s of %j is %j', (key, value, fields) => {
    expect(settingFields(key, value, undefined)).toEqual(fields);
    if (Object.keys(fields).length > 0) expect(settingOf(record(`settings/${key}`, fields))).toEqual(value);
  });

  it('that stays on its device is none', () => {
    expect(settingOf(record('settings/firstRunDone', { value: true }))).toBeUndefined();
  });

  it('of a newer version is neither taken nor written over', () => {
    const newer = record('settings/theme', { value: 'sepia' });
    expect(settingOf(newer)).toBeUndefined();
    expect(settingFields('theme', 'dark', newer)).toEqual({});
  });
});
