import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PackId } from '@/lib/core/ids.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { DEFAULT_SETTINGS } from '@/lib/core/settings.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { buildPack } from '@/tests/build-pack.ts';

const YEAR_BEFORE = { from: '2018', to: '2018' };
const OTHER = buildPack({
  id: 'other',
  events: [{ id: 'the-ball', name: 'the ball', also: ['Ada'], from: '2019-05-04', to: '2019-05', own: true }],
  questions: {
    'q-one': {
      asks: 'Who came?',
      when: { from: '2019-05-04', to: '2019-05-05' },
      aspects: [{ says: 'Nobody was asked to come.' }, { says: 'She had come before.', when: YEAR_BEFORE }],
      claims: { 'a-came': { says: 'Ada came.', when: YEAR_BEFORE, wordings: ['Ada was there.'] } },
    },
  },
});
const id = (text: string) => text as PackId;
/** The same pack with one question less, as a later edition. */
const later = (pack: Pack): Pack => ({ ...pack, version: '2.0.0', questions: pack.questions.slice(1) });

let db: LibraryDb;
let library: Library;
beforeEach(() => {
  db = openLibraryDb(`test-${Math.random()}`);
  library = createLibrary(db);
});
afterEach(async () => {
  await db.delete();
});

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (cause) {
    if (cause instanceof LibraryError) return cause.kind;
    throw cause;
  }
  return 'none';
};

