import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url.ts';
import { readRecoveryCode, writeRecoveryCode } from '@/lib/vault/recovery-code.ts';

const secret = Uint8Array.from({ length: 20 }, (_, at) => at * 13);
const code = await writeRecoveryCode(secret);
const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => new Uint8Array(bytes));

describe('a recovery code', () => {
  it('is nine groups of four, none of which is mistaken for another', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (bytes) => {
        const written = await writeRecoveryCode(bytes);
        expect(written).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(await readRecoveryCode(written)).toEqual({ kind: 'code', secret: bytes });
      }),
    );
  });
  it.each([
    ['in small letters', code.toLowerCase()],
    ['without dashes', code.replaceAll('-', '')],
    ['with spaces', code.replaceAll('-', '  ')],
    ['over lines', code.replaceAll('-', '\n')],
    ['with other dashes', code.replaceAll('-', '–')],
    ['with letters for digits', code.replaceAll('0', 'o').replaceAll('1', 'l')],
    ['with capital letters for digits', code.replaceAll('0', 'O').replaceAll('1', 'I')],
  ])('is read %s', async (_, typed) => {
    expect(await readRecoveryCode(typed)).toEqual({ kind: 'code', secret });
  });
  it.each([
    ['nothing', '', 'incomplete'],
    ['a part of it', code.slice(0, 20), 'incomplete'],
    ['all but its last letter', code.slice(0, -1), 'incomplete'],
    ['a letter too many', `${code}7`, 'mistyped'],
    ['a letter that is in none', code.replace(/.$/, 'U'), 'mistyped'],
    ['something else', 'six words would be a passphrase', 'mistyped'],
  ])('is not read from %s', async (_, typed, kind) => {
    expect(await readRecoveryCode(typed)).toEqual({ kind });
  });
  it('tells one letter mistyped, and two next to each other changed over', async () => {
    const plain = code.replaceAll('-', '');
    for (let at = 0; at < plain.length; at += 1) {
      const other = plain.charAt(at) === '7' ? '8' : '7';
      expect(await readRecoveryCode(plain.slice(0, at) + other + plain.slice(at + 1))).toEqual({ kind: 'mistyped' });
      const [one, two] = [plain.charAt(at), plain.charAt(at + 1)];
      if (two === '' || one === two) continue;
      expect((await readRecoveryCode(plain.slice(0, at) + two + one + plain.slice(at + 2))).kind).toBe('mistyped');
    }
  });
});

describe('base64url', () => {
  it('comes back as it was, and has one text for each run of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const written = toBase64url(new Uint8Array(bytes));
        expect(written).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(written)).toEqual(new Uint8Array(bytes));
      }),
    );
  });
  it.each(['A', 'AB==', 'A+B/', 'AB C', 'QR', 'äbcd'])('%j is none', (text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});
