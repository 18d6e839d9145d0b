/** Everything that can be changed about sync once it is on, at a desk that reaches nothing. */
import '../ui/i18n-stub.ts';
import '../ui/modal-stub.ts';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { axeViolations } from '../ui/check-axe.ts';
import { ALARMS, CLEAN, DESK_AT_WORK, LAPTOP, PHONE, UNCLEAN, failingFor, syncOn } from '../ui/sample-sync.ts';
import { CODE, PASSPHRASE, RECOVERY } from './fake-desk.ts';
import { dialog, fieldOf, keepPassphrase, onError, open, press, problemOf, step, type } from './sync-steps.tsx';

beforeEach(() => vi.clearAllMocks());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** What the section says of the last thing asked. */
const told = (words: string) => waitFor(() => expect(screen.getAllByRole('status').at(-1)?.textContent).toBe(words));
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const SECRET = { kind: 'passphrase', text: 'old words' } as const;

describe('what is done at once', () => {
  it('is asked of the desk, and answered', async () => {
    const desk = open(syncOn({ alarms: ALARMS }));
    click('Sync now');
    fireEvent.click(screen.getByRole('switch', { name: 'Settings too' }));
    click('Undo that');
    await told('What was deleted is coming back, here and on the other devices.');
    fireEvent.click(screen.getAllByRole('button', { name: 'Write it again from here' })[0] as HTMLElement);
    await told('What this device has of it is being written again.');
    click('Rename this device');
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Old laptop' } });
    click('Save');
    await told('This device is now called Old laptop.');
    click('That was meant');
    await told('Dismissed.');
    expect(desk.asked).toEqual([
      ['syncNow'],
      ['choose', { settings: false, allTexts: false }],
      ['undoDeletes', 'deleted'],
      ['repair', 'rolled'],
      ['rename', 'Old laptop'],
      ['dismiss', 'deleted'],
    ]);
  });

  it('where that fails, it is said and reported', async () => {
    open(syncOn(), { syncNow: () => Promise.reject(new Error('no background')) });
    click('Sync now');
    await told(
      'That did not work, for a reason that Parallax did not foresee. Nothing here was deleted. Try again; if that does not help, restart the browser.',
    );
    expect(onError).toHaveBeenCalledOnce();
  });

  it('the host is asked for again, in the click; then it runs', async () => {
    const desk = open(syncOn({ status: failingFor('denied') }));
    click('Allow again');
    expect(desk.asked).toEqual([
      ['allow', { kind: 'webdav', url: 'https://cloud.example/remote.php/dav/files/lena', user: 'lena', password: '' }],
    ]);
    await waitFor(() => expect(desk.asked.at(-1)).toEqual(['syncNow']));
  });

  it('a host that is still not allowed is said', async () => {
    const desk = open(syncOn({ status: failingFor('denied') }), { allow: () => Promise.resolve(false) });
    click('Allow again');
    await waitFor(() => expect(screen.getByText(/was not allowed to reach cloud\.example/)).toBeTruthy());
    expect(desk.asked).toHaveLength(1);
  });
});

describe('another passphrase', () => {
  it('is chosen after the old one was typed, and asked back', async () => {
    const desk = open(syncOn());
    click('Change passphrase…');
    type('Passphrase', SECRET.text);
    press('Next');
    await keepPassphrase('Change it');
    await isClosed();
    await told('The passphrase is changed.');
    expect(desk.asked).toEqual([['changePassphrase', SECRET, PASSPHRASE]]);
  });

  it('need not be chosen again where the old one was mistyped', async () => {
    const changePassphrase = vi.fn<SyncDesk['changePassphrase']>(() => Promise.resolve({ kind: 'done' }));
    changePassphrase.mockResolvedValueOnce({ kind: 'wrong' });
    open(syncOn(), { changePassphrase });
    click('Change passphrase…');
    type('Passphrase', 'mistyped');
    press('Next');
    await keepPassphrase('Change it');
    await waitFor(() => expect(dialog().queryByRole('radio', { name: 'Recovery code' })).toBeTruthy());
    type('Passphrase', SECRET.text);
    press('Next');
    await isClosed();
    expect(changePassphrase.mock.calls).toEqual([
      [{ kind: 'passphrase', text: 'mistyped' }, PASSPHRASE],
      [SECRET, PASSPHRASE],
    ]);
  });
});

