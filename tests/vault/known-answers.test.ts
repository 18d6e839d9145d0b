/**
 * What every version of the format has written still opens, and is still written to the bit. The fixtures were made once
 * and never change: docs/sync-format.md refers to them. A new version gets a file of its own beside them.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64url } from '@/lib/vault/base64url.ts';
import { hash32, hexBytes, hexOf, utf8, type Bytes } from '@/lib/vault/bytes.ts';
import { cardOf } from '@/lib/vault/device-keys.ts';
import { signerOf, unlockByDevice } from '@/lib/vault/epochs.ts';
import { createVault, isKeyringOf, readKeyring, unlock } from '@/lib/vault/keyring.ts';
import type { PairedPlace } from '@/lib/vault/paired-place.ts';
import { createPairing, joinByPairing, offerPath, readPairingCode } from '@/lib/vault/pairing.ts';
import { readRecoveryCode, writeRecoveryCode } from '@/lib/vault/recovery-code.ts';
import { importRoot } from '@/lib/vault/root-key.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import { sealFile } from '@/lib/vault/sealed-file.ts';
import type { FilePlace } from '@/lib/sync/sealed.ts';
import type { DeviceCard, Keyring, Secret, Unlocked, VaultKeys } from '@/lib/vault/vault.ts';
import { countingRandom, text } from './some-keys.ts';

const FOLDER = 'tests/fixtures/vault';
type Sealed = { place: FilePlace; content: string; deflated: string; bytes: string };
type Vectors = {
  version: number;
  file: Sealed & {
    vault: string;
    epoch: number;
    root: string;
    salt: string;
    iv: string;
    fileKey: string;
    hash: string;
  };
  recoveryCode: { secret: string; text: string };
  keyring: { name: string; bytes: string; vault: string; passphrase: string; recovery: string; sealed: Sealed };
  secondEpoch: {
    name: string;
    bytes: string;
    passphrase: string;
    recovery: string;
    device: { card: DeviceCard; exchange: string; signing: string };
    removed: { device: string; upTo: number }[];
    sealed: Sealed;
  };
  pairing: { made: number; place: PairedPlace; code: string; path: string; bytes: string };
};

const all = readdirSync(FOLDER)
  .filter((name) => name.startsWith('version-'))
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Vectors);

const hex = (digits: string): Bytes => hexBytes(digits) ?? new Uint8Array(0);
const b64 = (written: string): Bytes => fromBase64url(written) ?? new Uint8Array(0);

async function read(name: string, bytes: string): Promise<Keyring> {
  const found = await readKeyring(name, b64(bytes));
  if (found.kind !== 'keyring') throw new Error(found.kind);
  return found.keyring;
}
function keysIn(unlocked: Unlocked): VaultKeys {
  if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind);
  return unlocked.keys;
}
async function contentOf(keys: VaultKeys, { place, bytes }: Sealed): Promise<string> {
  const opened = await createSealer(keys).open(b64(bytes), place);
  return opened.kind === 'opened' ? text(opened.content) : opened.kind;
}

it('there is a file for every version that was released', () => {
  expect(all.map(({ version }) => version)).toEqual([1]);
});

describe.each(all)('version $version', ({ file, recoveryCode, keyring, secondEpoch, pairing }) => {
  const secrets = ({ passphrase, recovery }: { passphrase: string; recovery: string }): Secret[] => [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', code: recovery },
  ];

  it('opens a file', async () => {
    const keys = { vault: file.vault, roots: [{ epoch: file.epoch, key: await importRoot(hex(file.root)) }] };
    expect(await contentOf(keys, file)).toBe(file.content);
    expect(await hash32(b64(file.bytes))).toBe(file.hash);
  });
  it('seals a file to the bit', async () => {
    const root = { epoch: file.epoch, key: await importRoot(hex(file.root)) };
    const sealed = await sealFile(
      file.vault,
      root,
      { place: file.place, content: hex(file.deflated) },
      { salt: hex(file.salt), iv: hex(file.iv) },
    );
    expect(hexOf(sealed)).toBe(hexOf(b64(file.bytes)));
  });
  it('derives the key of a file', async () => {
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: hex(file.salt), info: utf8('parallax-v1/file') };
    const key = await crypto.subtle.deriveBits(hkdf, await importRoot(hex(file.root)), 256);
    expect(hexOf(new Uint8Array(key))).toBe(file.fileKey);
  });
  it('reads and writes a recovery code', async () => {
    expect(await writeRecoveryCode(hex(recoveryCode.secret))).toBe(recoveryCode.text);
    expect(await readRecoveryCode(recoveryCode.text)).toEqual({ kind: 'code', secret: hex(recoveryCode.secret) });
  });
  it('opens a keyring by each secret, and a file with its keys', async () => {
    const found = await read(keyring.name, keyring.bytes);
    expect([found.vault, found.epoch, found.generation]).toEqual([keyring.vault, 1, 1]);
    for (const secret of secrets(keyring))
      expect(await contentOf(keysIn(await unlock(found, secret)), keyring.sealed)).toBe(keyring.sealed.content);
  });
  it('makes a keyring to the bit', async () => {
    const made = await createVault({ passphrase: keyring.passphrase, random: countingRandom() });
    expect(text(made.keyring.bytes)).toBe(text(b64(keyring.bytes)));
    expect([made.keyring.name, made.recovery]).toEqual([keyring.name, keyring.recovery]);
  });
  it('opens a second epoch by each secret, with all that the first has sealed', async () => {
    const found = await read(secondEpoch.name, secondEpoch.bytes);
    expect([found.epoch, found.removed]).toEqual([2, secondEpoch.removed]);
    for (const secret of secrets(secondEpoch)) {
      const keys = keysIn(await unlock(found, secret));
      expect(await contentOf(keys, secondEpoch.sealed)).toBe(secondEpoch.sealed.content);
      expect(await contentOf(keys, keyring.sealed)).toBe(keyring.sealed.content);
      expect(await isKeyringOf(keys, found)).toBe(true);
    }
  });
  it('opens a second epoch by a device’s own key', async () => {
    const found = await read(secondEpoch.name, secondEpoch.bytes);
    const { card, exchange } = secondEpoch.device;
    const mine = {
      privateKey: await crypto.subtle.importKey('pkcs8', b64(exchange), 'X25519', false, ['deriveBits']),
      publicKey: await crypto.subtle.importKey('raw', b64(card.exchange ?? ''), 'X25519', true, []),
    };
    const keys = { exchange: mine, signing: null };
    expect((await cardOf(card.device, keys)).exchange).toBe(card.exchange);
    expect(await signerOf(found, [card])).toBe(card.device);
    const unlocked = await unlockByDevice(found, { device: card.device, keys }, [card]);
    expect(await contentOf(keysIn(unlocked), secondEpoch.sealed)).toBe(secondEpoch.sealed.content);
  });
  it('signs as the device did', async () => {
    const lines = text(b64(secondEpoch.bytes)).split('\n');
    const key = await crypto.subtle.importKey('pkcs8', b64(secondEpoch.device.signing), 'Ed25519', false, ['sign']);
    const signature = await crypto.subtle.sign('Ed25519', key, utf8(`${lines.slice(0, 2).join('\n')}\n`));
    expect(lines[2]).toContain(Buffer.from(signature).toString('base64url'));
  });
  it('reads a pairing code and opens its offer', async () => {
    const found = await readPairingCode(pairing.code, pairing.made * 1000);
    if (found.kind !== 'code') throw new Error(found.kind);
    expect([found.code.place, await offerPath(found.code)]).toEqual([pairing.place, pairing.path]);
    const keys = keysIn(await joinByPairing(found.code, b64(pairing.bytes)));
    expect(await contentOf(keys, secondEpoch.sealed)).toBe(secondEpoch.sealed.content);
    expect(await contentOf(keys, keyring.sealed)).toBe(keyring.sealed.content);
  });
  it('makes a pairing code to the bit', async () => {
    const found = await read(secondEpoch.name, secondEpoch.bytes);
    const made = await createPairing(
      found,
      { kind: 'recovery', code: secondEpoch.recovery },
      { place: pairing.place, now: pairing.made * 1000, random: countingRandom() },
    );
    if (made.kind !== 'made') throw new Error(made.kind);
    expect([made.code, made.offer.path]).toEqual([pairing.code, pairing.path]);
    expect(text(made.offer.bytes)).toBe(text(b64(pairing.bytes)));
  });
});
