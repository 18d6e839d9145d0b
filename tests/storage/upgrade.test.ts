/** Libraries of versions that readers have: everything in them is there after the upgrade, and nothing is synced unasked. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { openLibraryDb } from '@/lib/storage/db.ts';
import { createLibrary } from '@/lib/storage/library.ts';
import { HARBOUR } from '@/tests/card/harbour-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import type { ArticleKey, ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';

/** Word for word as version 3 had it. */
function openVersion3(name: string): Dexie {
  const db = new Dexie(name);
  db.version(1).stores({
    packs: 'id',
    sources: '[pack+id], pack',
    questions: '[pack+id], pack',
    claims: '[pack+id], pack, [pack+question]',
    accounts: '[pack+id], pack, [pack+claim]',
    feedback: '[pack+question+sentence]',
    settings: 'key',
  });
  db.version(2).stores({ meanings: '[pack+model]' });
  db.version(3).stores({
    notes: 'id, article, created, modified, deleted, replyTo',
    anchors: 'note, kind',
    drafts: 'id, article',
    articles: 'key, *keys, lastRead',
    texts: '[article+hash], article',
    entries: 'place',
  });
  return db;
}

const KEY = 'a.example/story' as ArticleKey;

describe('a library of version 3', () => {
  it('keeps every row', async () => {
    const name = `upgrade-${Math.random()}`;
    const source = openLibraryDb(`${name}-filled`);
    const filled = createLibrary(source);
    await filled.packs.put(HARBOUR, 'reader');
    await filled.settings.set({ theme: 'dark', offSites: ['x.example'] });
    await filled.feedback.say({
      ...{ pack: 'p' as PackId, question: 'q' as QuestionId, sentence: 's' as SentenceHash },
      ...{ verdict: 'yes', claim: null as ClaimId | null, vector: { model: 'm', values: Int8Array.of(1), scale: 1 } },
    });
    await filled.articles.keep({
      ...{ keys: [KEY], url: 'https://a.example/story', title: 'T', byline: null, outlet: null, published: null },
      ...{ updated: null, language: 'en', packs: [], marks: 2, text: 'Words.' },
    });
    for (let n = 0; n < 50; n += 1) await filled.notes.put(sampleNote(n, { article: KEY }));
    await filled.notes.anchored(sampleNote(1).id, { kind: 'orphan' });
    await filled.drafts.keep(KEY, sampleNote(2));

    const old = openVersion3(name);
    await old.open();
    const rows = new Map<string, unknown[]>();
    for (const { name: table } of old.tables) {
      rows.set(table, await source.table(table).toArray());
      await old.table(table).bulkPut(rows.get(table) ?? []);
    }
    old.close();
    expect([...rows.values()].filter((of) => of.length > 0).length).toBeGreaterThan(10);

    const now = openLibraryDb(name);
    for (const [table, before] of rows) expect(await now.table(table).toArray()).toEqual(before);
    const library = createLibrary(now);
    expect(await library.packs.get(HARBOUR.id)).toEqual(HARBOUR);
    await library.notes.change(sampleNote(1).id, { body: 'after the upgrade' });
    expect((await library.notes.get(sampleNote(1).id))?.body).toBe('after the upgrade');
    expect(await now.changes.count()).toBe(0);
    await now.delete();
    await source.delete();
  });
});
