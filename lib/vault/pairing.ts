/**
 * A second device joins by a code, typed or scanned, without the passphrase. The code holds the place and a secret that
 * counts once; the roots lie beside the keyrings, sealed under that secret, until the first device deletes them. So a
 * picture of the code, found later, opens nothing.
 */
import type { SealedBytes } from '@/lib/sync/sealed.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import {
  hexBytes,
  hexOf,
  joinBytes,
  readU32,
  secureRandom,
  sameBytes,
  sha256,
  textOf,
  u32,
  utf8,
  type Bytes,
  type Random,
} from './bytes.ts';
import { linesOf, paddedText } from './exact-json.ts';
import { parsePlace, placeFields, type PairedPlace } from './paired-place.ts';
import { keysOf, zero, type RawRoot } from './older-roots.ts';
import { withRoots, type NotOpened } from './raw-roots.ts';
import { aesKeyOf, decrypt, encrypt, importRoot } from './root-key.ts';
import { asSealed } from './sealed-bytes.ts';
import type { Keyring, Secret, Unlocked } from './vault.ts';

export const PAIRING_MINUTES = 10;
const LASTS = PAIRING_MINUTES * 60;
const PREFIX = 'PLX1-';
const FIRST_LINE = 'PLX1 pairing';
const SECRET_LENGTH = 32;

export type PairingCode = {
  readonly place: PairedPlace;
  readonly vault: string;
  /** In seconds since 1970. */
  readonly made: number;
  readonly secret: Bytes;
};
/** `path`: relative to the vault's folder, as for a RemoteStore. To be deleted when the other device is there, or after ten minutes. */
export type PairingOffer = { readonly path: string; readonly bytes: SealedBytes };
export type Pairing = { readonly kind: 'made'; readonly code: string; readonly offer: PairingOffer } | NotOpened;

/** After the secret was typed anew. `now` in milliseconds. */
export async function createPairing(
  keyring: Keyring,
  secret: Secret,
  {
    place,
    now,
    random = secureRandom,
  }: { readonly place: PairedPlace; readonly now: number; readonly random?: Random },
): Promise<Pairing> {
  return withRoots<Pairing>(keyring, secret, async (roots) => {
    const code = { place, vault: keyring.vault, made: Math.floor(now / 1000), secret: random(SECRET_LENGTH) };
    const bytes = await sealOffer(code, roots, random);
    return { kind: 'made', code: await writePairingCode(code), offer: { path: await offerPath(code), bytes } };
  });
}

export type ReadPairingCode =
  | { readonly kind: 'code'; readonly code: PairingCode }
  /** `expired`: older than ten minutes by this device's clock, or from a clock that is far ahead. */
  | { readonly kind: 'unreadable' | 'expired' | 'newer' };

export async function readPairingCode(typed: string, now: number): Promise<ReadPairingCode> {
  const text = typed.replace(/\s/g, '');
  if (/^PLX[2-9A-Z]-/.test(text)) return { kind: 'newer' };
  const bytes = text.startsWith(PREFIX) ? fromBase64url(text.slice(PREFIX.length)) : null;
  const code = bytes === null ? null : await parseCode(bytes);
  if (code === null) return { kind: 'unreadable' };
  return Math.abs(now / 1000 - code.made) > LASTS ? { kind: 'expired' } : { kind: 'code', code };
}

/** Where the offer of this code lies. */
export async function offerPath({ secret, vault }: PairingCode): Promise<string> {
  const name = await sha256(joinBytes(utf8(`parallax-v1/offer|${vault}|`), secret));
  return `keys/${hexOf(name.subarray(0, 16))}.pair`;
}

/** `wrong`: it is another code's, or was changed. */
export async function joinByPairing(code: PairingCode, offer: Bytes): Promise<Unlocked> {
  const [first, ...parts] = linesOf(textOf(offer), 4) ?? [];
  const [salt = null, iv = null, box = null] = parts.map(fromBase64url);
  if (first !== FIRST_LINE || salt === null || iv === null || box === null) return { kind: 'wrong' };
  const key = await aesKeyOf(await importRoot(code.secret), salt, 'pairing');
  const packed = await decrypt(key, iv, box, boundTo(code));
  if (packed === null || packed.length === 0 || packed.length % 36 !== 0) return { kind: 'wrong' };
  const roots: RawRoot[] = [];
  for (let at = 0; at < packed.length; at += 36)
    roots.push({ epoch: readU32(packed, at), raw: packed.slice(at + 4, at + 36) });
  const keys = await keysOf(code.vault, roots);
  zero(roots);
  packed.fill(0);
  return { kind: 'unlocked', keys };
}

const boundTo = ({ vault, made }: PairingCode): Bytes => utf8(`pairing|${vault}|${made}`);

async function sealOffer(code: PairingCode, roots: readonly RawRoot[], random: Random): Promise<SealedBytes> {
  const [salt, iv] = [random(16), random(12)];
  const packed = joinBytes(...roots.flatMap(({ epoch, raw }) => [u32(epoch), raw]));
  const key = await aesKeyOf(await importRoot(code.secret), salt, 'pairing');
  const box = await encrypt(key, iv, packed, boundTo(code));
  packed.fill(0);
  return asSealed(paddedText([FIRST_LINE, ...[salt, iv, box].map(toBase64url)]));
}

async function writePairingCode({ place, vault, made, secret }: PairingCode): Promise<string> {
  const content = joinBytes(u32(made), hexBytes(vault) ?? new Uint8Array(16), secret, utf8(placeFields(place)));
  return PREFIX + toBase64url(joinBytes(content, (await sha256(content)).slice(0, 4)));
}

async function parseCode(bytes: Bytes): Promise<PairingCode | null> {
  if (bytes.length < 60) return null;
  const content = bytes.slice(0, -4);
  if (!sameBytes((await sha256(content)).slice(0, 4), bytes.slice(-4))) return null;
  const place = parsePlace(textOf(content.slice(52)));
  if (place === null) return null;
  return { place, vault: hexOf(content.slice(4, 20)), made: readU32(content, 0), secret: content.slice(20, 52) };
}
