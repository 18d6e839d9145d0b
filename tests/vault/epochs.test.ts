import { describe, expect, it } from 'vitest';
import { cardOf, createDeviceKeys, isSignedBy, signWith } from '@/lib/vault/device-keys.ts';
import { signerOf, startEpoch, unlockByDevice, type EpochStart, type ThisDevice } from '@/lib/vault/epochs.ts';
import {
  changePassphrase,
  createVault,
  currentKeyrings,
  isKeyringOf,
  readKeyring,
  unlock,
} from '@/lib/vault/keyring.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import type { DeviceCard, Keyring, NewKeyring, Secret } from '@/lib/vault/vault.ts';
import { bytesOf, deviceNamed, placed, text } from './some-keys.ts';

const recovery = (code: string): Secret => ({ kind: 'recovery', code });
const deviceWith = async (name: string): Promise<ThisDevice> => ({
  device: deviceNamed(name),
  keys: await createDeviceKeys(),
});
const card = ({ device, keys }: ThisDevice): Promise<DeviceCard> => cardOf(device, keys);

const made = await createVault({ passphrase: 'old geese' });
const [laptop, phone, lost, stranger] = await Promise.all(['laptop', 'phone', 'lost', 'stranger'].map(deviceWith));
if (!laptop || !phone || !lost || !stranger) throw new Error('no devices');
const [laptopCard, phoneCard, lostCard] = await Promise.all([card(laptop), card(phone), card(lost)]);
const staying = [laptopCard, phoneCard];

async function begun(from: Keyring, secret: Secret, start: Partial<EpochStart> = {}): Promise<NewKeyring> {
  const started = await startEpoch(from, secret, {
    newPassphrase: 'new geese',
    remaining: staying,
    remove: { device: lost?.device ?? deviceNamed('x'), upTo: 12 },
    signer: laptop ?? { device: deviceNamed('x'), keys: { exchange: null, signing: null } },
    ...start,
  });
  if (started.kind !== 'started') throw new Error(started.kind);
  return started.made;
}
const second = await begun(made.keyring, recovery(made.recovery));

const before = await createSealer(made.keys).seal(bytesOf('before'), placed(1));
const after = await createSealer(second.keys).seal(bytesOf('after'), placed(2));

async function tampered(keyring: Keyring, change: (content: string) => string): Promise<Keyring> {
  const bytes = bytesOf(`${change(text(keyring.bytes)).trimEnd()}\n`.padEnd(keyring.bytes.length));
  const read = await readKeyring(`${await createSealer(made.keys).hash(bytes)}.key`, bytes);
  if (read.kind !== 'keyring') throw new Error(read.kind);
  return read.keyring;
}

describe('a new epoch', () => {
  it('is written with a root that the old keys do not have', async () => {
    expect(second.keyring.epoch).toBe(2);
    expect(await createSealer(made.keys).open(after, placed(2))).toEqual({ kind: 'no-key' });
    expect((await createSealer(second.keys).open(after, placed(2))).kind).toBe('opened');
  });
  it('hands on the roots before it', async () => {
    expect((await createSealer(second.keys).open(before, placed(1))).kind).toBe('opened');
    const unlocked = await unlock(second.keyring, recovery(second.recovery));
    if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind);
    expect(unlocked.keys.roots.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect((await createSealer(unlocked.keys).open(before, placed(1))).kind).toBe('opened');
  });
  it('is opened by the new passphrase only', async () => {
    expect((await unlock(second.keyring, { kind: 'passphrase', text: 'new geese' })).kind).toBe('unlocked');
    expect(await unlock(second.keyring, { kind: 'passphrase', text: 'old geese' })).toEqual({ kind: 'wrong' });
    expect(await unlock(second.keyring, recovery(made.recovery))).toEqual({ kind: 'wrong' });
  });
  it('says who was removed, and who has a slot', () => {
    expect(second.keyring.removed).toEqual([{ device: lost.device, upTo: 12 }]);
    expect([laptop, phone, lost].map(({ device }) => second.keyring.hasSlotFor(device))).toEqual([true, true, false]);
  });
  it('counts before every keyring of the old one', async () => {
    const late = await changePassphrase(made.keyring, recovery(made.recovery), 'late geese');
    if (late.kind !== 'changed') throw new Error(late.kind);
    expect(currentKeyrings([late.keyring, made.keyring, second.keyring]).get(made.keyring.vault)?.[0]).toBe(
      second.keyring,
    );
  });
  it('may be the third, and open all before', async () => {
    const third = await begun(second.keyring, recovery(second.recovery), { remove: null });
    expect(third.keyring.removed).toEqual(second.keyring.removed);
    const unlocked = await unlockByDevice(third.keyring, phone, staying);
    if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind);
    expect(unlocked.keys.roots.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const [file, at] of [
      [before, 1],
      [after, 2],
    ] as const)
      expect((await createSealer(unlocked.keys).open(file, placed(at))).kind).toBe('opened');
  });
  it('passes over a device whose card holds no key', async () => {
    const odd = [
      { ...phoneCard, exchange: null },
      { ...phoneCard, device: deviceNamed('zeros'), exchange: 'A'.repeat(43) },
      { ...phoneCard, device: deviceNamed('short'), exchange: 'AAAA' },
    ];
    const keyring = (await begun(made.keyring, recovery(made.recovery), { remaining: [laptopCard, ...odd] })).keyring;
    expect([laptopCard, ...odd].map(({ device }) => keyring.hasSlotFor(device))).toEqual([true, false, false, false]);
  });
});

