import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault } from '@/lib/vault/keyring.ts';
import type { PairedPlace } from '@/lib/vault/paired-place.ts';
import { createPairing, joinByPairing, offerPath, readPairingCode } from '@/lib/vault/pairing.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import { bytesOf, flipped, noise, placed, text } from './some-keys.ts';

const NOW = Date.UTC(2026, 2, 14, 9, 30);
const MINUTE = 60_000;
const WEBDAV: PairedPlace = {
  kind: 'webdav',
  url: 'https://cloud.example.org/remote.php/dav/files/reader/Parallax',
  user: 'reader@example.org',
  password: 'Xk4pZ-9sWqe-7Yt2m-LbN3c-pQ8vR',
};
const S3: PairedPlace = {
  kind: 's3',
  endpoint: 'https://s3.eu-central-1.example.com',
  region: 'eu-central-1',
  bucket: 'a-bucket-with-a-long-name',
  prefix: 'readers/notes',
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const COUCH: PairedPlace = { kind: 'couch', url: 'http://127.0.0.1:5984/notes', user: 'u', password: 'pä"ss' };

const made = await createVault({ passphrase: 'geese' });
const secret = { kind: 'recovery', code: made.recovery } as const;
async function paired(place: PairedPlace) {
  const pairing = await createPairing(made.keyring, secret, { place, now: NOW });
  if (pairing.kind !== 'made') throw new Error(pairing.kind);
  return pairing;
}
async function codeOf(text: string, now = NOW) {
  const read = await readPairingCode(text, now);
  if (read.kind !== 'code') throw new Error(read.kind);
  return read.code;
}
const pairing = await paired(WEBDAV);

describe('a pairing code', () => {
  it.each([WEBDAV, S3, COUCH])('holds a place of $kind, and the vault', async (place) => {
    const { code } = await paired(place);
    const read = await codeOf(code, NOW + 9 * MINUTE);
    expect(read.place).toEqual(place);
    expect(read.vault).toBe(made.keyring.vault);
  });
  it('is short enough to be scanned', async () => {
    expect(pairing.code.length).toBeLessThanOrEqual(300);
    expect((await paired(S3)).code.length).toBeLessThanOrEqual(400);
  });
  it('may be broken over lines', async () => {
    const broken = pairing.code.replace(/.{40}/g, '$& \n');
    expect((await codeOf(broken)).place).toEqual(WEBDAV);
  });
  it.each([
    ['eleven minutes later', 11 * MINUTE, 'expired'],
    ['a year later', 365 * 24 * 60 * MINUTE, 'expired'],
    ['by a clock far behind', -11 * MINUTE, 'expired'],
    ['at once', 0, 'code'],
    ['in time', 10 * MINUTE, 'code'],
    ['by a clock a little behind', -5 * MINUTE, 'code'],
  ])('%s is %s', async (_, later, kind) => {
    expect((await readPairingCode(pairing.code, NOW + later)).kind).toBe(kind);
  });
  it('with any letter of it changed is unreadable', async () => {
    for (let at = 5; at < pairing.code.length; at += 1) {
      const other = pairing.code.charAt(at) === 'A' ? 'B' : 'A';
      const changed = pairing.code.slice(0, at) + other + pairing.code.slice(at + 1);
      expect(await readPairingCode(changed, NOW)).toEqual({ kind: 'unreadable' });
    }
  });
  it.each([
    ['', 'unreadable'],
    ['PLX1-', 'unreadable'],
    ['PLX1-AAAA', 'unreadable'],
    ['https://example.org', 'unreadable'],
    ['plx1-AAAA', 'unreadable'],
    ['PLX2-AAAA', 'newer'],
  ])('is not read from %j', async (typed, kind) => {
    expect(await readPairingCode(typed, NOW)).toEqual({ kind });
  });
  it('never throws, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (typed) => {
        expect((await readPairingCode(`PLX1-${typed}`, NOW)).kind).toBe('unreadable');
      }),
    );
  });
  it('is not made without the secret', async () => {
    const wrong = { kind: 'recovery', code: '' } as const;
    expect(await createPairing(made.keyring, wrong, { place: WEBDAV, now: NOW })).toEqual({ kind: 'wrong' });
  });
});

describe('the offer beside the keyrings', () => {
  it('lets the other device in, without a passphrase', async () => {
    const file = await createSealer(made.keys).seal(bytesOf('geese'), placed());
    const joined = await joinByPairing(await codeOf(pairing.code), pairing.offer.bytes);
    if (joined.kind !== 'unlocked') throw new Error(joined.kind);
    expect((await createSealer(joined.keys).open(file, placed())).kind).toBe('opened');
    expect(joined.keys.roots.every(({ key }) => !key.extractable)).toBe(true);
  });
  it('lies where the code says, under a name that tells nothing', async () => {
    expect(pairing.offer.path).toMatch(/^keys\/[0-9a-f]{32}\.pair$/);
    expect(await offerPath(await codeOf(pairing.code))).toBe(pairing.offer.path);
    expect((await paired(WEBDAV)).offer.path).not.toBe(pairing.offer.path);
  });
  it('has a padded size, and nothing of the place in it', () => {
    expect(pairing.offer.bytes.length).toBe(1024);
    expect(text(pairing.offer.bytes)).not.toMatch(/example|reader/);
  });
  it('opens by its own code only', async () => {
    const other = await codeOf((await paired(WEBDAV)).code);
    expect(await joinByPairing(other, pairing.offer.bytes)).toEqual({ kind: 'wrong' });
    const code = await codeOf(pairing.code);
    for (const odd of [
      { ...code, vault: 'f'.repeat(32) },
      { ...code, made: code.made + 1 },
    ])
      expect(await joinByPairing(odd, pairing.offer.bytes)).toEqual({ kind: 'wrong' });
  });
  it('is not opened where anything of it was changed', async () => {
    const code = await codeOf(pairing.code);
    const used = text(pairing.offer.bytes).trimEnd().length;
    for (let bit = 0; bit < used * 8; bit += 7)
      expect(await joinByPairing(code, flipped(pairing.offer.bytes, bit))).toEqual({ kind: 'wrong' });
    for (const odd of [new Uint8Array(0), noise(1024), bytesOf('<html></html>'), pairing.offer.bytes.slice(0, 100)])
      expect(await joinByPairing(code, odd)).toEqual({ kind: 'wrong' });
  });
});
