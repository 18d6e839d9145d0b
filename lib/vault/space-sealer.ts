/**
 * Files of a space: sealed as all are, and signed inside by the member who wrote them. The content that is sealed is
 * the member's public key (32 bytes), their signature (64), and what they wrote. Who may have written it the list says.
 */
import type { FilePlace, Opened, Sealer } from '@/lib/sync/sealed.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { hash32, joinBytes, secureRandom, utf8, type Bytes, type Random } from './bytes.ts';
import { deflate, inflate } from './deflate.ts';
import { isSignedBy, signWith } from './device-keys.ts';
import type { Role } from './roles.ts';
import { LARGEST_CONTENT } from './seal.ts';
import { IV_LENGTH, openFile, placeText, SALT_LENGTH, sealFile } from './sealed-file.ts';
import type { SpaceList } from './space-file.ts';
import { publicKeysOf } from './space-slots.ts';
import { VaultError } from './vault-error.ts';
import type { DeviceKeys, VaultKeys } from './vault.ts';

const KEY = 32;
const SIGNATURE = 64;

export type Author = { readonly member: string; readonly role: Role };
export type OpenedBy =
  | { readonly kind: 'opened'; readonly content: Bytes; readonly author: Author }
  | Exclude<Opened, { readonly kind: 'opened' }>;
export type SpaceSealer = Omit<Sealer, 'open'> & {
  /** `not-allowed`: not signed, by nobody who is in the list, or by somebody who may write nothing. */
  readonly open: (bytes: Bytes, place: FilePlace) => Promise<OpenedBy>;
};
/** Who is in the space, and who was, by the last list that is known. */
export type Roster = Pick<SpaceList, 'members' | 'former'>;

export function createSpaceSealer(
  { vault, roots }: VaultKeys,
  roster: () => Roster,
  self: DeviceKeys,
  random: Random = secureRandom,
): SpaceSealer {
  return {
    seal: async (content, place) => {
      const root = roots.at(-1);
      const own = await publicKeysOf(self);
      const author = own === null ? null : writerWith(own.signing, roster());
      if (root === undefined || own === null || author === null) throw new VaultError('locked');
      const signature = await signWith(self, signedContent(vault, place, root.epoch, content));
      const key = fromBase64url(own.signing);
      if (signature === null || key === null) throw new VaultError('locked');
      const signed = joinBytes(key, signature, content);
      if (signed.length > LARGEST_CONTENT) throw new VaultError('too-big');
      const nonces = { salt: random(SALT_LENGTH), iv: random(IV_LENGTH) };
      return sealFile(vault, root, { place, content: await deflate(signed) }, nonces);
    },
    open: async (bytes, place) => {
      const opened = await openFile(vault, roots, bytes, place);
      if (opened.kind !== 'content') return opened;
      const signed = await inflate(opened.content, LARGEST_CONTENT);
      if (signed === null) return { kind: 'damaged' };
      if (signed.length < KEY + SIGNATURE) return { kind: 'not-allowed' };
      const [key, signature] = [toBase64url(signed.slice(0, KEY)), signed.slice(KEY, KEY + SIGNATURE)];
      const content = signed.slice(KEY + SIGNATURE);
      const author = authorOf(key, await hash32(bytes), roster());
      if (author === null) return { kind: 'not-allowed' };
      const isTrue = await isSignedBy(key, signature, signedContent(vault, place, opened.epoch, content));
      return isTrue ? { kind: 'opened', content, author } : { kind: 'not-allowed' };
    },
    hash: hash32,
  };
}

function signedContent(space: string, place: FilePlace, epoch: number, content: Bytes): Bytes {
  return joinBytes(utf8(`parallax-v1/space-file|${placeText(space, place)}|${epoch}|`), content);
}

/** Null: who has this key may write nothing now. */
function writerWith(signing: string, { members }: Roster): Author | null {
  const member = members.find(({ keys }) => keys.some((each) => each.signing === signing));
  return member === undefined || member.role === 'reader' ? null : { member: member.id, role: member.role };
}

/** As what they wrote this very file. A file that was counted when they left, or came to do less, stays as it was. */
function authorOf(signing: string, hash: string, { members, former }: Roster): Author | null {
  const then = former.find((each) => each.signing.includes(signing) && each.files.includes(hash));
  if (then !== undefined) return { member: then.id, role: then.role };
  return writerWith(signing, { members, former });
}
