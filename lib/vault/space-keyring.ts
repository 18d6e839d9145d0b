/** A space: a vault with members. Made, opened with a member's own keys, and written anew by its administrators. */
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import { toBase64url } from './base64url.ts';
import { hash32, secureRandom, sha256, type Random } from './bytes.ts';
import { signWith } from './device-keys.ts';
import { keysOf, newestOf, wrapOlder, zero, type RawRoot, type RawRoots } from './older-roots.ts';
import { ROOT_LENGTH } from './root-key.ts';
import { isAdminKey, spaceFileName, type Space } from './space-chain.ts';
import {
  firstContent,
  LARGEST_SPACE_FILE,
  signedSpaceContent,
  writeSpaceFile,
  type SpaceKeyLine,
  type SpaceList,
} from './space-file.ts';
import {
  namesIn,
  publicKeysOf,
  sealNames,
  slotFor,
  withSpaceRoots,
  type MemberNames,
  type NotInSpace,
} from './space-slots.ts';
import { VaultError } from './vault-error.ts';
import type { DeviceKeys, VaultKeys } from './vault.ts';

export type OpenedSpace =
  { readonly kind: 'unlocked'; readonly keys: VaultKeys; readonly names: MemberNames } | NotInSpace;
/** A state of a space, to be put beside the others as `keys/<name>`, and the keys that go with it. */
export type WrittenSpace = { readonly bytes: SealedBytes; readonly space: Space; readonly keys: VaultKeys };

/** What an administrator changes; the rest follows. */
export type SpaceDraft = Pick<SpaceList, 'members' | 'former'> & { readonly names: MemberNames };
export type ChangedSpace =
  | { readonly kind: 'changed'; readonly made: WrittenSpace }
  /** `refused`: it would leave the space without an administrator, or two members with one key. */
  | { readonly kind: 'not-admin' | 'refused' }
  | NotInSpace;

/** With its maker as the first administrator. Throws `cannot` where this browser knows no X25519 or Ed25519. */
export async function createSpace(
  self: DeviceKeys,
  { member, name, random = secureRandom }: { readonly member: string; readonly name: string; readonly random?: Random },
): Promise<WrittenSpace> {
  const keys = await publicKeysOf(self);
  if (keys === null) throw new VaultError('cannot');
  const root: RawRoot = { epoch: 1, raw: random(ROOT_LENGTH) };
  const list: SpaceList = {
    sequence: 0,
    previous: null,
    nonce: toBase64url(random(16)),
    epoch: root.epoch,
    members: [{ id: member, role: 'editor', admin: true, keys: [keys] }],
    former: [],
  };
  try {
    return await writeSpace(self, { list, roots: [root], names: { [member]: name }, before: null, random });
  } finally {
    zero([root]);
  }
}

export async function openSpace(space: Space, self: DeviceKeys): Promise<OpenedSpace> {
  return withSpaceRoots<OpenedSpace>(space, self, async (roots) => ({
    kind: 'unlocked',
    keys: await keysOf(space.id, roots),
    names: await namesIn(space, newestOf(roots)),
  }));
}

/** `change`: null where it is refused. `newEpoch`: with a root that the members so far do not have. */
export async function changeSpace(
  space: Space,
  self: DeviceKeys,
  change: (draft: SpaceDraft) => SpaceDraft | null,
  { newEpoch, random = secureRandom }: { readonly newEpoch: boolean; readonly random?: Random },
): Promise<ChangedSpace> {
  const own = await publicKeysOf(self);
  if (own === null || !isAdminKey(space.list, own.signing)) return { kind: 'not-admin' };
  return withSpaceRoots<ChangedSpace>(space, self, async (roots) => {
    const { members, former } = space.list;
    const draft = change({ members, former, names: await namesIn(space, newestOf(roots)) });
    if (draft === null || !isWhole(draft)) return { kind: 'refused' };
    const epoch = space.list.epoch + (newEpoch ? 1 : 0);
    const { names, ...lists } = draft;
    const list: SpaceList = {
      sequence: space.list.sequence + 1,
      previous: space.hash,
      nonce: toBase64url(random(16)),
      epoch,
      members: lists.members,
      former: lists.former,
    };
    const all: RawRoots = newEpoch ? [...roots, { epoch, raw: random(ROOT_LENGTH) }] : roots;
    try {
      return { kind: 'changed', made: await writeSpace(self, { list, roots: all, names, before: space, random }) };
    } finally {
      zero(all);
    }
  });
}

function isWhole({ members }: SpaceDraft): boolean {
  const keys = members.flatMap((member) => member.keys.flatMap(({ exchange, signing }) => [exchange, signing]));
  const ids = members.map(({ id }) => id);
  const hasNoTwice = (each: readonly string[]): boolean => new Set(each).size === each.length;
  return members.some(({ admin, keys: own }) => admin && own.length > 0) && hasNoTwice(keys) && hasNoTwice(ids);
}

type Writing = {
  readonly list: SpaceList;
  readonly roots: RawRoots;
  readonly names: MemberNames;
  readonly before: Space | null;
  readonly random: Random;
};

async function writeSpace(self: DeviceKeys, writing: Writing): Promise<WrittenSpace> {
  const { list, roots, before } = writing;
  const listLine = JSON.stringify(list);
  const id = before?.id ?? (await hash32(firstContent(listLine)));
  const keys = await keyLine(id, writing);
  const lines = { list: listLine, keys: JSON.stringify(keys) };
  const [signature, own] = [await signWith(self, signedSpaceContent(lines)), await publicKeysOf(self)];
  if (signature === null || own === null) throw new VaultError('cannot');
  const signed = { by: own.signing, signature: toBase64url(signature) };
  const bytes = writeSpaceFile(lines, signed);
  if (bytes.length > LARGEST_SPACE_FILE) throw new VaultError('too-big');
  const head = { sequence: list.sequence, name: await spaceFileName(bytes) };
  const hash = toBase64url(await sha256(bytes));
  const space: Space = { id, head, list, file: { list, keys, signed, lines }, hash, forked: false };
  return { bytes, space, keys: await keysOf(id, roots) };
}

async function keyLine(id: string, { list, roots, names, before, random }: Writing): Promise<SpaceKeyLine> {
  const root = newestOf(roots);
  const isSameEpoch = before?.list.epoch === list.epoch;
  const kept = isSameEpoch ? before.file.keys.slots : [];
  const wanted = list.members.flatMap(({ keys }) => keys.map(({ exchange }) => exchange));
  const slots = await Promise.all(
    wanted.map(async (to) => kept.find((slot) => slot.to === to) ?? (await slotFor(id, root, to, random))),
  );
  const older = isSameEpoch
    ? before.file.keys.older
    : await Promise.all(roots.slice(0, -1).map((each) => wrapOlder(id, root, each, random)));
  const sealed = await sealNames(id, list, { root, names, random });
  return { slots: slots.filter((slot) => slot !== null), older, names: sealed };
}
