/** The keyrings that lie in a vault's folder, read and written. Anybody who reaches the storage may have put them there. */
import { KEYS_FOLDER } from '@/lib/sync/file-name.ts';
import { RemoteError, type RemoteStore } from '@/lib/sync/remote.ts';
import { LARGEST_KEYRING } from '@/lib/vault/keyring-file.ts';
import { currentKeyrings, readKeyring } from '@/lib/vault/keyring.ts';
import type { Keyring } from '@/lib/vault/vault.ts';

export const keyringPath = (name: string): string => `${KEYS_FOLDER}/${name}`;
const isKeyringName = (name: string): boolean => /^[0-9a-f]{32}\.key$/.test(name);

export type FoundKeyrings = {
  readonly keyrings: readonly Keyring[];
  /** Some cannot be read: damaged, or of a newer version. */
  readonly damaged: readonly string[];
  readonly newer: readonly string[];
};

export async function listKeyrings(store: RemoteStore): Promise<string[]> {
  return (await store.list(KEYS_FOLDER)).map(({ name }) => name).filter(isKeyringName);
}

export async function readKeyrings(store: RemoteStore, names: readonly string[]): Promise<FoundKeyrings> {
  const keyrings: Keyring[] = [];
  const [damaged, newer]: [string[], string[]] = [[], []];
  for (const name of names) {
    const bytes = await getOrNull(store, name);
    if (bytes === 'absent') continue;
    const read = bytes === null ? ({ kind: 'damaged' } as const) : await readKeyring(name, bytes);
    if (read.kind === 'keyring') keyrings.push(read.keyring);
    else (read.kind === 'newer' ? newer : damaged).push(name);
  }
  return { keyrings, damaged, newer };
}

/** Null: there is something, but nothing that could be a keyring. */
async function getOrNull(store: RemoteStore, name: string): Promise<Uint8Array<ArrayBuffer> | 'absent' | null> {
  try {
    return (await store.get(keyringPath(name), LARGEST_KEYRING)) ?? 'absent';
  } catch (cause) {
    if (cause instanceof RemoteError && cause.kind === 'odd') return null;
    throw cause;
  }
}

/** The one that counts; null: no keyring of that vault lies there. */
export async function currentKeyring(store: RemoteStore, vault: string): Promise<Keyring | null> {
  const { keyrings } = await readKeyrings(store, await listKeyrings(store));
  return currentKeyrings(keyrings).get(vault)?.[0] ?? null;
}

/** It is there only once it has been read back. Throws `RemoteError`. */
export async function putKeyring(store: RemoteStore, { name, bytes }: Pick<Keyring, 'name' | 'bytes'>): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const found = await store.get(keyringPath(name), LARGEST_KEYRING);
    return found?.length === bytes.length && found.every((byte, at) => byte === bytes[at]);
  };
  if (await isThere()) return;
  await store.mkdir(KEYS_FOLDER);
  await store.put(keyringPath(name), bytes);
  if (!(await isThere())) throw new RemoteError('server', 'what was written cannot be read back');
}

/** Once the new one is there, the older ones of its vault open nothing any more. */
export async function dropOlder(store: RemoteStore, kept: Pick<Keyring, 'name' | 'vault'>): Promise<void> {
  const { keyrings } = await readKeyrings(store, await listKeyrings(store));
  const [current, ...older] = currentKeyrings(keyrings).get(kept.vault) ?? [];
  if (current?.name !== kept.name) return;
  for (const { name } of older) await store.del(keyringPath(name));
}
