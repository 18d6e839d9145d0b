/** The code on the sheet that is printed: 160 random bits, in letters and digits that are hard to mistake, with a check. */
import { sha256, type Bytes } from './bytes.ts';

/** Crockford's base 32: without I, L, O and U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECOVERY_LENGTH = 20;
const CODE_LETTERS = 32;
const CHECK_LETTERS = 4;
const GROUP = 4;

export async function writeRecoveryCode(secret: Bytes): Promise<string> {
  const letters = crockford(secret) + (await checkOf(secret));
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

export type RecoveryCode =
  { readonly kind: 'code'; readonly secret: Bytes } | { readonly kind: 'incomplete' | 'mistyped' };

/** As typed: in any case, with or without dashes and spaces, O for 0, I and L for 1. */
export async function readRecoveryCode(typed: string): Promise<RecoveryCode> {
  const letters = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.·_]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]*$/.test(letters)) return { kind: 'mistyped' };
  if (letters.length !== CODE_LETTERS + CHECK_LETTERS)
    return { kind: letters.length < CODE_LETTERS + CHECK_LETTERS ? 'incomplete' : 'mistyped' };
  const secret = bytesOf(letters.slice(0, CODE_LETTERS));
  return (await checkOf(secret)) === letters.slice(CODE_LETTERS) ? { kind: 'code', secret } : { kind: 'mistyped' };
}

const checkOf = async (secret: Bytes): Promise<string> => crockford(await sha256(secret)).slice(0, CHECK_LETTERS);

/** Five bits a letter, the highest first; bits that are left over at the end are dropped. */
export function crockford(bytes: Bytes): string {
  let [letters, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += LETTERS.charAt((held >> bits) & 31);
    }
  }
  return letters;
}

function bytesOf(letters: string): Bytes {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of letters) {
    held = ((held << 5) | LETTERS.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}
