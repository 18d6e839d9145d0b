import { describe, expect, it } from 'vitest';
import { openRemote } from '@/lib/remote/open-remote.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { type FakeFolder, fakeFolder } from './fake-folder.ts';
import { kindOf } from './kind-of.ts';
import { scriptedEnv } from './scripted-env.ts';
import { sealed } from './sealed.ts';

const PLACE = { kind: 'folder', name: 'notes' } as const;

function open(folder: FakeFolder = fakeFolder()): { store: RemoteStore; folder: FakeFolder } {
  return { store: openRemote(PLACE, scriptedEnv([], { folder: folder.handle })), folder };
}
const everyVerb = (store: RemoteStore): (() => Promise<unknown>)[] => [
  () => store.mkdir('dev'),
  () => store.put('dev/a.plx', sealed(3)),
  () => store.get('dev/a.plx', 9),
  () => store.list('dev'),
  () => store.dirs(''),
  () => store.del('dev/a.plx'),
];

describe('a folder', () => {
  it('keeps what is put into it', async () => {
    const { store, folder } = open();
    await store.put('dev/a.plx', sealed(300));
    await store.put('dev/empty.plx', sealed(0));
    expect(folder.files()).toEqual({ 'parallax-v1/dev/a.plx': 300, 'parallax-v1/dev/empty.plx': 0 });
    expect(await store.get('dev/a.plx', 300)).toEqual(sealed(300));
    expect(await store.list('dev')).toEqual([
      { name: 'a.plx', size: 300 },
      { name: 'empty.plx', size: 0 },
    ]);
    expect(await store.dirs('')).toEqual(['dev']);
    expect(await store.list('')).toEqual([]);
    await store.put('dev/a.plx', sealed(5));
    expect(await store.get('dev/a.plx', 300)).toEqual(sealed(5));
  });
  it('nothing there is nothing, not a fault', async () => {
    const { store, folder } = open();
    expect(await store.list('')).toEqual([]);
    expect(await store.dirs('dev')).toEqual([]);
    expect(await store.get('dev/a.plx', 9)).toBeNull();
    await store.del('dev/a.plx');
    expect(folder.files()).toEqual({});
  });
  it('what is deleted is gone', async () => {
    const { store, folder } = open();
    await store.put('dev/a.plx', sealed(3));
    await store.del('dev/a.plx');
    await store.del('dev/a.plx');
    expect(folder.files()).toEqual({});
    expect(await store.get('dev/a.plx', 9)).toBeNull();
  });
  it('made twice is made once', async () => {
    const { store } = open();
    await store.mkdir('dev');
    await store.mkdir('dev');
    expect(await store.dirs('')).toEqual(['dev']);
  });
  it('more than the limit is not read', async () => {
    const { store } = open();
    await store.put('dev/a.plx', sealed(5));
    expect(await kindOf(store.get('dev/a.plx', 4))).toBe('odd');
  });
  it('writes under way are not listed', async () => {
    const { store, folder } = open();
    folder.addFile('parallax-v1/dev/a.plx.crswap', sealed(3));
    expect(await store.list('dev')).toEqual([]);
  });
});

describe('what is amiss', () => {
  it('a write that fails leaves what was there', async () => {
    const { store, folder } = open();
    await store.put('dev/a.plx', sealed(5));
    folder.failNextWrite = 'QuotaExceededError';
    expect(await kindOf(store.put('dev/a.plx', sealed(9)))).toBe('full');
    expect(await store.get('dev/a.plx', 9)).toEqual(sealed(5));
  });
  it('without a folder', async () => {
    for (const verb of everyVerb(openRemote(PLACE, scriptedEnv([])))) expect(await kindOf(verb())).toBe('denied');
  });
  it.each(['prompt', 'denied'] as const)('permission: %s', async (permission) => {
    const { store, folder } = open();
    folder.permission = permission;
    for (const verb of everyVerb(store)) expect(await kindOf(verb())).toBe('denied');
    expect(folder.files()).toEqual({});
  });
  it('a browser that has no such question allows its private folders', async () => {
    const { store } = open(fakeFolder('private'));
    await store.put('dev/a.plx', sealed(3));
    expect(await store.list('dev')).toHaveLength(1);
  });
  it('a drive that was unplugged is no empty folder', async () => {
    const { store, folder } = open();
    await store.put('dev/a.plx', sealed(3));
    folder.isUnplugged = true;
    for (const verb of everyVerb(store)) expect(await kindOf(verb())).toBe('offline');
  });
  it('a file where a folder should be', async () => {
    const { store, folder } = open();
    folder.addFile('parallax-v1', sealed(3));
    expect(await kindOf(store.list('dev'))).toBe('odd');
  });
  it('anything else is its own fault', async () => {
    const { store, folder } = open();
    folder.failNextWrite = 'UnknownError';
    expect(await kindOf(store.put('dev/a.plx', sealed(9)))).toBe('server');
  });
});
