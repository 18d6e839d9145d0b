import { describe, expect, it } from 'vitest';
import { parseKeyringFile, writeKeyringFile } from '@/lib/vault/keyring-file.ts';
import {
  changePassphrase,
  createVault,
  currentKeyrings,
  isKeyringOf,
  newRecovery,
  readKeyring,
  unlock,
} from '@/lib/vault/keyring.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import type { Keyring, Secret, VaultKeys } from '@/lib/vault/vault.ts';
import { bytesOf, flipped, placed, text } from './some-keys.ts';

const passphrase = (typed: string): Secret => ({ kind: 'passphrase', text: typed });
const recovery = (code: string): Secret => ({ kind: 'recovery', code });

const made = await createVault({ passphrase: 'Größe of the geese' });
const other = await createVault({ passphrase: 'another vault' });
const file = await createSealer(made.keys).seal(bytesOf('geese'), placed());

const opensWith = async (keys: VaultKeys): Promise<string> => (await createSealer(keys).open(file, placed())).kind;
async function opened(keyring: Keyring, secret: Secret): Promise<VaultKeys> {
  const unlocked = await unlock(keyring, secret);
  if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind);
  return unlocked.keys;
}
/** The keyring as a server could give it, with a name that fits. */
async function rewritten(keyring: Keyring, change: (content: string) => string) {
  const content = change(text(keyring.bytes)).trimEnd();
  const bytes = bytesOf(`${content}\n`.padEnd(1024));
  return readKeyring(`${await createSealer(made.keys).hash(bytes)}.key`, bytes);
}
async function tampered(keyring: Keyring, change: (content: string) => string): Promise<Keyring> {
  const read = await rewritten(keyring, change);
  if (read.kind !== 'keyring') throw new Error(read.kind);
  return read.keyring;
}

describe('a new vault', () => {
  it('is opened by its passphrase, however its letters are composed', async () => {
    const keys = await opened(made.keyring, passphrase('Größe of the geese'.normalize('NFD')));
    expect(await opensWith(keys)).toBe('opened');
    expect(keys.vault).toBe(made.keyring.vault);
  });
  it('is opened by its recovery code, however that is typed', async () => {
    expect(await opensWith(await opened(made.keyring, recovery(made.recovery.toLowerCase())))).toBe('opened');
  });
  it.each([
    ['another passphrase', passphrase('größe of the geese')],
    ['another vault’s code', recovery(other.recovery)],
    ['a code with a slip', recovery(made.recovery.slice(1))],
    ['no code', recovery('')],
  ])('is not opened by %s', async (_, secret) => {
    expect(await unlock(made.keyring, secret)).toEqual({ kind: 'wrong' });
  });
  it('is one of its own', () => {
    expect(made.keyring.vault).toMatch(/^[0-9a-f]{32}$/);
    expect(made.keyring.vault).not.toBe(other.keyring.vault);
    expect([made.keyring.epoch, made.keyring.generation, made.keyring.removed]).toEqual([1, 1, []]);
  });
  it('has keys that cannot be read out', async () => {
    for (const { key } of made.keys.roots) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });
  it('fills a file of a padded size, in which no key can be read', () => {
    expect(made.keyring.bytes.length).toBe(1024);
    expect(text(made.keyring.bytes)).not.toContain(made.recovery.slice(0, 9));
  });
});

