import { describe, expect, it } from 'vitest';
import { fromBase64url } from '@/lib/vault/base64url.ts';
import { joinBytes, utf8, type Bytes } from '@/lib/vault/bytes.ts';
import { deflate } from '@/lib/vault/deflate.ts';
import { signWith } from '@/lib/vault/device-keys.ts';
import { createSealer } from '@/lib/vault/seal.ts';
import { sealFile } from '@/lib/vault/sealed-file.ts';
import { removeMember, setRole } from '@/lib/vault/space-members.ts';
import { createSpaceSealer, type Roster } from '@/lib/vault/space-sealer.ts';
import type { VaultKeys } from '@/lib/vault/vault.ts';
import type { FilePlace } from '@/lib/sync/sealed.ts';
import { bytesOf, deviceNamed, flipped, noise, placed } from './some-keys.ts';
import { added, keysFor, made, person, someSpace, type Person } from './some-space.ts';

const [ada, ben, cleo, mallory] = await Promise.all(['ada', 'ben', 'cleo', 'mallory'].map(person));
if (!ada || !ben || !cleo || !mallory) throw new Error('nobody');

const first = await someSpace(ada);
const withBen = await added(first.space, ada, ben, 'contributor');
const whole = await added(withBen.space, ada, cleo, 'reader');
const keys = await keysFor(whole.space, ada);
const now: Roster = whole.space.list;

const sealerOf = (who: Person, roster: Roster = now, with_: VaultKeys = keys) =>
  createSpaceSealer(with_, () => roster, who.keys);
const reader = sealerOf(cleo);
const byBen = await sealerOf(ben).seal(bytesOf('a flag of ben'), placed(3));

/** A file as somebody with the root, but without our code, could write it. */
async function crafted(signed: Bytes, place: FilePlace): Promise<Bytes> {
  const root = keys.roots[0];
  if (root === undefined) throw new Error('no root');
  return sealFile(keys.vault, root, { place, content: await deflate(signed) }, { salt: noise(16), iv: noise(12) });
}
const message = (content: string, { device, from, to }: FilePlace, epoch = 1): Bytes => {
  const eight = (seq: number): string => String(seq).padStart(8, '0');
  return utf8(`parallax-v1/space-file|${keys.vault}|${device}/${eight(from)}-${eight(to)}|${epoch}|${content}`);
};
async function signedAs(shown: Person, signer: Person, content: string, place = placed(3)): Promise<Bytes> {
  const [key, signature] = [fromBase64url(shown.card.signing), await signWith(signer.keys, message(content, place))];
  if (key === null || signature === null) throw new Error('no key');
  return joinBytes(key, signature, utf8(content));
}

describe('a file of a space', () => {
  it('opens with its author and what they may do', async () => {
    expect(await reader.open(byBen, placed(3))).toEqual({
      kind: 'opened',
      content: bytesOf('a flag of ben'),
      author: { member: ben.id, role: 'contributor' },
    });
    const byAda = await sealerOf(ada).seal(bytesOf('a pack'), placed(4));
    expect(await reader.open(byAda, placed(4))).toMatchObject({ author: { member: ada.id, role: 'editor' } });
  });
  it('can be written by another program from what docs/sync-format.md says', async () => {
    const file = await crafted(await signedAs(ben, ben, 'mine'), placed(3));
    expect(await reader.open(file, placed(3))).toMatchObject({ kind: 'opened', author: { member: ben.id } });
  });
  it('is damaged where a bit is turned, and under another name', async () => {
    for (let bit = 0; bit < byBen.length * 8; bit += 401)
      expect(await reader.open(flipped(byBen, bit), placed(3))).toEqual({ kind: 'damaged' });
    expect(await reader.open(byBen, placed(4))).toEqual({ kind: 'damaged' });
    expect(await reader.open(byBen, placed(3, 3, deviceNamed('phone')))).toEqual({ kind: 'damaged' });
  });
  it('does not open without the space’s keys', async () => {
    expect(await sealerOf(cleo, now, { ...keys, roots: [] }).open(byBen, placed(3))).toEqual({ kind: 'no-key' });
    const other = await someSpace(mallory);
    expect(await sealerOf(cleo, now, other.keys).open(byBen, placed(3))).toEqual({ kind: 'foreign' });
  });
});