describe('a device taken out', () => {
  it('is told what that does and does not; then there is a new sheet', async () => {
    const desk = open(syncOn());
    click('Remove Phone');
    await step('Remove Phone');
    expect(dialog().getByText(/from afar it cannot be erased\. .* change the password at the server too/)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    type('Passphrase', SECRET.text);
    press('Next');
    await keepPassphrase('Remove it');
    await step('Keep this sheet');
    expect(desk.asked).toEqual([['revoke', PHONE.id, SECRET, PASSPHRASE]]);
    press('Done');
    await told('Phone is removed.');
  });
});

describe('a new recovery sheet', () => {
  it('is made for who has the passphrase', async () => {
    const newRecovery = vi.fn<SyncDesk['newRecovery']>(() => Promise.resolve({ kind: 'done', recovery: RECOVERY }));
    newRecovery.mockResolvedValueOnce({ kind: 'wrong' });
    open(syncOn(), { newRecovery });
    click('New recovery sheet…');
    type('Passphrase', 'mistyped');
    press('Make it');
    await waitFor(() => expect(problemOf('Passphrase')).toMatch(/Look for a typing slip/));
    type('Passphrase', SECRET.text);
    press('Make it');
    await step('Keep this sheet');
    const print = vi.spyOn(window, 'print').mockReturnValue();
    press('Print');
    expect(print).toHaveBeenCalledOnce();
    press('Done');
    await told('The new recovery code counts; the one before does not.');
  });
});

describe('another device let in', () => {
  const show = async () => {
    click('Add a device…');
    type('Passphrase', SECRET.text);
    press('Show the code');
    await dialog().findByRole('img', { name: /^QR code/ });
  };

  it('by a code, after the passphrase; closed, the code opens nothing any more', async () => {
    const desk = open(syncOn());
    await show();
    expect(dialog().getByRole<HTMLTextAreaElement>('textbox', { name: 'Code' }).value).toBe(CODE);
    expect(await axeViolations()).toEqual([]);
    press('Done');
    await waitFor(() => expect(desk.asked).toEqual([['pairingCode', SECRET], ['endPairing']]));
  });

  it('says who has come in', async () => {
    const desk = open(syncOn({ devices: [LAPTOP] }));
    await show();
    void act(() => desk.show(syncOn({ devices: [LAPTOP, DESK_AT_WORK] })));
    await waitFor(() => expect(dialog().getByText('Desk at work is in.')).toBeTruthy());
  });

  it('for ten minutes, then neither shown nor of use', async () => {
    const desk = open(syncOn());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    click('Add a device…');
    type('Passphrase', SECRET.text);
    press('Show the code');
    const wait = async (milliseconds: number) => {
      await act(async () => {
        await vi.advanceTimersByTimeAsync(milliseconds);
      });
    };
    await wait(100);
    await wait(9 * 60_000);
    expect(dialog().getByRole('timer').textContent).toMatch(/another (?:1:00|0:59)/);
    expect(desk.asked).toHaveLength(1);
    await wait(61_000);
    expect(dialog().queryByRole('img')).toBeNull();
    expect(desk.asked).toEqual([['pairingCode', SECRET], ['endPairing']]);
    press('Make another');
    expect(fieldOf('Passphrase').value).toBe('');
  });
});

it('new keys are opened with the passphrase that holds now', async () => {
  const desk = open(syncOn({ status: failingFor('locked') }));
  click('Unlock…');
  type('Passphrase', SECRET.text);
  press('Unlock');
  await isClosed();
  await told('The vault is open again.');
  expect(desk.asked).toEqual([['unlockAgain', SECRET]]);
});

describe('notes with two texts', () => {
  it('are settled one after the other', async () => {
    const desk = open(syncOn({ conflicts: [CLEAN, UNCLEAN] }));
    fireEvent.click(screen.getAllByRole('button', { name: /^Look at the texts of/ })[0] as HTMLElement);
    await step('One note, changed in two places (2 to look at)');
    const merged =
      'The board named 1,500 on Tuesday. Ask Lena Ortiz about the cranes.\n\nSee also page 4 of the union’s own report.';
    expect(dialog().getByRole<HTMLTextAreaElement>('textbox').value).toBe(merged);
    expect(await axeViolations()).toEqual([]);
    press('Keep both in one');
    await step('One note, changed in two places');
    await waitFor(() => expect(dialog().getByRole('button', { name: 'Keep the text from Phone' })).toBeTruthy());
    press('Keep the text from Phone');
    await isClosed();
    await told('No note has two texts any more.');
    expect(desk.asked).toEqual([
      ['settle', CLEAN.note, merged],
      ['settle', UNCLEAN.note, UNCLEAN.versions[1].text],
    ]);
  });

  it('settled on another device meanwhile are said to be', async () => {
    const desk = open(syncOn({ conflicts: [CLEAN] }));
    click('Look at the texts of: The board named 1,500 on Tuesday. Ask Lena Ortiz about the cranes.');
    void act(() => desk.show(syncOn()));
    await waitFor(() => expect(dialog().getByText(/Settled already/)).toBeTruthy());
    press('Close');
    await isClosed();
  });
});

it('follows the desk as long as it is there', async () => {
  const desk = open(syncOn());
  expect(desk.followers()).toBe(1);
  cleanup();
  await waitFor(() => expect(desk.followers()).toBe(0));
});
