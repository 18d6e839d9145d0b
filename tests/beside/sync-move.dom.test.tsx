/** Where the copy lies is changed, and sync is left, at a desk that reaches nothing. */
import '../ui/i18n-stub.ts';
import '../ui/modal-stub.ts';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { failingFor, syncOn } from '../ui/sample-sync.ts';
import { choose, dialog, fieldOf, open, press, says, type } from './sync-steps.tsx';

beforeEach(() => vi.clearAllMocks());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** What the section says of the last thing asked. */
const told = (words: string) => waitFor(() => expect(screen.getAllByRole('status').at(-1)?.textContent).toBe(words));
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const fault = (why: 'offline' | 'auth') => () => Promise.resolve({ kind: 'fault', why } as const);

describe('the place', () => {
  it('gets another password, at the same address', async () => {
    const desk = open(syncOn({ status: failingFor('auth') }));
    click('Change password…');
    expect(fieldOf('Address').value).toBe('https://cloud.example/remote.php/dav/files/lena');
    expect(dialog().queryByRole('radio')).toBeNull();
    type('Password', 'new');
    press('Connect');
    await isClosed();
    await told('The copy lies at cloud.example.');
    const place = {
      kind: 'webdav',
      url: 'https://cloud.example/remote.php/dav/files/lena',
      user: 'lena',
      password: 'new',
    };
    expect(desk.asked).toEqual([
      ['allow', place],
      ['changePlace', place, false],
    ]);
  });

  it('is another, to which everything is brought only when asked', async () => {
    const changePlace = vi.fn<SyncDesk['changePlace']>(() => Promise.resolve({ kind: 'done' }));
    changePlace.mockResolvedValueOnce({ kind: 'no-vault' });
    open(syncOn(), { changePlace });
    click('Change password or place…');
    press('Other storage');
    choose('CouchDB');
    type('Address', 'https://couch.example/notes');
    press('Connect');
    await says(/not at this place/);
    press('Put everything there');
    await isClosed();
    const [[place, first], [, second]] = changePlace.mock.calls as [[unknown, boolean], [unknown, boolean]];
    expect(place).toMatchObject({ kind: 'couch', url: 'https://couch.example/notes' });
    expect([first, second]).toEqual([false, true]);
  });

  it('that cannot be reached is said, and nothing is changed', async () => {
    open(syncOn(), { changePlace: fault('auth') });
    click('Change password or place…');
    press('Connect');
    await says(/refuses the name or password/);
  });

  it('is filled again where the vault is gone', async () => {
    const desk = open(syncOn({ status: failingFor('vault-gone') }));
    click('Put it there again…');
    press('Put it there again…');
    await isClosed();
    expect(desk.asked).toEqual([['startAnew']]);
  });
});

describe('leaving', () => {
  it('turns it off, and says what became of the copy', async () => {
    const desk = open(syncOn());
    click('Leave sync…');
    choose('Without the part of this device');
    press('Leave sync');
    await isClosed();
    await told('This device no longer takes part, and its part of the copy is deleted.');
    expect(screen.getByRole('button', { name: 'Set up sync' })).toBeTruthy();
    expect(desk.asked).toEqual([['leave', { deleteRemote: 'this-device' }]]);
  });

  it('that does not go is said, and sync stays', async () => {
    open(syncOn(), { leave: fault('offline') });
    click('Leave sync…');
    press('Leave sync');
    await says(/cannot be reached/);
  });
});
