/** The background's answers about notes, as a page, a hostile page, or one of our own would ask. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNoteAnswers } from '@/entrypoints/background/note-answers.ts';
import { composeCard } from '@/lib/card/compose-card.ts';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { Handlers, Sender } from '@/lib/messages/bus.ts';
import { answer } from '@/lib/messages/bus.ts';
import type { NotesOnPage, NotesToBackground, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { HARBOUR_URL, sampleNote } from '@/tests/core/sample-note.ts';

const KEY = articleKeyOf(HARBOUR_URL);
const page = {
  keys: [KEY],
  url: HARBOUR_URL,
  title: 'Harbour talks resume',
  byline: null,
  outlet: null,
  published: '2021-03-29',
  updated: null,
  language: 'en',
  packs: [],
  marks: 0,
  text: 'At least 120 people were hurt.',
};
const { id, passage, flag, body, tags, colour } = sampleNote();
const ask = { id, passage, flag, body, tags, colour, page, evidence: null };

let db: LibraryDb;
let library: Library;
let answers: Handlers<NotesToBackground>;
let clock = 7000;
const notesChanged = vi.fn<() => void>();
beforeEach(() => {
  clock = 7000;
  db = openLibraryDb(`note-answers-${Math.random()}`);
  library = createLibrary(db);
  notesChanged.mockReset();
  const index = {
    card: (ref: { question: string }) => {
      const question = HARBOUR.questions.find((one) => one.id === ref.question) ?? null;
      const here = { claim: question?.claims[0]?.id ?? null, accounts: [] };
      return Promise.resolve(composeCard({ pack: HARBOUR, question, sources: indexSources(HARBOUR.sources), here }));
    },
  };
  answers = createNoteAnswers(library, index, { notesChanged, now: () => clock });
});
afterEach(() => db.delete());

const at = (url: string, isPrivate = false): Sender => ({ kind: 'page', tabId: 1, windowId: 1, url, isPrivate });
const OWN: Sender = { kind: 'extension', tabId: null, windowId: null, url: null, isPrivate: false };
async function say<T>(name: keyof NotesToBackground, payload: unknown, sender: Sender = at(HARBOUR_URL)): Promise<T> {
  const reply = await answer(answers, { to: 'background', name, payload }, sender);
  if (!reply.ok) throw new Error(reply.message);
  return reply.answer as T;
}
const on = async (sender?: Sender) => (await say<NotesOnPage>('notes.on', { keys: [KEY] }, sender)).notes;

describe('a note', () => {
  it('is on the disk when it is said to be saved, with its article and text', async () => {
    const outcome = await say<SaveOutcome>('note.add', ask);
    expect(outcome).toMatchObject({ kind: 'saved', note: { id, body, created: 7000, modified: 7000, article: KEY } });
    expect(await library.notes.get(id)).toMatchObject({ body, url: HARBOUR_URL, deleted: null });
    expect(await library.articles.get(KEY)).toMatchObject({ title: 'Harbour talks resume', published: '2021-03-29' });
    expect((await library.articles.texts(KEY)).map(({ text }) => text)).toEqual([page.text]);
    expect(notesChanged).toHaveBeenCalledOnce();
  });

  it('asked for twice, because the worker died in between, is one', async () => {
    await say('note.add', ask);
    clock = 8000;
    expect(await say('note.add', ask)).toMatchObject({ kind: 'saved', note: { created: 7000 } });
    expect(await on()).toHaveLength(1);
  });

  it('takes its draft away', async () => {
    await say('draft.keep', { key: KEY, draft: ask }, OWN);
    expect((await say<NotesOnPage>('notes.on', { keys: [KEY] })).drafts).toEqual([
      { id, passage, flag, body, tags, colour },
    ]);
    await say('note.add', ask);
    expect((await say<NotesOnPage>('notes.on', { keys: [KEY] })).drafts).toEqual([]);
  });

  it('on a mark carries who says what of it', async () => {
    const question = HARBOUR.questions[0];
    const evidence = {
      pack: HARBOUR.id,
      question: question?.id,
      claim: null,
      accounts: [],
      sentence: 'S.',
      relation: 'same',
    };
    await say('note.add', { ...ask, flag: 'figure', evidence });
    const kept = (await library.notes.get(id))?.evidence;
    expect(kept).toMatchObject({
      sentence: 'S.',
      asks: question?.asks,
      packVersion: HARBOUR.version,
      relation: 'same',
    });
    expect(kept?.accounts.length).toBeGreaterThan(1);
    expect(kept?.accounts[0]?.source.title).toBeTruthy();
  });

  it('is changed, thrown away and brought back', async () => {
    await say('note.add', ask);
    expect(await say('note.change', { id, change: { body: 'new' } })).toMatchObject({
      kind: 'saved',
      note: { body: 'new' },
    });
    await say('note.delete', { id });
    expect(await on()).toEqual([]);
    await say('note.restore', { id });
    expect((await on()).map((note) => note.body)).toEqual(['new']);
  });

  it('that has gone is said to be missing', async () => {
    expect(await say('note.change', { id, change: { body: 'new' } })).toEqual({ kind: 'not-saved', why: 'missing' });
    expect(notesChanged).not.toHaveBeenCalled();
  });

  it('is not said to be saved on a full disk', async () => {
    db.notes.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await say('note.add', ask)).toEqual({ kind: 'not-saved', why: 'full' });
    expect(notesChanged).not.toHaveBeenCalled();
  });

  it('keeps what an import brought along, and does not show it to the page', async () => {
    const imported = { format: 'hypothesis', id: 'abc', author: 'a', rest: { group: 'secret' } } as const;
    await library.notes.put(sampleNote(1, { imported }));
    expect(JSON.stringify(await on())).not.toContain('secret');
    await say('note.add', ask);
    expect((await library.notes.get(id))?.imported).toEqual(imported);
  });
});

describe('a page of another site', () => {
  const evil = at('https://evil.example/');
  beforeEach(() => library.notes.put(sampleNote()));

  it('sees none of it', async () => {
    expect(await on(evil)).toEqual([]);
    expect(await on()).toHaveLength(1);
    expect(await on(OWN)).toHaveLength(1);
  });

  it.each([
    ['note.change', { id, change: { body: 'defaced' } }],
    ['note.delete', { id }],
    ['note.restore', { id }],
    ['note.add', { ...ask, body: 'defaced', page: { ...page, keys: ['evil.example'] } }],
  ] as const)('cannot %s', async (name, payload) => {
    expect(await say(name, payload, evil)).toEqual({ kind: 'not-saved', why: 'missing' });
    expect(await library.notes.get(id)).toEqual(sampleNote());
  });

  it('cannot have its text kept as the article’s', async () => {
    await say('page.met', { ...page, text: 'Lies.' }, evil);
    expect(await library.articles.get(KEY)).toBeNull();
  });
});

describe('what is read', () => {
  it('is kept, unless the reader does not want that', async () => {
    await library.settings.set({ keepRead: false });
    await say('page.met', page);
    expect(await library.articles.get(KEY)).toBeNull();
    await library.settings.set({ keepRead: true });
    await say('page.met', page);
    expect(await library.articles.get(KEY)).not.toBeNull();
  });

  it('in a private window is kept only where there is a note', async () => {
    await say('page.met', page, at(HARBOUR_URL, true));
    expect(await library.articles.get(KEY)).toBeNull();
    await library.notes.put(sampleNote());
    await say('page.met', page, at(HARBOUR_URL, true));
    expect(await library.articles.get(KEY)).not.toBeNull();
  });
});

it('a note made at one address is found at another of the same article', async () => {
  await say('note.add', ask);
  const amp = 'https://www.kiva-herald.example/amp/1234567';
  const keys = [articleKeyOf(amp)];
  expect((await say<NotesOnPage>('notes.on', { keys }, at(amp))).notes).toEqual([]);
  await say('page.met', { ...page, keys: [KEY, ...keys], url: amp }, at(amp));
  expect((await say<NotesOnPage>('notes.on', { keys }, at(amp))).notes).toHaveLength(1);
});

it.each([
  ['notes.on', { keys: [] }],
  ['notes.on', { keys: ['a'.repeat(20_000)] }],
  ['note.add', { ...ask, id: 'x' }],
  ['note.add', { ...ask, body: 'x'.repeat(1_000_001) }],
  ['note.change', { id, change: { colour: 'red' } }],
  ['notes.anchored', { found: [{ note: id, state: { kind: 'lost' } }] }],
  ['page.met', { ...page, marks: -1 }],
] as const)('%s of a wrong shape is refused', async (name, payload) => {
  await expect(say(name, payload)).rejects.toThrow('expected');
});
