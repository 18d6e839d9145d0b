/** Roots as bytes, for as long as a piece of work needs them; and those of earlier epochs, each under the newest. */
import { fromBase64url, toBase64url } from './base64url.ts';
import { secureRandom, type Bytes, type Random } from './bytes.ts';
import type { OlderRoot } from './exact-json.ts';
import { aesKeyOf, importRoot } from './root-key.ts';
import type { VaultKeys } from './vault.ts';
import { unwrap, wrap } from './wrapped.ts';

export type RawRoot = { readonly epoch: number; readonly raw: Bytes };
/** The newest is the last. */
export type RawRoots = readonly [...RawRoot[], RawRoot];

export function newestOf(roots: RawRoots): RawRoot {
  const newest = roots.at(-1);
  if (newest === undefined) throw new RangeError('There is no root.');
  return newest;
}

export const zero = (roots: readonly RawRoot[]): void => roots.forEach(({ raw }) => raw.fill(0));

const slotName = (epoch: number): string => `older:${epoch}`;

/** Under the root of the epoch that it is written in. */
export async function wrapOlder(
  vault: string,
  newest: RawRoot,
  older: RawRoot,
  random: Random = secureRandom,
): Promise<OlderRoot> {
  const salt = random(16);
  const key = await aesKeyOf(await importRoot(newest.raw), salt, 'older');
  const what = { vault, epoch: newest.epoch, slot: slotName(older.epoch) };
  return { epoch: older.epoch, salt: toBase64url(salt), ...(await wrap(key, older.raw, what, random)) };
}

/** Together with the newest. Null, and all of them zeroed, where one does not open. */
export async function withOlder(vault: string, newest: RawRoot, older: readonly OlderRoot[]): Promise<RawRoots | null> {
  const root = await importRoot(newest.raw);
  const earlier: RawRoot[] = [];
  for (const each of older) {
    const salt = fromBase64url(each.salt);
    const key = salt === null ? null : await aesKeyOf(root, salt, 'older');
    const what = { vault, epoch: newest.epoch, slot: slotName(each.epoch) };
    const raw = key === null ? null : await unwrap(key, each, what);
    if (raw === null) {
      zero([...earlier, newest]);
      return null;
    }
    earlier.push({ epoch: each.epoch, raw });
  }
  return [...earlier.sort((one, other) => one.epoch - other.epoch), newest];
}

export async function keysOf(vault: string, roots: readonly RawRoot[]): Promise<VaultKeys> {
  return {
    vault,
    roots: await Promise.all(roots.map(async ({ epoch, raw }) => ({ epoch, key: await importRoot(raw) }))),
  };
}
