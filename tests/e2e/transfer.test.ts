/** Notes out, wiped and in again through the extension's own pages, in both browsers; by keys alone where a reader might. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_NAME } from '@/lib/storage/db.ts';
import { until } from '@/scripts/drive/until.ts';
import { sampleNote } from '../core/sample-note.ts';
import { sampleArticle } from '../transfer/sample-article.ts';
import { violations } from './axe.ts';
import { BROWSERS } from './browsers.ts';
import type { Driver, Tab } from './driver.ts';

const HOSTILE = '‮שלום \u0000 👩‍👩‍👧 </script> =1+1 e\u0301 \ud800';
const NOTES = Array.from({ length: 1500 }, (_, n) =>
  sampleNote(n, { body: n % 3 === 0 ? `${HOSTILE} ${n}` : '', tags: n % 2 === 0 ? ['figures'] : [] }),
);

/** Puts rows straight on the disk: the page has opened the database before. */
const PUT = `async (database, table, rows) => {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const work = db.transaction(table, 'readwrite');
  for (const row of JSON.parse(rows)) work.objectStore(table).put(row);
  await new Promise((resolve, reject) => { work.oncomplete = resolve; work.onerror = () => reject(work.error); });
  db.close();
}`;
/** What the page hands over as a download stays readable here. */
const KEEP_FILES = `() => {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file) => { window.lastFile = file; return make(file); };
}`;
const LAST_FILE = '() => window.lastFile?.text() ?? null';
const SAID = `() => document.querySelector('dialog progress') === null
  && (document.querySelector('dialog [role=status]:not(.sr-only)')?.textContent ?? null)`;
const CHOOSE = `(text) => {
  const files = new DataTransfer();
  files.items.add(new File([text], 'backup.json'));
  const field = document.querySelector('dialog input[type=file]');
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}`;
const clickOn = (tab: Tab, name: string) =>
  until(() =>
    tab.run<boolean>(
      `(name) => {
        const buttons = [...document.querySelectorAll('dialog button'), ...document.querySelectorAll('button')];
        const button = buttons.find((one) => one.textContent.trim() === name);
        button?.click();
        return button !== undefined;
      }`,
      name,
    ),
  );
const said = (tab: Tab, words: RegExp) =>
  until(async () => {
    const text = await tab.run<string | false | null>(SAID);
    return typeof text === 'string' && words.test(text) ? text : null;
  }, 60_000);

async function backUp(tab: Tab): Promise<string> {
  await tab.run('() => { window.lastFile = undefined; }');
  await clickOn(tab, 'Back up everything');
  await said(tab, /^Saved among your downloads as parallax-backup-/);
  const text = await until(() => tab.run<string | null>(LAST_FILE));
  await clickOn(tab, 'Close');
  return text;
}

describe.each(BROWSERS.filter(({ missing }) => !missing))('$name', ({ launch }) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch();
  });
  afterAll(() => driver.close());

  it('a backup, a wipe, an import: the same library, and the same backup to the byte', async () => {
    const tab = await driver.openOwn('options.html');
    await until(() => tab.run('() => document.querySelector(".wipe") !== null'));
    await tab.run(PUT, DATABASE_NAME, 'articles', JSON.stringify([sampleArticle()]));
    await tab.run(PUT, DATABASE_NAME, 'notes', JSON.stringify(NOTES));
    await tab.run(KEEP_FILES);
    const before = await backUp(tab);
    expect(before).toContain('"articles":1');
    expect(before).toContain('"notes":1500');
    await clickOn(tab, 'Delete everything…');
    await clickOn(tab, 'Delete everything');
    await until(async () => (await tab.allText()).includes('0 notes'));
    await clickOn(tab, 'Import…');
    expect(await violations(tab)).toEqual([]);
    await tab.run(CHOOSE, before);
    await said(tab, /All of it was read/);
    expect(await tab.run('() => document.querySelector("dialog table").innerText')).toMatch(/1,500\s+0\s+0/);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, 'Close');
    await until(async () => (await tab.allText()).includes('1,500 notes'));
    expect(await backUp(tab)).toBe(before);
    await tab.close();
  });

  it('export by keys alone, of what the list shows; the focus comes back to the button', async () => {
    const tab = await driver.openOwn('library.html#/notes');
    await until(
      async () =>
        (await tab.run('() => document.querySelector(".shelf [role=status]")?.textContent')) === '1,500 notes',
    );
    await tab.run(KEEP_FILES);
    await tab.run(
      `() => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Export…').focus()`,
    );
    await tab.press('Enter');
    await until(() => tab.run('() => document.querySelector("dialog[open]") !== null'));
    expect(await violations(tab)).toEqual([]);
    const focused = '() => document.activeElement?.value || document.activeElement?.textContent';
    expect(await tab.run(focused)).toBe('markdown-zip');
    for (const _press of [1, 2, 3]) await tab.press('ArrowDown');
    expect(await tab.run(focused)).toBe('hypothesis');
    await tab.press('Enter');
    await said(tab, /parallax-hypothesis\.json · 1,500 entries/);
    expect(JSON.parse((await tab.run<string | null>(LAST_FILE)) ?? '')).toMatchObject({ total: 1500 });
    await tab.press('Escape');
    await until(() => tab.run('() => document.querySelector("dialog") === null'));
    expect(await tab.run(focused)).toBe('Export…');
    await tab.close();
  });
});