describe('is not allowed:', () => {
  it.each([
    [
      'a file without a signature',
      () => bytesOf('a note that is long enough to be one with a signature, and more '.repeat(3)),
    ],
    ['a file that is too short for one', () => bytesOf('x')],
    ['a file that shows one member’s key and is signed by another', () => signedAs(ben, cleo, 'mine')],
    ['a member’s content signed anew by who is in no list', () => signedAs(mallory, mallory, 'a flag of ben')],
    ['a reader’s file', () => signedAs(cleo, cleo, 'mine')],
    ['a file signed for another number', () => signedAs(ben, ben, 'mine', placed(2))],
    ['a file signed for another device', () => signedAs(ben, ben, 'mine', placed(3, 3, deviceNamed('phone')))],
  ])('%s', async (_, signed) => {
    expect(await reader.open(await crafted(await signed(), placed(3)), placed(3))).toEqual({ kind: 'not-allowed' });
  });
  it('a file sealed as in a vault of one', async () => {
    const file = await createSealer(keys).seal(bytesOf('x'.repeat(200)), placed(3));
    expect(await reader.open(file, placed(3))).toEqual({ kind: 'not-allowed' });
  });
  it('a signature with anything of what it stands over changed', async () => {
    const signed = await signedAs(ben, ben, 'mine');
    for (let at = 0; at < signed.length; at += 5)
      expect(await reader.open(await crafted(flipped(signed, at * 8), placed(3)), placed(3))).toEqual({
        kind: 'not-allowed',
      });
  });
  it('to write, for who is a reader, is not in the list, or has no keys', async () => {
    for (const sealer of [reader, sealerOf(mallory), sealerOf(ben, now, { ...keys, roots: [] })])
      await expect(sealer.seal(bytesOf('mine'), placed(1))).rejects.toMatchObject({ kind: 'locked' });
    const bare = createSpaceSealer(keys, () => now, { exchange: null, signing: null });
    await expect(bare.seal(bytesOf('mine'), placed(1))).rejects.toMatchObject({ kind: 'locked' });
  });
});

describe('after a member was removed', async () => {
  const out = made(await removeMember(whole.space, ada.keys, { id: ben.id, files: [await reader.hash(byBen)] }));
  const later = sealerOf(cleo, out.space.list, await keysFor(out.space, cleo));

  it('what they had written counts as it did', async () => {
    expect(await later.open(byBen, placed(3))).toMatchObject({
      kind: 'opened',
      author: { member: ben.id, role: 'contributor' },
    });
  });
  it('what they write with the old keys does not', async () => {
    const late = await sealerOf(ben).seal(bytesOf('late'), placed(4));
    expect(await later.open(late, placed(4))).toEqual({ kind: 'not-allowed' });
  });
  it('what they write anew in the place of an old file does not', async () => {
    const anew = await sealerOf(ben).seal(bytesOf('another flag'), placed(3));
    expect(await later.open(anew, placed(3))).toEqual({ kind: 'not-allowed' });
  });
  it('they have no keys to what is written after', async () => {
    const after = await sealerOf(ada, out.space.list, out.keys).seal(bytesOf('after'), placed(9));
    expect(await sealerOf(ben).open(after, placed(9))).toEqual({ kind: 'no-key' });
    expect((await later.open(after, placed(9))).kind).toBe('opened');
  });
});

describe('after a member was made a reader', async () => {
  const less = { id: ben.id, role: 'reader', admin: false, files: [await reader.hash(byBen)] } as const;
  const changed = made(await setRole(whole.space, ada.keys, less));
  const later = sealerOf(cleo, changed.space.list);

  it('what they had written counts as it did, and no more is added', async () => {
    expect(await later.open(byBen, placed(3))).toMatchObject({ kind: 'opened', author: { role: 'contributor' } });
    const late = await sealerOf(ben).seal(bytesOf('late'), placed(4));
    expect(await later.open(late, placed(4))).toEqual({ kind: 'not-allowed' });
    expect((await later.open(await sealerOf(ada).seal(bytesOf('x'), placed(5)), placed(5))).kind).toBe('opened');
  });
  it('they may be more again, and what they wrote before stays', async () => {
    const more = { id: ben.id, role: 'editor', admin: false, files: [] } as const;
    const again = made(await setRole(changed.space, ada.keys, more));
    const sealer = sealerOf(cleo, again.space.list);
    const file = await sealerOf(ben, again.space.list).seal(bytesOf('x'), placed(6));
    expect(await sealer.open(file, placed(6))).toMatchObject({ author: { role: 'editor' } });
    expect(await sealer.open(byBen, placed(3))).toMatchObject({ author: { role: 'contributor' } });
  });
});

it('a list that is read later counts from then on', async () => {
  let roster: Roster = first.space.list;
  const sealer = createSpaceSealer(keys, () => roster, ada.keys);
  expect(await sealer.open(byBen, placed(3))).toEqual({ kind: 'not-allowed' });
  roster = now;
  expect((await sealer.open(byBen, placed(3))).kind).toBe('opened');
});
