import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '@/lib/vault/base64url.ts';
import { joinBytes, sha256, type Bytes } from '@/lib/vault/bytes.ts';
import {
  acceptInvitation,
  createInvitation,
  createMemberCard,
  readMemberCard,
  spaceFingerprint,
} from '@/lib/vault/member-card.ts';
import { readSpace } from '@/lib/vault/space-chain.ts';
import { openSpace } from '@/lib/vault/space-keyring.ts';
import { createDeviceKeys } from '@/lib/vault/device-keys.ts';
import { addMember } from '@/lib/vault/space-members.ts';
import { fileOf, made, person, someSpace } from './some-space.ts';

const PLACE = {
  kind: 's3',
  endpoint: 'https://s3.example.com',
  region: 'eu',
  bucket: 'desk',
  prefix: 'story',
  accessKey: 'A',
  secretKey: 'S',
} as const;
const ada = await person('ada');
const first = await someSpace(ada);
const bea = await createDeviceKeys();

async function accepted(typed: string) {
  const answer = await acceptInvitation(typed, bea, 'Bea Müller');
  if (answer.kind !== 'accepted') throw new Error(answer.kind);
  return answer;
}
async function cardIn(typed: string) {
  const read = await readMemberCard(typed);
  if (read.kind !== 'card') throw new Error(read.kind);
  return read;
}
/** A text with a check that is right, whatever is in it. */
async function written(prefix: string, content: Bytes): Promise<string> {
  return prefix + toBase64url(joinBytes(content, (await sha256(content)).slice(0, 4)));
}

describe('an invitation', () => {
  it.each([PLACE, null])('leads into the space, with and without a place', async (place) => {
    const answer = await accepted(await createInvitation(first.space, place));
    expect(answer.invitation).toEqual({ space: first.space.id, head: first.space.head, place });

    const { card, fingerprint } = await cardIn(answer.card);
    expect([card.name, fingerprint]).toEqual(['Bea Müller', answer.fingerprint]);
    const next = made(
      await addMember(first.space, ada.keys, { id: 'bea000000000', card, role: 'contributor', admin: false }),
    );
    const found = await readSpace(answer.invitation.space, [fileOf(first), fileOf(next)], answer.invitation.head);
    if (found.kind !== 'space') throw new Error(found.kind);
    expect((await openSpace(found.space, bea)).kind).toBe('unlocked');
  });
  it('says by which words to compare, the same on both sides', async () => {
    const answer = await accepted(await createInvitation(first.space, null));
    expect(answer.fingerprint).toMatch(/^(?:[0-9A-Z]{4} ){4}[0-9A-Z]{4}$/);
    expect(answer.spaceFingerprint).toBe(await spaceFingerprint(first.space.id));
    expect(answer.spaceFingerprint).not.toBe(await spaceFingerprint((await someSpace(ada)).space.id));
  });
  it('and a card are short', async () => {
    const invitation = await createInvitation(first.space, PLACE);
    const { card } = await accepted(invitation);
    expect([invitation.length < 200, card.length < 250]).toEqual([true, true]);
  });
  it.each([
    ['', 'unreadable'],
    ['PLX1I-', 'unreadable'],
    ['PLX1-AAAA', 'unreadable'],
    ['PLX1M-AAAAAAAA', 'unreadable'],
    ['PLX2I-AAAA', 'newer'],
  ])('is not read from %j', async (typed, kind) => {
    expect(await acceptInvitation(typed, bea, 'Bea')).toEqual({ kind });
    if (!typed.startsWith('PLX1M')) expect(await readMemberCard(typed)).toEqual({ kind });
  });
  it('is not read with a slip', async () => {
    const invitation = await createInvitation(first.space, PLACE);
    for (let at = 6; at < invitation.length; at += 3) {
      const other = invitation.charAt(at) === 'A' ? 'B' : 'A';
      const typed = invitation.slice(0, at) + other + invitation.slice(at + 1);
      expect(await acceptInvitation(typed, bea, 'Bea')).toEqual({ kind: 'unreadable' });
    }
  });
  it('is not read with a place that is none', async () => {
    const content = new Uint8Array(40).fill(0x5b);
    expect(await acceptInvitation(await written('PLX1I-', content), bea, 'Bea')).toEqual({ kind: 'unreadable' });
  });
});

describe('a card', () => {
  it('is forged where whoever wrote it does not have the keys it shows', async () => {
    const [own, other] = [await createMemberCard(bea, 'Bea'), await createMemberCard(ada.keys, 'Ada')];
    const [ownBytes, otherBytes] = [own, other].map(({ text }) => fromBase64url(text.slice(6))?.slice(0, -4));
    if (!ownBytes || !otherBytes) throw new Error('no bytes');
    const swapped = joinBytes(ownBytes.slice(0, 64), otherBytes.slice(64));
    expect(await readMemberCard(await written('PLX1M-', swapped))).toEqual({ kind: 'forged' });
    const renamed = joinBytes(ownBytes.slice(0, -3), otherBytes.slice(-3));
    expect(await readMemberCard(await written('PLX1M-', renamed))).toEqual({ kind: 'forged' });
    const mixed = joinBytes(ownBytes.slice(0, 64), otherBytes.slice(64, 96), ownBytes.slice(96));
    expect(await readMemberCard(await written('PLX1M-', mixed))).toEqual({ kind: 'forged' });
  });
  it('is unreadable where it is too short', async () => {
    expect(await readMemberCard(await written('PLX1M-', new Uint8Array(100)))).toEqual({ kind: 'unreadable' });
  });
  it('is not made where the browser knows no such keys', async () => {
    await expect(createMemberCard({ exchange: null, signing: null }, 'x')).rejects.toMatchObject({ kind: 'cannot' });
  });
});
