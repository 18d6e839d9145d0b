import { describe, expect, it } from 'vitest';
import { readSpace, spaceFileName, type FoundFile, type Space, type SpaceHead } from '@/lib/vault/space-chain.ts';
import { writeSpaceFile } from '@/lib/vault/space-file.ts';
import { openSpace } from '@/lib/vault/space-keyring.ts';
import { addMember, removeMember, setRole } from '@/lib/vault/space-members.ts';
import { added, fileOf, made, person, signedBy, someSpace } from './some-space.ts';
import { flipped, noise } from './some-keys.ts';

const [ada, ben, cleo, mallory] = await Promise.all(['ada', 'ben', 'cleo', 'mallory'].map(person));
if (!ada || !ben || !cleo || !mallory) throw new Error('nobody');

const cleoTwin = await person('twin');
const first = await someSpace(ada);
const second = await added(first.space, ada, ben, 'editor', true);
const third = await added(second.space, ben, cleo);
const id = first.space.id;
const all = [first, second, third].map(fileOf);

async function read(files: readonly FoundFile[], known: SpaceHead | null = null): Promise<Space> {
  const found = await readSpace(id, files, known);
  if (found.kind !== 'space') throw new Error(found.kind);
  return found.space;
}
const idsIn = ({ list }: Space): string[] => list.members.map((member) => member.id.replace(/0+$/, ''));

describe('the lists of a space', () => {
  it('are read in any order, up to the last', async () => {
    for (const files of [all, [...all].reverse()]) {
      const space = await read(files);
      expect([idsIn(space), space.head, space.forked]).toEqual([['ada', 'ben', 'cleo'], third.space.head, false]);
    }
  });
  it('are the same as when they were written', async () => {
    expect(await read(all)).toEqual(third.space);
  });
  it('pass over what is no list, or of another space', async () => {
    const other = await someSpace(mallory);
    const odd = [
      { name: 'x.space', bytes: noise(1024) },
      { name: third.space.head.name, bytes: flipped(third.bytes, 800) },
      fileOf(other),
      { name: `${'0'.repeat(32)}.space`, bytes: new Uint8Array(third.bytes) },
    ];
    expect(await read([...odd, ...all])).toEqual(third.space);
  });
  it('are missing without the first', async () => {
    expect(await readSpace(id, all.slice(1))).toEqual({ kind: 'missing' });
    expect(await readSpace(id, [])).toEqual({ kind: 'missing' });
  });
});

describe('a server', () => {
  it('cannot put another space in its place', async () => {
    const other = await someSpace(ada);
    expect(other.space.id).not.toBe(id);
    expect(await readSpace(id, [fileOf(other)])).toEqual({ kind: 'missing' });
  });
  it('cannot have us believe in a list that nobody could sign, by naming it as the last one seen', async () => {
    const forged = await signedBy((await added(third.space, ada, mallory)).space.file.lines, cleo);
    const known = { sequence: 3, name: forged.name };
    expect(await readSpace(id, [...all, forged], known)).toEqual({ kind: 'missing' });
  });
  it('cannot go back to an older list, to whom has seen a newer one', async () => {
    for (const files of [all.slice(0, 1), all.slice(0, 2), [all[0], all[2]].filter((file) => file !== undefined)])
      expect(await readSpace(id, files, third.space.head)).toEqual({ kind: 'missing' });
    expect((await read(all, second.space.head)).head).toEqual(third.space.head);
  });
});

