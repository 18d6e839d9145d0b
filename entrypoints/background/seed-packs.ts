/** Puts the packs that ship with the extension into the library, and newer editions in place of older ones. */
import { browser } from 'wxt/browser';
import { list, record, text } from '@/lib/core/parse.ts';
import { parsePackText } from '@/lib/pack/parse-pack.ts';
import type { PackStore } from '@/lib/storage/pack-store.ts';

type Shipped = { readonly id: string; readonly version: string; readonly file: string };

/** Reads a file of the extension itself; no request leaves the browser. */
export type ReadOwnFile = (path: string) => Promise<string>;

export const readOwnFile: ReadOwnFile = async (path) => {
  // eslint-disable-next-line no-restricted-globals -- the only one: the address is the extension's own
  const response = await fetch(browser.runtime.getURL(path as '/'));
  return response.text();
};

/** Cheap when all is in place: one read of the list. @returns whether the library changed. */
export async function seedPacks(packs: PackStore, read: ReadOwnFile): Promise<boolean> {
  const shipped = parseShipped(JSON.parse(await read('/packs/index.json')));
  const held = new Map((await packs.list()).map(({ id, version, from }) => [id as string, { version, from }]));
  const missing = shipped.filter(
    ({ id, version }) => held.get(id)?.from !== 'built-in' || held.get(id)?.version !== version,
  );
  for (const { file } of missing) {
    const result = parsePackText(await read(`/packs/${file}`));
    if (result.kind === 'ok') await packs.put(result.pack, 'built-in');
    // A shipped pack is tested before release: this is a damaged installation, and the older edition stays.
    else console.error(`Parallax: ${file} is damaged`, result.problems);
  }
  return missing.length > 0;
}

function parseShipped(value: unknown): Shipped[] {
  return list(value, 'packs', (entry, path) => {
    const { id, version, file } = record(entry, path);
    return { id: text(id, `${path}.id`), version: text(version, `${path}.version`), file: text(file, `${path}.file`) };
  });
}
