import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes, u32, utf8 } from '@/lib/vault/bytes.ts';
import { deflate } from '@/lib/vault/deflate.ts';
import { isPaddedSize } from '@/lib/vault/padding.ts';
import { aesKeyOf, encrypt } from '@/lib/vault/root-key.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import { placeText, sealFile } from '@/lib/vault/sealed-file.ts';
import { VaultError } from '@/lib/vault/vault-error.ts';
import { bytesOf, deviceNamed, flipped, keysWith, noise, placed, text, vaultNamed } from './some-keys.ts';

const ours = await keysWith(vaultNamed('a'), [1]);
const sealer = createSealer(ours);
const sealed = await sealer.seal(bytesOf('{"note":"the geese left on Tuesday"}'), placed(3, 7));

describe('what is sealed', () => {
  it('opens as it was, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.nat(99_999_999), async (content, seq) => {
        const [bytes, place] = [new Uint8Array(content), placed(seq)];
        const file = await sealer.seal(bytes, place);
        expect(isPaddedSize(file.length)).toBe(true);
        expect(await sealer.open(file, place)).toEqual({ kind: 'opened', content: bytes });
      }),
      { numRuns: 60 },
    );
  });
  it.each([0, 1, 900, 1000, 60_000, 70_000, 1_100_000])(
    'opens at %i bytes that cannot be made shorter',
    async (length) => {
      const content = noise(length);
      const opened = await sealer.open(await sealer.seal(content, placed()), placed());
      expect(opened.kind === 'opened' && Buffer.from(opened.content).equals(Buffer.from(content))).toBe(true);
    },
  );
  it('is never the same twice, and says nothing', async () => {
    const content = bytesOf('geese '.repeat(30));
    const [one, other] = [await sealer.seal(content, placed()), await sealer.seal(content, placed())];
    expect(text(one)).not.toBe(text(other));
    expect(text(one)).not.toContain('geese');
    expect(text(one)).not.toContain(ours.vault);
  });
  it('takes two files of one size class to one size', async () => {
    const [short, long] = [await sealer.seal(bytesOf('a'), placed()), await sealer.seal(noise(900), placed())];
    expect([short.length, long.length]).toEqual([1024, 1024]);
  });
  it('is of the newest epoch, and older ones stay readable', async () => {
    const later = createSealer(await keysWith(ours.vault, [1, 2]));
    const file = await later.seal(bytesOf('new'), placed());
    expect(await sealer.open(file, placed())).toEqual({ kind: 'no-key' });
    expect((await later.open(sealed, placed(3, 7))).kind).toBe('opened');
  });
});

describe('what is not sealed by us', () => {
  it('any bit of it turned: damaged', async () => {
    const headerBits = Array.from({ length: 48 * 8 }, (_, bit) => bit);
    const others = Array.from({ length: 200 }, (_, at) => 48 * 8 + at * 39);
    const kinds = await Promise.all(
      [...headerBits, ...others].map(async (bit) => (await sealer.open(flipped(sealed, bit), placed(3, 7))).kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['damaged']));
  });
  it('any length of it: damaged', async () => {
    for (const length of [0, 1, 3, 4, 47, 48, 63, 64, 500, 1023])
      expect(await sealer.open(sealed.slice(0, length), placed(3, 7))).toEqual({ kind: 'damaged' });
    const longer = new Uint8Array(4096);
    longer.set(sealed);
    expect(await sealer.open(longer, placed(3, 7))).toEqual({ kind: 'damaged' });
  });
  it.each([
    ['another number', placed(3, 8)],
    ['another first number', placed(2, 7)],
    ['another device', placed(3, 7, deviceNamed('phone'))],
  ])('under the name of %s: damaged', async (_, place) => {
    expect(await sealer.open(sealed, place)).toEqual({ kind: 'damaged' });
  });
  it('of another vault: foreign', async () => {
    const other = createSealer(await keysWith(vaultNamed('b'), [1]));
    expect(await other.open(sealed, placed(3, 7))).toEqual({ kind: 'foreign' });
  });
  it('of the same vault by another root: damaged', async () => {
    const roots = (await keysWith(ours.vault, [2])).roots.map(({ key }) => ({ epoch: 1, key }));
    expect(await createSealer({ vault: ours.vault, roots }).open(sealed, placed(3, 7))).toEqual({ kind: 'damaged' });
  });
  it.each(['2', '4', '7', '8'])('of version %s, of any size: newer', async (digit) => {
    expect(await sealer.open(bytesOf(`PLX${digit} something else`), placed())).toEqual({ kind: 'newer' });
  });
  it.each(['', 'PLX', 'PLX0', 'PLX3', '<!doctype html>', 'PLY2'])('%j: damaged', async (start) => {
    const bytes = new Uint8Array(1024);
    bytes.set(bytesOf(start));
    expect(await sealer.open(bytes, placed())).toEqual({ kind: 'damaged' });
  });
});

describe('what claims to be more than it may', () => {
  const root = ours.roots[0];
  if (root === undefined) throw new Error('no root');
  const withContent = (content: Uint8Array<ArrayBuffer>) =>
    sealFile(ours.vault, root, { place: placed(), content }, { salt: noise(16), iv: noise(12) });

  it('inflates to more than it may: damaged', async () => {
    const bomb = await deflate(new Uint8Array(40 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await sealer.open(await withContent(bomb), placed())).toEqual({ kind: 'damaged' });
  });
  it('is of another size than files have: damaged', async () => {
    const content = await deflate(bytesOf('geese'));
    const file = await withContent(content);
    const header = file.slice(0, 48);
    const key = await aesKeyOf(root.key, header.slice(8, 24), 'file');
    const bound = joinBytes(header, utf8(placeText(ours.vault, placed())));
    const refilled = async (room: number): Promise<string> => {
      const padded = joinBytes(u32(content.length), content, new Uint8Array(room - content.length));
      const bytes = joinBytes(header, await encrypt(key, header.slice(24, 36), padded, bound));
      return (await sealer.open(bytes, placed())).kind;
    };
    expect(await refilled(1024 - 48 - 4 - 16)).toBe('opened');
    expect(await refilled(100)).toBe('damaged');
  });
  it('is not deflated, or is followed by something: damaged', async () => {
    const deflated = await deflate(bytesOf('geese'));
    const followed = new Uint8Array(deflated.length + 5);
    followed.set(deflated);
    for (const content of [noise(300), followed, deflated.slice(0, -1), new Uint8Array(0)])
      expect(await sealer.open(await withContent(content), placed())).toEqual({ kind: 'damaged' });
    expect((await sealer.open(await withContent(deflated), placed())).kind).toBe('opened');
  });
  it('is not sealed at all when it is too much', async () => {
    await expect(sealer.seal(noise(9 * 1024 * 1024), placed())).rejects.toMatchObject({ kind: 'too-big' });
    await expect(sealer.seal(new Uint8Array(33 * 1024 * 1024), placed())).rejects.toMatchObject({ kind: 'too-big' });
  });
});

describe('without a key', () => {
  const locked = createSealer({ vault: ours.vault, roots: [] });
  it('nothing is sealed', async () => {
    await expect(locked.seal(bytesOf('geese'), placed())).rejects.toBeInstanceOf(VaultError);
    await expect(locked.seal(bytesOf('geese'), placed())).rejects.toMatchObject({ kind: 'locked' });
  });
  it('nothing is opened', async () => {
    expect(await locked.open(sealed, placed(3, 7))).toEqual({ kind: 'no-key' });
  });
});

it('hashes as SHA-256 does', async () => {
  expect(await sealer.hash(bytesOf('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223');
});
