/** What every version of a space's format has written still opens. Made once, and never changed. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64url } from '@/lib/vault/base64url.ts';
import type { Bytes } from '@/lib/vault/bytes.ts';
import { acceptInvitation, createMemberCard, readMemberCard } from '@/lib/vault/member-card.ts';
import type { Role } from '@/lib/vault/roles.ts';
import { readSpace, type Space } from '@/lib/vault/space-chain.ts';
import { openSpace } from '@/lib/vault/space-keyring.ts';
import { createSpaceSealer } from '@/lib/vault/space-sealer.ts';
import type { FilePlace } from '@/lib/sync/sealed.ts';
import type { DeviceKeys } from '@/lib/vault/vault.ts';
import { text } from './some-keys.ts';

const FOLDER = 'tests/fixtures/vault';
type Someone = {
  id: string;
  exchange: string;
  signing: string;
  card: string;
  publicExchange: string;
  publicSigning: string;
  fingerprint: string;
};
type Vectors = {
  version: number;
  id: string;
  lists: { name: string; bytes: string }[];
  reader: Someone;
  administrator: Someone;
  names: Record<string, string>;
  files: { place: FilePlace; content: string; bytes: string; author: { member: string; role: Role } }[];
  invitation: string;
};
const all = readdirSync(FOLDER)
  .filter((name) => name.startsWith('space-version-'))
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Vectors);

const b64 = (written: string): Bytes => fromBase64url(written) ?? new Uint8Array(0);

async function keysOf(who: Someone): Promise<DeviceKeys> {
  const { subtle } = crypto;
  return {
    exchange: {
      privateKey: await subtle.importKey('pkcs8', b64(who.exchange), 'X25519', false, ['deriveBits']),
      publicKey: await subtle.importKey('raw', b64(who.publicExchange), 'X25519', true, []),
    },
    signing: {
      privateKey: await subtle.importKey('pkcs8', b64(who.signing), 'Ed25519', false, ['sign']),
      publicKey: await subtle.importKey('raw', b64(who.publicSigning), 'Ed25519', true, ['verify']),
    },
  };
}

it('there is a file for every version that was released', () => {
  expect(all.map(({ version }) => version)).toEqual([1]);
});

describe.each(all)('version $version', ({ id, lists, reader, administrator, names, files, invitation }) => {
  async function space(): Promise<Space> {
    const read = await readSpace(
      id,
      lists.map(({ name, bytes }) => ({ name, bytes: b64(bytes) })),
    );
    if (read.kind !== 'space') throw new Error(read.kind);
    return read.space;
  }

  it('follows the lists to the last', async () => {
    const { head, list, forked } = await space();
    expect([head, list.epoch, forked]).toEqual([{ sequence: 3, name: lists.at(-1)?.name }, 2, false]);
    expect(list.members.map((member) => member.id)).toEqual([administrator.id, reader.id]);
  });
  it.each([reader, administrator])('opens it for $id, with what was written in every epoch', async (who) => {
    const [found, keys] = [await space(), await keysOf(who)];
    const opened = await openSpace(found, keys);
    if (opened.kind !== 'unlocked') throw new Error(opened.kind);
    expect(opened.names).toEqual(names);
    const sealer = createSpaceSealer(opened.keys, () => found.list, keys);
    for (const { place, content, bytes, author } of files) {
      const file = await sealer.open(b64(bytes), place);
      expect(file.kind === 'opened' && [text(file.content), file.author]).toEqual([content, author]);
    }
  });
  it.each([reader, administrator])('reads and writes the card of $id to the letter', async (who) => {
    const read = await readMemberCard(who.card);
    if (read.kind !== 'card') throw new Error(read.kind);
    expect(read).toMatchObject({
      card: { name: names[who.id], exchange: who.publicExchange, signing: who.publicSigning },
      fingerprint: who.fingerprint,
    });
    expect((await createMemberCard(await keysOf(who), read.card.name)).text).toBe(who.card);
  });
  it('reads an invitation', async () => {
    const answer = await acceptInvitation(invitation, await keysOf(reader), 'Cleo');
    expect(answer).toMatchObject({
      kind: 'accepted',
      invitation: {
        space: id,
        head: { sequence: 3, name: lists.at(-1)?.name },
        place: { kind: 'webdav', user: 'cleo' },
      },
    });
  });
});
