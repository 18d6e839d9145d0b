/**
 * How somebody comes into a space. An administrator sends an invitation, the invited one answers with a card, both as
 * short texts by any way; they compare the fingerprints by another, and the administrator adds the card to the list.
 */
import { fromBase64url, toBase64url } from './base64url.ts';
import { hexBytes, hexOf, joinBytes, readU32, sameBytes, sha256, textOf, u32, utf8, type Bytes } from './bytes.ts';
import { isSignedBy, signWith } from './device-keys.ts';
import { parsePlace, placeFields, type PairedPlace } from './paired-place.ts';
import { crockford } from './recovery-code.ts';
import type { Space, SpaceHead } from './space-chain.ts';
import type { MemberKeys } from './space-file.ts';
import { publicKeysOf } from './space-slots.ts';
import { VaultError } from './vault-error.ts';
import type { DeviceKeys } from './vault.ts';

const INVITATION = 'PLX1I-';
const CARD = 'PLX1M-';
const KEY = 32;
const SIGNATURE = 64;
const LONGEST_NAME = 100;

export type MemberCard = MemberKeys & { readonly name: string };
export type Invitation = {
  /** Its id: it proves every list of members. */
  readonly space: string;
  /** Nothing older than this is believed. */
  readonly head: SpaceHead;
  readonly place: PairedPlace | null;
};

/** `place`: null where everybody gets their own access by another way. */
export function createInvitation({ id, head }: Space, place: PairedPlace | null): Promise<string> {
  const name = hexBytes(head.name.slice(0, 32));
  const space = hexBytes(id);
  if (name === null || space === null) throw new TypeError('A space has a hash for a name.');
  return written(
    INVITATION,
    joinBytes(space, u32(head.sequence), name, utf8(place === null ? '' : placeFields(place))),
  );
}

export type AcceptedInvitation =
  | {
      readonly kind: 'accepted';
      readonly invitation: Invitation;
      /** To be sent back. */
      readonly card: string;
      /** Of the card, and of the space: to be read out to each other. */
      readonly fingerprint: string;
      readonly spaceFingerprint: string;
    }
  | { readonly kind: 'unreadable' | 'newer' };

/** Throws `cannot` where this browser knows no X25519 or Ed25519. */
export async function acceptInvitation(typed: string, self: DeviceKeys, name: string): Promise<AcceptedInvitation> {
  const content = await read(INVITATION, typed);
  if (!(content instanceof Uint8Array)) return content;
  const place = content.length === 36 ? null : parsePlace(textOf(content.slice(36)));
  if (content.length < 36 || (content.length > 36 && place === null)) return { kind: 'unreadable' };
  const space = hexOf(content.slice(0, 16));
  const head = { sequence: readU32(content, 16), name: `${hexOf(content.slice(20, 36))}.space` };
  const card = await createMemberCard(self, name);
  return {
    kind: 'accepted',
    invitation: { space, head, place },
    card: card.text,
    fingerprint: card.fingerprint,
    spaceFingerprint: await spaceFingerprint(space),
  };
}

export async function createMemberCard(
  self: DeviceKeys,
  name: string,
): Promise<{ readonly text: string; readonly fingerprint: string }> {
  const keys = await publicKeysOf(self);
  const content = joinBytes(keyBytes(keys), utf8(name.slice(0, LONGEST_NAME)));
  const signature = await signWith(self, cardContent(content));
  if (keys === null || signature === null) throw new VaultError('cannot');
  return { text: await written(CARD, joinBytes(signature, content)), fingerprint: await cardFingerprint(keys) };
}

export type ReadMemberCard =
  | { readonly kind: 'card'; readonly card: MemberCard; readonly fingerprint: string }
  /** `forged`: whoever wrote it does not have the key that it shows. */
  | { readonly kind: 'unreadable' | 'newer' | 'forged' };

export async function readMemberCard(typed: string): Promise<ReadMemberCard> {
  const all = await read(CARD, typed);
  if (!(all instanceof Uint8Array)) return all;
  const [signature, content] = [all.slice(0, SIGNATURE), all.slice(SIGNATURE)];
  const name = textOf(content.slice(2 * KEY));
  if (content.length < 2 * KEY || name === null || name.length > LONGEST_NAME) return { kind: 'unreadable' };
  const [exchange, signing] = [toBase64url(content.slice(0, KEY)), toBase64url(content.slice(KEY, 2 * KEY))];
  if (!(await isSignedBy(signing, signature, cardContent(content)))) return { kind: 'forged' };
  return { kind: 'card', card: { name, exchange, signing }, fingerprint: await cardFingerprint({ exchange, signing }) };
}

const cardContent = (content: Bytes): Bytes => joinBytes(utf8('parallax-v1/member-card|'), content);

/** Twenty letters and digits, 100 bits: whoever wants others of the same has to try for ever. */
const cardFingerprint = (keys: MemberKeys): Promise<string> => fingerprintOf(keyBytes(keys));
export const spaceFingerprint = (space: string): Promise<string> => fingerprintOf(utf8(space));

async function fingerprintOf(content: Bytes): Promise<string> {
  return (
    crockford(await sha256(content))
      .slice(0, 20)
      .match(/.{4}/g) ?? []
  ).join(' ');
}

const keyBytes = (keys: MemberKeys | null): Bytes =>
  joinBytes(fromBase64url(keys?.exchange ?? '') ?? utf8(''), fromBase64url(keys?.signing ?? '') ?? utf8(''));

const checkOf = async (content: Bytes): Promise<Bytes> => (await sha256(content)).slice(0, 4);

const written = async (prefix: string, content: Bytes): Promise<string> =>
  prefix + toBase64url(joinBytes(content, await checkOf(content)));

async function read(prefix: string, typed: string): Promise<Bytes | { readonly kind: 'unreadable' | 'newer' }> {
  const plain = typed.replace(/\s/g, '');
  if (/^PLX[2-9]/.test(plain)) return { kind: 'newer' };
  const bytes = plain.startsWith(prefix) ? fromBase64url(plain.slice(prefix.length)) : null;
  if (bytes === null || bytes.length < 5) return { kind: 'unreadable' };
  const content = bytes.slice(0, -4);
  return sameBytes(await checkOf(content), bytes.slice(-4)) ? content : { kind: 'unreadable' };
}
