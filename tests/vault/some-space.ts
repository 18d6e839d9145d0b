/** A space with an administrator, a contributor and a reader, for the tests of spaces. */
import { toBase64url } from '@/lib/vault/base64url.ts';
import { createDeviceKeys, signWith } from '@/lib/vault/device-keys.ts';
import { createMemberCard, readMemberCard, type MemberCard } from '@/lib/vault/member-card.ts';
import type { Role } from '@/lib/vault/roles.ts';
import { spaceFileName, type FoundFile, type Space } from '@/lib/vault/space-chain.ts';
import { signedSpaceContent, writeSpaceFile, type SpaceFile } from '@/lib/vault/space-file.ts';
import { createSpace, openSpace, type ChangedSpace, type WrittenSpace } from '@/lib/vault/space-keyring.ts';
import { addMember } from '@/lib/vault/space-members.ts';
import { publicKeysOf } from '@/lib/vault/space-slots.ts';
import type { DeviceKeys, VaultKeys } from '@/lib/vault/vault.ts';

export type Person = { readonly id: string; readonly keys: DeviceKeys; readonly card: MemberCard };

export async function person(name: string): Promise<Person> {
  const keys = await createDeviceKeys();
  const read = await readMemberCard((await createMemberCard(keys, name)).text);
  if (read.kind !== 'card') throw new Error(read.kind);
  return { id: name.padEnd(12, '0'), keys, card: read.card };
}

export function made(changed: ChangedSpace): WrittenSpace {
  if (changed.kind !== 'changed') throw new Error(changed.kind);
  return changed.made;
}
export const fileOf = ({ space, bytes }: WrittenSpace): FoundFile => ({ name: space.head.name, bytes });

export const added = async (
  space: Space,
  by: Person,
  who: Person,
  role: Role = 'contributor',
  admin = false,
): Promise<WrittenSpace> => made(await addMember(space, by.keys, { id: who.id, card: who.card, role, admin }));

export async function keysFor(space: Space, { keys }: Person): Promise<VaultKeys> {
  const opened = await openSpace(space, keys);
  if (opened.kind !== 'unlocked') throw new Error(opened.kind);
  return opened.keys;
}

/** The same lines under another signature. */
export async function signedBy(lines: SpaceFile['lines'], { keys }: Person): Promise<FoundFile> {
  const signature = await signWith(keys, signedSpaceContent(lines));
  const own = await publicKeysOf(keys);
  if (signature === null || own === null) throw new Error('no keys');
  const bytes = writeSpaceFile(lines, { by: own.signing, signature: toBase64url(signature) });
  return { name: await spaceFileName(bytes), bytes };
}

export const someSpace = async (maker: Person): Promise<WrittenSpace> =>
  createSpace(maker.keys, { member: maker.id, name: maker.card.name });
