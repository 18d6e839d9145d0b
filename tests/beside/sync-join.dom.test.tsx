/** Sync set up from the options where a vault is there already, by its passphrase or by the code of another device. */
import '../ui/i18n-stub.ts';
import '../ui/modal-stub.ts';
import { cleanup, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { axeViolations } from '../ui/check-axe.ts';
import { CODE, PASSPHRASE, RECOVERY } from './fake-desk.ts';
import {
  DEVICE,
  FOUND,
  WEBDAV,
  begin,
  choose,
  connect,
  dialog,
  keepPassphrase,
  onError,
  press,
  problemOf,
  says,
  step,
  type,
} from './sync-steps.tsx';

afterEach(() => {
  cleanup();
  expect(onError).not.toHaveBeenCalled();
});

describe('a vault that is there', () => {
  it('is joined by its passphrase', async () => {
    const desk = begin({ probe: () => Promise.resolve(FOUND) });
    connect();
    await step('Join your devices');
    expect(dialog().getByText(/2 devices write to it/)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    type('Passphrase', PASSPHRASE);
    type('Name of this device', 'Reading room');
    press('Join');
    await step('This device takes part');
    const secret = { kind: 'passphrase', text: PASSPHRASE };
    expect(desk.asked.at(-1)).toEqual(['join', { place: WEBDAV, vault: 'f00d', secret, ...DEVICE }]);
  });

  it('by the recovery code, once it is right', async () => {
    const join = vi.fn<SyncDesk['join']>(() => Promise.resolve({ kind: 'joined' }));
    join.mockResolvedValueOnce({ kind: 'wrong' });
    const desk = begin({ probe: () => Promise.resolve(FOUND), join });
    connect();
    await step('Join your devices');
    choose('Recovery code');
    press('Join');
    expect(problemOf('Recovery code')).toBe('Type it first.');
    type('Recovery code', 'ABCD');
    press('Join');
    await waitFor(() => expect(problemOf('Recovery code')).toMatch(/does not open the vault/));
    type('Recovery code', RECOVERY);
    expect(problemOf('Recovery code')).toBeUndefined();
    press('Join');
    // The fake does not turn the view on: the dialog stays and tells.
    expect(await step('This device takes part')).toBeTruthy();
    expect(desk.asked.at(-1)?.[1]).toMatchObject({ secret: { kind: 'recovery', code: RECOVERY } });
  });

  it('of several the one that is meant', async () => {
    const vaults = [...FOUND.vaults, { vault: 'beefcafe', devices: 1 }] as const;
    const desk = begin({ probe: () => Promise.resolve({ kind: 'vaults', vaults }) });
    connect();
    await step('Join your devices');
    choose('beefca · 1 device');
    type('Passphrase', PASSPHRASE);
    press('Join');
    await step('This device takes part');
    expect(desk.asked.at(-1)?.[1]).toMatchObject({ vault: 'beefcafe' });
  });

  it('or a new one is made beside it', async () => {
    const desk = begin({ probe: () => Promise.resolve(FOUND) });
    connect();
    await step('Join your devices');
    press('Make a new vault beside it');
    await keepPassphrase('Begin');
    await step('Keep this sheet');
    expect(desk.asked.at(-1)?.[1]).toMatchObject({ beside: true });
  });

  it.each([
    ['refused', /more work to be opened/],
    ['cannot', /WebAssembly/],
    ['no-vault', /no vault there any more/],
  ] as const)('that cannot be opened is said: %s', async (kind, words) => {
    begin({ probe: () => Promise.resolve(FOUND), join: () => Promise.resolve({ kind }) });
    connect();
    await step('Join your devices');
    type('Passphrase', 'x');
    press('Join');
    await says(words);
  });
});

describe('another device’s code', () => {
  const use = async (code: string) => {
    choose('A code from another device');
    type('Code', code);
    // It is read before the click, in which nothing may be awaited.
    await new Promise((resolve) => setTimeout(resolve));
    press('Connect');
  };

  it('says where, and opens: its host is asked for, nothing else', async () => {
    const desk = begin();
    await use(CODE);
    await step('Join your devices');
    type('Name of this device', 'Reading room');
    press('Join');
    await step('This device takes part');
    expect(desk.asked).toEqual([
      ['allow', { kind: 'webdav', url: 'https://cloud.example/dav', user: 'lena', password: 'secret' }],
      ['joinByCode', { code: CODE, ...DEVICE }],
    ]);
  });

  it.each([
    ['unreadable', /not a whole code/],
    ['expired', /counts no more/],
    ['newer', /newer version/],
  ] as const)('%s is said at the field', async (kind, words) => {
    begin({ readCode: () => Promise.resolve({ kind }) });
    await use('PLX1-half');
    expect(problemOf('Code')).toMatch(words);
  });

  it('that counts no more when it is used is said', async () => {
    begin({ joinByCode: () => Promise.resolve({ kind: 'wrong' }) });
    await use(CODE);
    await step('Join your devices');
    press('Join');
    await says(/counts no more/);
  });
});