describe('the file of a keyring', () => {
  it('is read back as it was', async () => {
    const read = await readKeyring(made.keyring.name, new Uint8Array(made.keyring.bytes));
    expect(read.kind === 'keyring' && { ...read.keyring, hasSlotFor: null }).toEqual({
      ...made.keyring,
      hasSlotFor: null,
    });
  });
  it('is damaged under another name', async () => {
    expect(await readKeyring(other.keyring.name, made.keyring.bytes)).toEqual({ kind: 'damaged' });
    expect(await readKeyring('x.key', made.keyring.bytes)).toEqual({ kind: 'damaged' });
  });
  it('is damaged where any bit of it is turned', async () => {
    for (let bit = 0; bit < made.keyring.bytes.length * 8; bit += 61)
      expect((await readKeyring(made.keyring.name, flipped(made.keyring.bytes, bit))).kind).toBe('damaged');
  });
  it('is newer where its version is, whatever its name', async () => {
    expect(await readKeyring('x.key', bytesOf('PLX2 keyring'))).toEqual({ kind: 'newer' });
  });
  it.each([
    ['another first line', (content: string) => content.replace('keyring', 'key ring')],
    ['a line more', (content: string) => `${content.trimEnd()}\n{}\n`],
    ['a field more', (content: string) => content.replace('"generation":1', '"generation":1,"x":1')],
    ['a field less', (content: string) => content.replace('"removed":[],', '')],
    [
      'fields in another order',
      (content: string) => content.replace('"removed":[],"devices":[]', '"devices":[],"removed":[]'),
    ],
    ['a space within', (content: string) => content.replace('"epoch":1', '"epoch": 1')],
    ['a number written otherwise', (content: string) => content.replace('"epoch":1', '"epoch":1.0')],
    ['no epoch', (content: string) => content.replace('"epoch":1', '"epoch":0')],
    ['an epoch that no file can name', (content: string) => content.replace('"epoch":1', '"epoch":4294967296')],
    ['a name of a vault that is none', (content: string) => content.replace(/"vault":"./, '"vault":"G')],
    ['a list where none is', (content: string) => content.replace('"devices":[]', '"devices":{}')],
    ['base64 of another kind', (content: string) => content.replace(/"box":"./, '"box":"+')],
    ['something after it', (content: string) => `${content.trimEnd()} x`],
    ['nothing in it', () => ''],
  ])('is damaged with %s', async (_, change) => {
    expect(await rewritten(made.keyring, change)).toEqual({ kind: 'damaged' });
  });
  it('is damaged where it has more room than it needs', async () => {
    const bytes = bytesOf(text(made.keyring.bytes).padEnd(4096));
    expect(await readKeyring(`${await createSealer(made.keys).hash(bytes)}.key`, bytes)).toEqual({ kind: 'damaged' });
  });
  it('is written again to the letter', () => {
    const parsed = parseKeyringFile(made.keyring.bytes);
    expect(parsed && text(writeKeyringFile(parsed.lines, parsed.mac))).toBe(text(made.keyring.bytes));
  });
});

describe('a keyring that a server made up', () => {
  it.each([
    ['next to nothing', '"m":1024,"t":1'],
    ['one round', '"m":65536,"t":1'],
    ['more memory than there is', '"m":1048576,"t":3'],
    ['hours', '"m":65536,"t":1000'],
  ])('that asks for %s is refused before anything is computed', async (_, cost) => {
    const keyring = await tampered(made.keyring, (content) => content.replace('"m":65536,"t":3', cost));
    expect(await unlock(keyring, passphrase('Größe of the geese'))).toEqual({ kind: 'refused' });
  });
  it.each([
    [
      'says that a device was removed',
      (content: string) => content.replace('"removed":[]', '"removed":[{"device":"laptop000000","upTo":3}]'),
    ],
    ['says that it counts before others', (content: string) => content.replace('"generation":1', '"generation":9')],
    [
      'has the passphrase of another',
      (content: string) =>
        content.replace(/"pass":\{.*?\}/, /"pass":\{.*?\}/.exec(text(other.keyring.bytes))?.[0] ?? ''),
    ],
  ])('that %s is refused', async (_, change) => {
    const keyring = await tampered(made.keyring, change);
    expect(await unlock(keyring, recovery(made.recovery))).toEqual({ kind: 'refused' });
    expect(await isKeyringOf(made.keys, keyring)).toBe(false);
  });
  it('that claims another vault or epoch does not open', async () => {
    for (const change of [
      (content: string) => content.replace(made.keyring.vault, other.keyring.vault),
      (content: string) => content.replace('"epoch":1', '"epoch":2'),
    ])
      expect(await unlock(await tampered(made.keyring, change), recovery(made.recovery))).toEqual({ kind: 'wrong' });
  });
  it('is told from ours by the root', async () => {
    expect(await isKeyringOf(made.keys, made.keyring)).toBe(true);
    expect(await isKeyringOf(other.keys, made.keyring)).toBe(false);
    expect(await isKeyringOf({ ...made.keys, roots: [] }, made.keyring)).toBeNull();
  });
});

describe('another passphrase', async () => {
  const changed = await changePassphrase(made.keyring, recovery(made.recovery), 'new geese');
  if (changed.kind !== 'changed') throw new Error(changed.kind);

  it('opens the vault, and the old one does not', async () => {
    expect(await opensWith(await opened(changed.keyring, passphrase('new geese')))).toBe('opened');
    expect(await unlock(changed.keyring, passphrase('Größe of the geese'))).toEqual({ kind: 'wrong' });
  });
  it('leaves the recovery code, the vault and the epoch as they are', async () => {
    expect(await opensWith(await opened(changed.keyring, recovery(made.recovery)))).toBe('opened');
    expect([changed.keyring.vault, changed.keyring.epoch, changed.keyring.generation]).toEqual([
      made.keyring.vault,
      1,
      2,
    ]);
    expect(await isKeyringOf(made.keys, changed.keyring)).toBe(true);
  });
  it('counts before the old one, in whichever order they are found', () => {
    for (const found of [
      [made.keyring, other.keyring, changed.keyring],
      [changed.keyring, made.keyring, other.keyring],
    ]) {
      const current = currentKeyrings(found);
      expect([...current.keys()].sort()).toEqual([made.keyring.vault, other.keyring.vault].sort());
      expect(current.get(made.keyring.vault)).toEqual([changed.keyring, made.keyring]);
    }
  });
  it('is not given to who does not have the old one', async () => {
    expect(await changePassphrase(made.keyring, passphrase('wrong'), 'x')).toEqual({ kind: 'wrong' });
    expect(await newRecovery(made.keyring, recovery(other.recovery))).toEqual({ kind: 'wrong' });
  });
});

describe('another recovery code', async () => {
  const renewed = await newRecovery(made.keyring, recovery(made.recovery));
  if (renewed.kind !== 'changed') throw new Error(renewed.kind);

  it('opens the vault, and the old one does not', async () => {
    expect(await opensWith(await opened(renewed.keyring, recovery(renewed.recovery)))).toBe('opened');
    expect(await unlock(renewed.keyring, recovery(made.recovery))).toEqual({ kind: 'wrong' });
  });
  it('leaves the passphrase as it is, and counts before the old keyring', async () => {
    expect(renewed.keyring.generation).toBe(2);
    expect(await opensWith(await opened(renewed.keyring, passphrase('Größe of the geese')))).toBe('opened');
  });
});