describe('packs', () => {
  it('come out as they went in', async () => {
    await library.packs.put(HARBOUR, 'built-in');
    expect(await library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
    expect(await library.packs.active()).toEqual([HARBOUR]);
  });

  it('keep the order of questions, claims and accounts, whatever their ids', async () => {
    const reversed = { ...HARBOUR, questions: [...HARBOUR.questions].reverse() };
    await library.packs.put(reversed, 'reader');
    expect(await library.packs.get(HARBOUR.id)).toEqual(reversed);
  });

  it('do not mix', async () => {
    await library.packs.put(HARBOUR, 'reader');
    await library.packs.put(OTHER, 'reader');
    expect(await library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
    expect(await library.packs.get(OTHER.id)).toEqual(OTHER);
    await library.packs.remove(OTHER.id);
    expect(await library.packs.active()).toEqual([HARBOUR]);
    expect(await db.claims.where('pack').equals('other').count()).toBe(0);
    expect(await db.accounts.where('pack').equals('other').count()).toBe(0);
  });

  it('are replaced whole by a later edition, which stays switched off', async () => {
    await library.packs.put(HARBOUR, 'built-in');
    await library.packs.switch(HARBOUR.id, false);
    await library.packs.put(later(HARBOUR), 'built-in');
    expect(await library.packs.get(HARBOUR.id)).toEqual(later(HARBOUR));
    expect(await library.packs.active()).toEqual([]);
    await library.packs.switch(HARBOUR.id, true);
    expect(await library.packs.active()).toEqual([later(HARBOUR)]);
  });

  it('that ship inside are not removed, nor replaced by a file of the same name', async () => {
    await library.packs.put(HARBOUR, 'built-in');
    await library.packs.remove(HARBOUR.id);
    expect(await library.packs.put(later(HARBOUR), 'reader')).toBe('built-in');
    expect(await library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
  });

  it('stay as they were when writing the new edition fails half way', async () => {
    await library.packs.put(HARBOUR, 'reader');
    const broken = later(HARBOUR);
    const twice = { ...broken, sources: [...broken.sources, ...broken.sources] };
    expect(await problemOf(library.packs.put(twice, 'reader'))).toBe('unavailable');
    expect(await library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
  });

  it('that are not there are null', async () => {
    expect(await library.packs.get(id('none'))).toBeNull();
  });

  it('are told of as they change', async () => {
    const seen: string[][] = [];
    library.packs.watch(
      (packs) => seen.push(packs.map(({ pack, on }) => `${pack.id} ${on ? 'on' : 'off'}`)),
      (cause) => expect.unreachable(String(cause)),
    );
    await library.packs.put(HARBOUR, 'reader');
    await expect.poll(() => seen.at(-1)).toEqual([`${HARBOUR.id} on`]);
    await library.packs.switch(HARBOUR.id, false);
    await expect.poll(() => seen.at(-1)).toEqual([`${HARBOUR.id} off`]);
  });
});

describe('rows that are damaged', () => {
  it.each(['packs', 'sources', 'questions', 'claims', 'accounts'] as const)(
    'in %s are told as corrupt, and nothing is changed',
    async (table) => {
      await library.packs.put(HARBOUR, 'reader');
      const [row] = await db.table<Record<string, unknown>>(table).toArray();
      await db.table(table).put({
        ...row,
        [table === 'accounts'
          ? 'stance'
          : table === 'questions'
            ? 'asks'
            : table === 'claims'
              ? 'says'
              : table === 'sources'
                ? 'kind'
                : 'title']: 17,
      });
      expect(await problemOf(library.packs.get(HARBOUR.id))).toBe('corrupt');
      expect(await db.table(table).count()).toBeGreaterThan(0);
    },
  );
});

describe('rows of an older version', () => {
  const YOUNGER = ['when', 'aspects', 'wordings', 'events'];

  it('without windows, aspects, wordings and events are whole', async () => {
    await library.packs.put(OTHER, 'reader');
    for (const table of [db.packs, db.questions, db.claims] as const)
      await table.toCollection().modify((row) => {
        for (const field of YOUNGER) Reflect.deleteProperty(row, field);
      });
    const [question] = OTHER.questions;
    const claims = question?.claims.map((claim) => ({ ...claim, when: null, wordings: [] }));
    const bare = { ...OTHER, events: [], questions: [{ ...question, when: null, aspects: [], claims }] };
    expect(await library.packs.get(OTHER.id)).toEqual(bare);
  });

  it.each([
    ['packs', 'events', [{ id: 'e' }]],
    ['questions', 'when', { from: '2019' }],
    ['questions', 'aspects', ['mere text']],
    ['claims', 'when', { from: 'May', to: '2019' }],
    ['claims', 'wordings', [7]],
  ])('with a damaged field are corrupt: %s %s', async (table, field, put) => {
    await library.packs.put(OTHER, 'reader');
    await db
      .table<object>(table)
      .toCollection()
      .modify((row) => void Reflect.set(row, field, put));
    expect(await problemOf(library.packs.get(OTHER.id))).toBe('corrupt');
  });
});

describe('a full disk', () => {
  it('is told as full', async () => {
    db.packs.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await problemOf(library.packs.put(HARBOUR, 'reader'))).toBe('full');
    expect(await library.packs.list()).toEqual([]);
    expect(await db.sources.count()).toBe(0);
  });
});

describe('settings', () => {
  it('are the defaults until set, and then what was set', async () => {
    expect(await library.settings.get()).toEqual(DEFAULT_SETTINGS);
    const chosen = { theme: 'dark', level: 'few', offSites: ['a.example'] } as const;
    await library.settings.set(chosen);
    expect(await library.settings.get()).toEqual({ ...DEFAULT_SETTINGS, ...chosen });
  });
  it('that cannot be read are the defaults, the others hold', async () => {
    await db.settings.bulkPut([
      { key: 'theme', value: 'plaid' },
      { key: 'level', value: 'all' },
      { key: 'overview', value: true },
      { key: 'of-a-newer-version', value: 1 },
    ]);
    expect(await library.settings.get()).toEqual({ ...DEFAULT_SETTINGS, overview: true });
    await library.settings.set({ firstRunDone: true });
    expect(await db.settings.get('of-a-newer-version')).toEqual({ key: 'of-a-newer-version', value: 1 });
  });
});

it('wipe empties every table', async () => {
  await library.packs.put(HARBOUR, 'built-in');
  await library.settings.set({ theme: 'dark' });
  await library.wipe();
  expect(await Promise.all(db.tables.map((table) => table.count()))).toEqual(db.tables.map(() => 0));
});

describe('the database of version 1 still opens', () => {
  it('with the tables and keys it was released with', async () => {
    const name = `released-${Math.random()}`;
    const released = new Dexie(name);
    released.version(1).stores({
      packs: 'id',
      sources: '[pack+id], pack',
      questions: '[pack+id], pack',
      claims: '[pack+id], pack, [pack+question]',
      accounts: '[pack+id], pack, [pack+claim]',
      feedback: '[pack+question+sentence]',
      settings: 'key',
    });
    await released.table('settings').put({ key: 'theme', value: 'dark' });
    released.close();
    const now = openLibraryDb(name);
    expect((await createLibrary(now).settings.get()).theme).toBe('dark');
    await now.delete();
  });
});
