/** Puts a made-up library into the extension's own database, from one of its pages. */
import type { Page } from 'puppeteer-core';
import { DATABASE_NAME } from '@/lib/storage/db.ts';
import type { MadeUpLibrary } from './made-up-notes.ts';

/** Rows handed over at once: as JSON they go through the debugger's socket. */
const PORTION = 4000;

/** The page must have opened the database before, so that its tables are there. */
export async function fillLibrary(page: Page, library: MadeUpLibrary): Promise<void> {
  for (const table of ['articles', 'texts', 'anchors', 'notes'] as const) {
    const rows: readonly unknown[] = library[table];
    for (let at = 0; at < rows.length; at += PORTION)
      await page.evaluate(put, DATABASE_NAME, table, JSON.stringify(rows.slice(at, at + PORTION)));
  }
}

async function put(database: string, table: string, json: string): Promise<void> {
  const rows = JSON.parse(json) as unknown[];
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`${database} cannot be opened`));
  });
  await new Promise<void>((resolve, reject) => {
    const work = db.transaction(table, 'readwrite');
    for (const row of rows) work.objectStore(table).put(row);
    work.oncomplete = () => resolve();
    work.onerror = () => reject(new Error(`${table} cannot be written`));
  });
  db.close();
}