describe('a device that stays', () => {
  it('opens it without a passphrase', async () => {
    for (const device of [laptop, phone]) {
      const unlocked = await unlockByDevice(second.keyring, device, staying);
      if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind);
      expect((await createSealer(unlocked.keys).open(after, placed(2))).kind).toBe('opened');
      expect(unlocked.keys.roots.every(({ key }) => !key.extractable)).toBe(true);
    }
  });
  it('opens it after the passphrase was changed, too', async () => {
    const changed = await changePassphrase(second.keyring, recovery(second.recovery), 'newer geese');
    if (changed.kind !== 'changed') throw new Error(changed.kind);
    expect((await unlockByDevice(changed.keyring, phone, staying)).kind).toBe('unlocked');
    expect(await isKeyringOf(second.keys, changed.keyring)).toBe(true);
  });
  it('cannot without a key of exchange', async () => {
    const bare = { device: phone.device, keys: { ...phone.keys, exchange: null } };
    expect(await unlockByDevice(second.keyring, bare, staying)).toEqual({ kind: 'cannot' });
  });
  it('does not with another key than the one on its card', async () => {
    expect(await unlockByDevice(second.keyring, { ...stranger, device: phone.device }, staying)).toEqual({
      kind: 'wrong',
    });
  });
});

describe('nobody else', () => {
  it('the removed device, and a stranger, have no slot', async () => {
    for (const device of [lost, stranger])
      expect(await unlockByDevice(second.keyring, device, staying)).toEqual({ kind: 'wrong' });
  });
  it('a keyring of an unknown device is refused', async () => {
    const forged = await begun(made.keyring, recovery(made.recovery), { signer: stranger });
    expect(await unlockByDevice(forged.keyring, phone, staying)).toEqual({ kind: 'refused' });
    expect(await signerOf(forged.keyring, staying)).toBeNull();
  });
  it('a keyring of a device that this one knows as removed is refused', async () => {
    const forged = await begun(made.keyring, recovery(made.recovery), { signer: lost, remove: null });
    expect(await unlockByDevice(forged.keyring, phone, staying)).toEqual({ kind: 'refused' });
    expect((await unlockByDevice(forged.keyring, phone, [...staying, lostCard])).kind).toBe('unlocked');
  });
  it('a keyring signed by the very device that it removes is refused', async () => {
    const forged = await begun(made.keyring, recovery(made.recovery), { signer: lost });
    expect(await unlockByDevice(forged.keyring, phone, [...staying, lostCard])).toEqual({ kind: 'refused' });
  });
  it('an unsigned keyring is refused, and needs the passphrase', async () => {
    const bare = { device: laptop.device, keys: { ...laptop.keys, signing: null } };
    const unsigned = await begun(made.keyring, recovery(made.recovery), { signer: bare });
    expect(await unlockByDevice(unsigned.keyring, phone, staying)).toEqual({ kind: 'refused' });
    expect((await unlock(unsigned.keyring, recovery(unsigned.recovery))).kind).toBe('unlocked');
  });
  it('a signature that stands over something else is refused', async () => {
    const forged = await tampered(second.keyring, (content) => content.replace('"upTo":12', '"upTo":13'));
    expect(await unlockByDevice(forged, phone, staying)).toEqual({ kind: 'refused' });
  });
  it('a true signature over slots that its root did not sign is refused', async () => {
    const forged = await tampered(second.keyring, (content) => content.replace(/"generation":\d+/, '"generation":9'));
    expect(await signerOf(forged, staying)).toBe(laptop.device);
    expect(await unlockByDevice(forged, phone, staying)).toEqual({ kind: 'refused' });
  });
  it('nobody begins one without the secret', async () => {
    const start = { newPassphrase: 'x', remaining: staying, remove: null, signer: laptop };
    expect(await startEpoch(made.keyring, recovery(second.recovery), start)).toEqual({ kind: 'wrong' });
  });
});

describe('the keys of a device', () => {
  it('are two, and cannot be read out', () => {
    for (const pair of [laptop.keys.exchange, laptop.keys.signing]) expect(pair?.privateKey.extractable).toBe(false);
    expect(laptopCard.exchange).toMatch(/^[\w-]{43}$/);
    expect(laptopCard.signing).toMatch(/^[\w-]{43}$/);
  });
  it('sign what others can check', async () => {
    const signature = await signWith(laptop.keys, bytesOf('geese'));
    if (signature === null) throw new Error('no signature');
    expect(await isSignedBy(laptopCard.signing, signature, bytesOf('geese'))).toBe(true);
    expect(await isSignedBy(laptopCard.signing, signature, bytesOf('ducks'))).toBe(false);
    expect(await isSignedBy(phoneCard.signing, signature, bytesOf('geese'))).toBe(false);
    for (const odd of [null, '', 'AAAA', '%']) expect(await isSignedBy(odd, signature, bytesOf('geese'))).toBe(false);
  });
  it('may be missing', async () => {
    const bare = { exchange: null, signing: null };
    expect(await cardOf(deviceNamed('old'), bare)).toEqual({
      device: deviceNamed('old'),
      exchange: null,
      signing: null,
    });
    expect(await signWith(bare, bytesOf('geese'))).toBeNull();
  });
});
