/**
 * A state of a space as it is written (docs/sync-format.md): lines of text, then spaces up to a padded size.
 * 1 `PLX1 space` 2 who is in it 3 keys, wrapped for them 4 which administrator signed lines 1 to 3.
 * Strict: of each there is one text, so what is not that text to the letter is damaged.
 */
import { count, flag, list, oneOf, orNull, record } from '@/lib/core/parse.ts';
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import { textOf, utf8, type Bytes } from './bytes.ts';
import {
  base64,
  epochNumber,
  exactly,
  linesOf,
  matching,
  olderRoot,
  paddedText,
  type OlderRoot,
} from './exact-json.ts';
import { ROLES, type Role } from './roles.ts';
import { asSealed } from './sealed-bytes.ts';
import type { Wrapped } from './wrapped.ts';

const FIRST_LINE = 'PLX1 space';
export const LARGEST_SPACE_FILE = 256 * 1024;
const MEMBER_PATTERN = /^[a-z0-9]{12}$/;
const HASH_PATTERN = /^[0-9a-f]{32}$/;

/** Of one device of a member; base64url. */
export type MemberKeys = { readonly exchange: string; readonly signing: string };
export type Member = {
  readonly id: string;
  readonly role: Role;
  readonly admin: boolean;
  readonly keys: readonly MemberKeys[];
};
/** Who left, or may do less than before. `files`: hashes of those that they wrote as `role`, and that still count. */
export type Former = {
  readonly id: string;
  readonly role: Role;
  readonly signing: readonly string[];
  readonly files: readonly string[];
};
export type SpaceList = {
  readonly sequence: number;
  /** SHA-256 of the whole file before this one, base64url; null for the first. */
  readonly previous: string | null;
  /** So that no two spaces begin alike. */
  readonly nonce: string;
  readonly epoch: number;
  readonly members: readonly Member[];
  readonly former: readonly Former[];
};
/** `to`: the public key of exchange that it is wrapped for. */
export type MemberSlot = Wrapped & { readonly to: string; readonly ephemeral: string };
export type SpaceKeyLine = {
  readonly slots: readonly MemberSlot[];
  readonly older: readonly OlderRoot[];
  /** Names of members, sealed: `{id: name}`. */
  readonly names: Wrapped & { readonly salt: string };
};
export type SpaceSignature = { readonly by: string; readonly signature: string };
export type SpaceFile = {
  readonly list: SpaceList;
  readonly keys: SpaceKeyLine;
  readonly signed: SpaceSignature;
  readonly lines: { readonly list: string; readonly keys: string };
};

/** Its hash is the id of the space that begins so. */
export const firstContent = (listLine: string): Bytes => utf8(`${FIRST_LINE}\n${listLine}\n`);
export const signedSpaceContent = ({ list: listLine, keys }: SpaceFile['lines']): Bytes =>
  utf8(`${FIRST_LINE}\n${listLine}\n${keys}\n`);

export const writeSpaceFile = ({ list: listLine, keys }: SpaceFile['lines'], signed: SpaceSignature): SealedBytes =>
  asSealed(paddedText([FIRST_LINE, listLine, keys, JSON.stringify(signed)]));

/** Null where it is not exactly one. */
export function parseSpaceFile(bytes: Bytes): SpaceFile | null {
  const found = linesOf(bytes.length <= LARGEST_SPACE_FILE ? textOf(bytes) : null, 4);
  const [first, listLine, keys, signed] = found ?? [];
  if (first !== FIRST_LINE || listLine === undefined || keys === undefined || signed === undefined) return null;
  try {
    const parsed = exactly(listLine, listOf);
    if (!areDistinct(parsed)) return null;
    return {
      list: parsed,
      keys: exactly(keys, keyLineOf),
      signed: exactly(signed, signatureOf),
      lines: { list: listLine, keys },
    };
  } catch {
    return null;
  }
}

/** No two members of one name, nor with one key between them: a file must have one author. */
function areDistinct({ members }: SpaceList): boolean {
  const all = [
    members.map(({ id }) => id),
    members.flatMap(({ keys }) => keys.map(({ signing }) => signing)),
    members.flatMap(({ keys }) => keys.map(({ exchange }) => exchange)),
  ];
  return all.every((each) => new Set(each).size === each.length);
}

const memberId = (value: unknown, path: string): string => matching(value, path, MEMBER_PATTERN);
const fileHash = (value: unknown, path: string): string => matching(value, path, HASH_PATTERN);

function listOf(value: unknown): SpaceList {
  const { sequence, previous, nonce, epoch, members, former } = record(value, 'list');
  return {
    sequence: count(sequence, 'sequence'),
    previous: orNull(previous, 'previous', base64),
    nonce: base64(nonce, 'nonce'),
    epoch: epochNumber(epoch, 'epoch'),
    members: list(members, 'members', memberOf),
    former: list(former, 'former', formerOf),
  };
}

function memberOf(value: unknown, path: string): Member {
  const { id, role, admin, keys } = record(value, path);
  return {
    id: memberId(id, path),
    role: oneOf(ROLES, role, path),
    admin: flag(admin, path),
    keys: list(keys, path, (each) => {
      const { exchange, signing } = record(each, path);
      return { exchange: base64(exchange, path), signing: base64(signing, path) };
    }),
  };
}

function formerOf(value: unknown, path: string): Former {
  const { id, role, signing, files } = record(value, path);
  return {
    id: memberId(id, path),
    role: oneOf(ROLES, role, path),
    signing: list(signing, path, base64),
    files: list(files, path, fileHash),
  };
}

function keyLineOf(value: unknown): SpaceKeyLine {
  const { slots, older, names } = record(value, 'keys');
  const sealedNames = record(names, 'names');
  return {
    slots: list(slots, 'slots', (each, path) => {
      const { to, ephemeral, iv, box } = record(each, path);
      return { to: base64(to, path), ephemeral: base64(ephemeral, path), iv: base64(iv, path), box: base64(box, path) };
    }),
    older: list(older, 'older', olderRoot),
    names: {
      salt: base64(sealedNames.salt, 'salt'),
      iv: base64(sealedNames.iv, 'iv'),
      box: base64(sealedNames.box, 'box'),
    },
  };
}

function signatureOf(value: unknown): SpaceSignature {
  const { by, signature } = record(value, 'signed');
  return { by: base64(by, 'by'), signature: base64(signature, 'signature') };
}
