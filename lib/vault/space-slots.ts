/** What a state of a space holds for each member: the root, wrapped for their keys, and the names, under the root. */
import { record, text } from '@/lib/core/parse.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { textOf, utf8, type Random } from './bytes.ts';
import { publicHalves } from './device-keys.ts';
import { keyFrom, keyTowards } from './exchanged-key.ts';
import { withOlder, zero, type RawRoot, type RawRoots } from './older-roots.ts';
import { aesKeyOf, importRoot } from './root-key.ts';
import type { Space } from './space-chain.ts';
import type { MemberKeys, MemberSlot, SpaceKeyLine, SpaceList } from './space-file.ts';
import type { DeviceKeys } from './vault.ts';
import { unwrap, wrap, type WrappedFor } from './wrapped.ts';

export type MemberNames = Readonly<Record<string, string>>;
/** `not-member`: nothing in it is for these keys. */
export type NotInSpace = { readonly kind: 'not-member' | 'damaged' };

/** Its public keys. Null where this browser does not know one of the curves. */
export async function publicKeysOf(self: DeviceKeys): Promise<MemberKeys | null> {
  const { exchange, signing } = await publicHalves(self);
  return exchange === null || signing === null ? null : { exchange, signing };
}

const slotName = (to: string): string => `member:${to}`;
const namesFor = (vault: string, { epoch, sequence }: SpaceList): WrappedFor => ({
  vault,
  epoch,
  slot: `names:${sequence}`,
});

/** Null where `to` is no public key. */
export async function slotFor(vault: string, root: RawRoot, to: string, random: Random): Promise<MemberSlot | null> {
  const theirs = fromBase64url(to);
  if (theirs === null) return null;
  try {
    const { key, ephemeral } = await keyTowards(theirs);
    const wrapped = await wrap(key, root.raw, { vault, epoch: root.epoch, slot: slotName(to) }, random);
    return { to, ephemeral: toBase64url(ephemeral), ...wrapped };
  } catch {
    return null;
  }
}

/** `work` must keep nothing of the bytes: they are zeroed when it is done. */
export async function withSpaceRoots<T>(
  { id, list, file }: Space,
  self: DeviceKeys,
  work: (roots: RawRoots) => Promise<T>,
): Promise<T | NotInSpace> {
  const own = await publicKeysOf(self);
  const slot = file.keys.slots.find(({ to }) => to === own?.exchange);
  const ephemeral = slot === undefined ? null : fromBase64url(slot.ephemeral);
  if (self.exchange === null || slot === undefined || ephemeral === null) return { kind: 'not-member' };
  const key = await keyFrom(self.exchange, ephemeral);
  const raw = key && (await unwrap(key, slot, { vault: id, epoch: list.epoch, slot: slotName(slot.to) }));
  const roots = raw && (await withOlder(id, { epoch: list.epoch, raw }, file.keys.older));
  if (roots === null) return { kind: 'damaged' };
  try {
    return await work(roots);
  } finally {
    zero(roots);
  }
}

/** Empty where they cannot be read: names are shown, and nothing rests on them. */
export async function namesIn({ id, list, file }: Space, root: RawRoot): Promise<MemberNames> {
  const salt = fromBase64url(file.keys.names.salt);
  const key = salt && (await aesKeyOf(await importRoot(root.raw), salt, 'names'));
  const opened = key && (await unwrap(key, file.keys.names, namesFor(id, list)));
  try {
    const names = record(JSON.parse((opened && textOf(opened)) ?? '{}'), 'names');
    return Object.fromEntries(Object.entries(names).map(([member, name]) => [member, text(name, member, 200)]));
  } catch {
    return {};
  }
}

export async function sealNames(
  id: string,
  list: SpaceList,
  { root, names, random }: { readonly root: RawRoot; readonly names: MemberNames; readonly random: Random },
): Promise<SpaceKeyLine['names']> {
  const salt = random(16);
  const key = await aesKeyOf(await importRoot(root.raw), salt, 'names');
  return { salt: toBase64url(salt), ...(await wrap(key, utf8(JSON.stringify(names)), namesFor(id, list), random)) };
}
