/** The background's answers on a real library, as a page or one of our own pages would ask. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRIVILEGED, createAnswers, type Surroundings } from '@/entrypoints/background/answers.ts';
import { createStoryIndex } from '@/entrypoints/background/story-index.ts';
import type { Handlers } from '@/lib/messages/bus.ts';
import { answer } from '@/lib/messages/bus.ts';
import type { MatchAnswer, ToBackground } from '@/lib/messages/protocol.ts';
import { MARK_LEVELS } from '@/lib/core/settings.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { buildPack } from '@/tests/build-pack.ts';
import { HARBOUR_FILE } from '@/tests/card/harbour-pack.ts';

const KNOWN = 'The keeper of the dam said that the sluice had been closed at noon.';
const DAM = buildPack({
  id: 'dam',
  questions: {
    'q-sluice': {
      asks: 'When was the sluice of the dam closed?',
      claims: { 'closed-at-noon': { says: 'The sluice was closed at noon.', accounts: [{ tells: [KNOWN] }] } },
    },
  },
});
const article = {
  title: 'The dam',
  url: 'https://news.example/dam',
  published: '2019-05-20',
  language: 'en',
  sentences: [KNOWN, 'The weather was fine.'].map((text) => ({ text, role: 'body', block: 0 })),
};

let db: LibraryDb;
let library: Library;
let answers: Handlers<ToBackground>;
const rememberMeaning = vi.fn<Surroundings['rememberMeaning']>();
const rereadPages = vi.fn<Surroundings['rereadPages']>();
beforeEach(async () => {
  db = openLibraryDb(`answers-${Math.random()}`);
  library = createLibrary(db);
  await library.packs.put(DAM, 'built-in');
  const index = createStoryIndex({
    ...library,
    meaning: () => Promise.resolve(null),
    ready: () => Promise.resolve(),
  });
  rememberMeaning.mockReset().mockResolvedValue(null);
  rereadPages.mockReset().mockResolvedValue();
  answers = createAnswers(library, index, () => Promise.resolve('[]'), { rememberMeaning, rereadPages });
});
afterEach(() => db.delete());

const ask = async <T>(name: string, payload?: unknown): Promise<T> => {
  const reply = await answer(
    answers,
    { to: 'background', name, payload },
    { kind: 'extension', tabId: 1, windowId: 1, url: null, isPrivate: false },
  );
  if (!reply.ok) throw new Error(reply.message);
  return reply.answer as T;
};
const match = () => ask<MatchAnswer>('article.match', { article, packs: ['dam'], which: [0, 1] });
const rejection = { sentence: KNOWN, pack: 'dam', question: 'q-sluice' };

describe('article.match', () => {
  it('marks the sentence that is an account’s own', async () => {
    const { marks, hidden } = await match();
    expect(marks.map(({ text, asks, match: { claim, score } }) => [text, asks, claim, score])).toEqual([
      [KNOWN, 'When was the sluice of the dam closed?', 'closed-at-noon', 1],
    ]);
    expect(hidden).toEqual([]);
  });

  it('hides what the reader rejected, until it is restored', async () => {
    await ask('match.reject', rejection);
    expect(await match()).toMatchObject({ marks: [], hidden: [{ text: KNOWN }] });
    await ask('match.restore', rejection);
    expect(await match()).toMatchObject({ marks: [{ text: KNOWN }], hidden: [] });
    await ask('match.reject', rejection);
    await ask('match.restoreAll');
    expect((await match()).marks).toHaveLength(1);
  });

  it('matches only against the packs that were asked for', async () => {
    expect(await ask('article.match', { article, packs: [], which: [0] })).toEqual({ marks: [], hidden: [] });
  });

  it('refuses what is no article, and says which field', async () => {
    await expect(
      ask('article.match', { article: { ...article, sentences: 'all' }, packs: [], which: [] }),
    ).rejects.toThrow('article.sentences');
  });
});

describe('library.changed', () => {
  it('forgets what it knew, follows the sites, and has open pages look again', async () => {
    const asked = { notesChanged: vi.fn(() => Promise.resolve()), followSites: vi.fn(() => Promise.resolve()) };
    const forget = vi.fn();
    const index = {
      ...createStoryIndex({ ...library, meaning: () => Promise.resolve(null), ready: () => Promise.resolve() }),
      forget,
    };
    answers = createAnswers(library, index, () => Promise.resolve('[]'), { rereadPages, ...asked });
    await library.settings.set({ offSites: ['quiet.example'] });
    expect(await ask('library.changed')).toBe('done');
    expect(forget).toHaveBeenCalledOnce();
    expect(rereadPages).toHaveBeenCalledOnce();
    expect(asked.notesChanged).toHaveBeenCalledOnce();
    expect(asked.followSites).toHaveBeenCalledExactlyOnceWith(['quiet.example']);
  });
});

describe('what the reader says of a mark', () => {
  const vector = { model: 'm-1', values: Int8Array.of(1, -2), scale: 0.5 };
  const kept = async () =>
    (await library.feedback.all()).map(({ verdict, claim, vector: meaning }) => [verdict, claim, meaning]);

  it.each([
    ['match.reject', { claim: 'closed-at-noon' }, ['no', null, null]],
    ['match.confirm', { claim: 'closed-at-noon' }, ['yes', 'closed-at-noon', null]],
    ['match.confirm', { claim: null }, ['yes', null, null]],
  ])('%s %j is kept', async (name, more, expected) => {
    expect(await ask(name, { ...rejection, ...more })).toBe('done');
    expect(await kept()).toEqual([expected]);
    await ask('match.restore', rejection);
    expect(await kept()).toEqual([]);
  });

  it('a confirmation takes the place of a rejection, and hides nothing', async () => {
    await ask('match.reject', rejection);
    await ask('match.confirm', { ...rejection, claim: 'closed-at-noon' });
    expect(await match()).toMatchObject({ marks: [{ text: KNOWN }], hidden: [] });
  });

  it.each(['match.reject', 'match.confirm'])('%s is kept with what the sentence means', async (name) => {
    rememberMeaning.mockResolvedValue(vector);
    await ask(name, rejection);
    expect(rememberMeaning).toHaveBeenCalledExactlyOnceWith(KNOWN);
    expect((await kept()).map(([, , meaning]) => meaning)).toEqual([vector]);
  });

  it('is kept even where its meaning cannot be found', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failure = new Error('no model');
    rememberMeaning.mockRejectedValue(failure);
    await ask('match.confirm', rejection);
    expect(await kept()).toEqual([['yes', null, null]]);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.any(String), failure);
    told.mockRestore();
  });

  it('stays taken back when its meaning comes later', async () => {
    let comes: (meaning: typeof vector) => void = () => undefined;
    rememberMeaning.mockImplementation(() => new Promise((resolve) => (comes = resolve)));
    const confirming = ask('match.confirm', rejection);
    await vi.waitFor(() => expect(rememberMeaning).toHaveBeenCalled());
    await ask('match.restore', rejection);
    comes(vector);
    await confirming;
    expect(await kept()).toEqual([]);
  });

  it('is refused where it is no answer, and says which field', async () => {
    await expect(ask('match.confirm', { ...rejection, claim: 7 })).rejects.toThrow('ask.claim');
    expect(await kept()).toEqual([]);
  });
});

describe('how many marks', () => {
  it('is told in figures from 0 to 1, for every level', async () => {
    const levels = await ask<Record<string, { precision: number; recall: number }>>('match.levels');
    expect(Object.keys(levels)).toEqual([...MARK_LEVELS]);
    for (const { precision, recall } of Object.values(levels))
      for (const share of [precision, recall]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
  });
});

describe('open pages are read again', () => {
  it.each([
    ['after a change of the level', 'settings.change', { level: 'few' }, 1],
    ['not after another setting', 'settings.change', { theme: 'dark' }, 0],
    ['after a pack was switched', 'pack.switch', { pack: 'dam', on: false }, 1],
    ['after all answers were taken back', 'match.restoreAll', undefined, 1],
    ['not after one answer: the page that it was given for sees to that', 'match.reject', rejection, 0],
  ])('%s', async (_when, name, payload, times) => {
    await ask(name, payload);
    expect(rereadPages).toHaveBeenCalledTimes(times);
  });

  it('without being waited for, and whatever becomes of it', async () => {
    rereadPages.mockReturnValue(new Promise(() => undefined));
    expect(await ask('settings.change', { level: 'more' })).toBe('done');
    expect((await library.settings.get()).level).toBe('more');
  });
});

describe('card.compose', () => {
  it('gives the card of a question, and null where there is none', async () => {
    const ref = { pack: 'dam', question: 'q-sluice', claim: 'closed-at-noon', accounts: [] };
    expect(await ask('card.compose', ref)).toMatchObject({ accounts: 1, origins: 1 });
    expect(await ask('card.compose', { ...ref, question: 'q-none' })).toBeNull();
    expect(await ask('card.compose', { ...ref, pack: 'none' })).toBeNull();
  });
});

describe('packs', () => {
  it('that are switched off mark nothing and are not in the gate', async () => {
    expect(await ask('gate.fingerprints')).toHaveLength(1);
    await ask('pack.switch', { pack: 'dam', on: false });
    expect(await ask('gate.fingerprints')).toEqual([]);
    expect((await match()).marks).toEqual([]);
  });

  it('are taken in from a file, and taken out', async () => {
    expect(await ask('pack.import', { json: JSON.stringify(HARBOUR_FILE) })).toMatchObject({
      kind: 'ok',
      pack: { id: HARBOUR_FILE.id },
    });
    expect(await ask('gate.fingerprints')).toHaveLength(2);
    await ask('pack.remove', { pack: HARBOUR_FILE.id });
    expect(await ask('gate.fingerprints')).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'not json', ''],
    ['another shape', '{}', ''],
    [
      'a broken reference',
      JSON.stringify({ ...HARBOUR_FILE, sources: HARBOUR_FILE.sources.slice(1) }),
      '/sources/0/reprintOf',
    ],
    ['the id of a built-in pack', JSON.stringify({ ...HARBOUR_FILE, id: 'dam' }), '/id'],
  ])('with %s are refused with the place, and the library stays as it was', async (_name, json, path) => {
    const before = await library.packs.active();
    const result = await ask<{ kind: string; problems: { path: string }[] }>('pack.import', { json });
    expect(result.kind).toBe('invalid');
    expect(result.problems[0]?.path).toContain(path);
    expect(await library.packs.active()).toEqual(before);
  });
});

it('a page cannot ask for anything that changes the library or acts on a tab', () => {
  const forPages = Object.keys(answers).filter((name) => !PRIVILEGED.has(name as keyof ToBackground));
  expect(forPages.sort()).toEqual(
    [
      'article.match',
      'card.compose',
      'editor.window',
      'gate.fingerprints',
      'match.confirm',
      'match.reject',
      'match.restore',
      // Of the page's own site only: tests/background/note-answers.test.ts.
      'note.add',
      'note.change',
      'note.delete',
      'note.restore',
      'notes.anchored',
      'notes.on',
      'page.met',
      'page.settings',
      'panel.isOpen',
      'panel.open',
    ].sort(),
  );
});