describe('a list that is signed by', () => {
  it('somebody who is not in the space does not count', async () => {
    const forged = await signedBy(third.space.file.lines, mallory);
    expect((await read([...all.slice(0, 2), forged])).head).toEqual(second.space.head);
  });
  it('a member who is no administrator does not count', async () => {
    const more = await added(third.space, ada, mallory, 'editor', true);
    const forged = await signedBy(more.space.file.lines, cleo);
    expect((await read([...all, forged])).head).toEqual(third.space.head);
    expect((await read([...all, fileOf(more)])).head).toEqual(more.space.head);
  });
  it('an administrator of that very list only does not count', async () => {
    const coup = await added(third.space, ada, mallory, 'editor', true);
    const forged = await signedBy(coup.space.file.lines, mallory);
    expect(idsIn(await read([...all, forged]))).toEqual(['ada', 'ben', 'cleo']);
  });
  it('an administrator over other lines does not count', async () => {
    const other = await added(third.space, ada, mallory);
    const { signed } = third.space.file;
    const bytes = writeSpaceFile(other.space.file.lines, signed);
    expect((await read([...all, { name: await spaceFileName(bytes), bytes }])).head).toEqual(third.space.head);
  });
  it('the first of another hash does not begin a space', async () => {
    const forged = await signedBy(first.space.file.lines, mallory);
    expect(await readSpace(id, [forged])).toEqual({ kind: 'missing' });
  });
});

describe('an administrator who was removed', async () => {
  const out = made(await removeMember(third.space, ada.keys, { id: ben.id, files: [] }));
  const withOut = [...all, fileOf(out)];

  it('adds nothing after that', async () => {
    const late = await signedBy((await added(out.space, ada, mallory)).space.file.lines, ben);
    expect((await read([...withOut, late])).head).toEqual(out.space.head);
  });
  it('adds nothing beside it, however often they try', async () => {
    for (let round = 0; round < 6; round += 1) {
      const beside = await added(third.space, ben, mallory, 'editor', true);
      const space = await read([...withOut, fileOf(beside)]);
      expect([space.head, space.forked]).toEqual([out.space.head, true]);
    }
  });
  it('adds nothing beside it by building on, to whom has seen it', async () => {
    const beside = await added(third.space, ben, mallory, 'editor', true);
    const more = await added(beside.space, mallory, cleoTwin);
    const files = [...withOut, fileOf(beside), fileOf(more)];
    expect((await read(files, out.space.head)).head).toEqual(out.space.head);
    expect((await read(files)).head).toEqual(out.space.head);
  });
  it('does not push out whom removed them, to whom has seen that', async () => {
    const back = made(await removeMember(third.space, ben.keys, { id: ada.id, files: [] }));
    const more = await added(back.space, ben, mallory);
    const files = [...withOut, fileOf(back), fileOf(more)];
    expect((await read(files, out.space.head)).head).toEqual(out.space.head);
  });
  it('adds nothing far before it, to whom has seen a later list', async () => {
    const beside = await added(second.space, ben, mallory, 'editor', true);
    const more = await added(beside.space, mallory, cleoTwin);
    const longer = await added(more.space, mallory, await person('dora'));
    const files = [...withOut, ...[beside, more, longer].map(fileOf)];
    const space = await read(files, out.space.head);
    expect([space.head, space.forked]).toEqual([out.space.head, false]);
  });
});

describe('two administrators at the same time', async () => {
  const one = await added(third.space, ada, mallory);
  const other = await added(third.space, ben, mallory, 'reader');
  const both = [...all, fileOf(one), fileOf(other)];

  it('come to one list on every device, whichever was seen first, and it is said', async () => {
    const heads = await Promise.all(
      [null, third.space.head, one.space.head, other.space.head].map(async (known) => read(both, known)),
    );
    expect(new Set(heads.map(({ head }) => head.name)).size).toBe(1);
    expect(heads.every(({ forked }) => forked)).toBe(true);
  });
  it('come to the one on which more was built', async () => {
    for (const [built, passed] of [
      [one, other],
      [other, one],
    ] as const) {
      const next = await added(built.space, ada, await person('emil'));
      const files = [...both, fileOf(next)];
      expect((await read(files)).head).toEqual(next.space.head);
      expect((await read(files, passed.space.head)).head).toEqual(next.space.head);
    }
  });
  it('of which one removes the other: that one counts', async () => {
    const out = made(await removeMember(third.space, ada.keys, { id: ben.id, files: [] }));
    for (const known of [null, other.space.head, out.space.head])
      expect((await read([...all, fileOf(other), fileOf(out)], known)).head).toEqual(out.space.head);
  });
});

