/** One browser as a device in a vault: set up by its own options page, written on by messages, read from its own disk. */
import { until } from '@/scripts/drive/until.ts';
import type { Driver, Tab } from './driver.ts';
import type { Gate } from './gate.ts';

export type SyncDevice = {
  readonly name: string;
  readonly driver: Driver;
  readonly gate: Gate;
  /** The options page: what is done on it is done by hand, what is asked from it is asked as by any page of ours. */
  readonly desk: Tab;
};
export type Login = { readonly user: string; readonly password: string };

/** Clicks a button or a choice on a page of ours by its name, once it is there and can be clicked. */
export const press = (tab: Tab, name: string) =>
  until(
    () =>
      tab.run<boolean>(
        `(name) => {
          const named = [...document.querySelectorAll('button, label, summary')].filter(
            (one) => one.textContent.trim() === name && !one.disabled && one.getClientRects().length > 0,
          );
          named.at(-1)?.click();
          return named.length > 0;
        }`,
        name,
      ),
    30_000,
  );

/** Puts text into the field with this label, as typing would. */
export const fill = (tab: Tab, label: string, text: string) =>
  until(() =>
    tab.run<boolean>(
      `(name, text) => {
        const label = [...document.querySelectorAll('label')].filter((one) => one.textContent.trim() === name).at(-1);
        const field = label && document.getElementById(label.htmlFor);
        if (!field) return false;
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      }`,
      label,
      text,
    ),
  );

export const shows = (tab: Tab, words: string, patience = 30_000) =>
  until(async () => (await tab.allText()).includes(words), patience).catch(async (cause: unknown) => {
    throw new Error(`“${words}” is not shown; the page says: ${await dialogText(tab)}`, { cause });
  });

async function connect({ desk, gate }: SyncDevice, folder: string, { user, password }: Login): Promise<void> {
  await press(desk, 'Set up sync');
  await press(desk, 'Nextcloud or other WebDAV');
  await fill(desk, 'Address', `${gate.origin}/dav/${folder}`);
  await fill(desk, 'User name', user);
  await fill(desk, 'Password', password);
  // The browser is asked for the host: only a real click may do that.
  await desk.clickOn('Connect');
}

const dialogText = (desk: Tab): Promise<string> =>
  desk.run(`() => document.querySelector('dialog')?.innerText ?? document.body.innerText`);

/** @returns the passphrase that was drawn. */
export async function makeVault(device: SyncDevice, folder: string, login: Login): Promise<string> {
  const { desk } = device;
  await connect(device, folder, login);
  const passphrase = await until(() =>
    desk.run<string | null>(`() => document.querySelector('output.passphrase')?.textContent || null`),
  ).catch(async (cause: unknown) => {
    throw new Error(`no passphrase is drawn; the page says: ${await dialogText(desk)}`, { cause });
  });
  await press(desk, 'Next');
  const words = passphrase.split(/[\s-]+/);
  await fill(desk, 'Word 2', words[1] ?? '');
  await fill(desk, 'Word 5', words[4] ?? '');
  await press(desk, 'Begin');
  await shows(desk, 'Keep this sheet');
  return passphrase;
}

export async function joinVault(device: SyncDevice, folder: string, login: Login, passphrase: string): Promise<void> {
  const { desk } = device;
  await connect(device, folder, login);
  await shows(desk, 'Join your devices');
  await fill(desk, 'Passphrase', passphrase);
  await press(desk, 'Join');
  await shows(desk, 'This device takes part');
  await press(desk, 'Done');
}

/** Asks the background as any page of ours does; asks again where its worker died meanwhile. */
export const ask = <T>({ desk }: SyncDevice, name: string, payload?: unknown): Promise<T> =>
  until(async () => {
    const reply = await desk.run<{ ok: boolean; answer: T } | null>(
      `async (message) => {
        const reply = (globalThis.browser ?? chrome).runtime.sendMessage(message);
        const late = new Promise((resolve) => setTimeout(resolve, 5000, null));
        return Promise.race([reply, late]).then((said) => said ?? null, () => null);
      }`,
      { to: 'background', name, payload },
    );
    if (reply === null) return null;
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
    return { answer: reply.answer };
  }).then(({ answer }) => answer);

export const KEPT = ['notes', 'articles', 'texts', 'feedback'] as const;

/** All rows of what is the reader's own, as they lie on the disk of the device. */
export const kept = ({ desk }: SyncDevice): Promise<string> =>
  desk.run(
    `async (tables) => {
      const request = indexedDB.open('parallax');
      const db = await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const sorted = (value) =>
        value === null || typeof value !== 'object' || Array.isArray(value)
          ? value
          : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
      const rows = await Promise.all(
        tables.map(
          (table) =>
            new Promise((resolve, reject) => {
              const all = db.transaction(table).objectStore(table).getAll();
              all.onsuccess = () => resolve(all.result);
              all.onerror = () => reject(all.error);
            }),
        ),
      );
      db.close();
      return JSON.stringify(rows.map((table) => table.map(sorted)), null, 1);
    }`,
    KEPT,
  );