describe('the members', () => {
  it('open the space, each with their own keys, and see the names', async () => {
    for (const { keys } of [ada, ben, cleo]) {
      const opened = await openSpace(await read(all), keys);
      if (opened.kind !== 'unlocked') throw new Error(opened.kind);
      expect(opened.keys.roots.map(({ key }) => key.extractable)).toEqual([false]);
      expect(opened.names).toEqual({ [ada.id]: 'ada', [ben.id]: 'ben', [cleo.id]: 'cleo' });
    }
    expect(await openSpace(await read(all), mallory.keys)).toEqual({ kind: 'not-member' });
  });
  it('are named in no file', () => {
    for (const { bytes } of [first, second, third])
      expect(Buffer.from(bytes).toString()).not.toMatch(/"(?:ada|ben|cleo)"/);
  });
  it('are added by administrators only', async () => {
    const who = { id: mallory.id, card: mallory.card, role: 'editor', admin: true } as const;
    expect(await addMember(third.space, cleo.keys, who)).toEqual({ kind: 'not-admin' });
    expect(await addMember(third.space, mallory.keys, who)).toEqual({ kind: 'not-admin' });
  });
  it('have no key in common', async () => {
    const twin = {
      id: mallory.id,
      card: { ...mallory.card, signing: cleo.card.signing },
      role: 'editor',
      admin: false,
    } as const;
    expect(await addMember(third.space, ada.keys, twin)).toEqual({ kind: 'refused' });
  });
  it('may have several devices, of which one can go', async () => {
    const tablet = await person('tablet');
    const two = await added(third.space, ada, { ...tablet, id: cleo.id });
    expect(two.space.list.members.at(-1)?.keys.length).toBe(2);
    expect((await openSpace(two.space, tablet.keys)).kind).toBe('unlocked');
    const gone = made(await removeMember(two.space, ada.keys, { id: cleo.id, files: [], only: tablet.card.signing }));
    expect((await openSpace(gone.space, tablet.keys)).kind).toBe('not-member');
    expect((await openSpace(gone.space, cleo.keys)).kind).toBe('unlocked');
  });
  it('are never without an administrator', async () => {
    expect(await removeMember(first.space, ada.keys, { id: ada.id, files: [] })).toEqual({ kind: 'refused' });
    const less = { id: ada.id, role: 'editor', admin: false, files: [] } as const;
    expect(await setRole(first.space, ada.keys, less)).toEqual({ kind: 'refused' });
  });
  it('come back after a removal with new keys only', async () => {
    const out = made(await removeMember(third.space, ada.keys, { id: cleo.id, files: [] }));
    const back = { id: cleo.id, card: cleo.card, role: 'contributor', admin: false } as const;
    expect(await addMember(out.space, ada.keys, back)).toEqual({ kind: 'refused' });
    const again = await added(out.space, ada, { ...cleoTwin, id: cleo.id });
    expect((await openSpace(again.space, cleoTwin.keys)).kind).toBe('unlocked');
  });
});

describe('a removal', () => {
  it('begins an epoch with new keys, which hands on the old ones to those who stay', async () => {
    const out = made(await removeMember(third.space, ada.keys, { id: cleo.id, files: [] }));
    expect(out.space.list.epoch).toBe(2);
    expect((await openSpace(out.space, cleo.keys)).kind).toBe('not-member');
    const opened = await openSpace(await read([...all, fileOf(out)]), ben.keys);
    expect(opened.kind === 'unlocked' && opened.keys.roots.map(({ epoch }) => epoch)).toEqual([1, 2]);
  });
});
