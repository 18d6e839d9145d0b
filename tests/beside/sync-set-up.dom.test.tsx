/** Sync set up from the options: a new vault, step by step, and what may come between. */
import '../ui/i18n-stub.ts';
import '../ui/modal-stub.ts';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RemoteFault } from '@/lib/core/sync.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { axeViolations } from '../ui/check-axe.ts';
import { PASSPHRASE, RECOVERY } from './fake-desk.ts';
import {
  DEVICE,
  FOUND,
  WEBDAV,
  begin,
  choose,
  connect,
  dialog,
  fieldOf,
  keepPassphrase,
  onError,
  press,
  problemOf,
  says,
  step,
  type,
} from './sync-steps.tsx';

const writeText = vi.fn(() => Promise.resolve());
beforeEach(() => {
  vi.clearAllMocks();
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
  expect(onError).not.toHaveBeenCalled();
});

describe('a new vault', () => {
  it('from nothing to the recovery sheet', async () => {
    const desk = begin();
    expect(dialog().getByText(/Any text, address, title, tag or name/)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    connect();
    await step('Your passphrase');
    expect(await dialog().findByText(PASSPHRASE)).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    press('Copy');
    await waitFor(() => expect(dialog().getByText('Copied')).toBeTruthy());
    expect(writeText).toHaveBeenCalledExactlyOnceWith(PASSPHRASE);
    press('Next');
    await step('Is it kept?');
    expect(dialog().queryByText(PASSPHRASE)).toBeNull();
    type('Word 2', ' Basket');
    type('Word 5', 'eleventh');
    press('Begin');
    expect(problemOf('Word 2')).toBeUndefined();
    expect(problemOf('Word 5')).toMatch(/^Not the same/);
    expect(document.activeElement).toBe(dialog().getByLabelText('Word 5'));
    expect(await axeViolations()).toEqual([]);
    type('Word 5', 'eleven');
    type('Name of this device', ' Reading room ');
    press('Begin');
    await step('Keep this sheet');
    expect(dialog().getByRole('group', { name: 'Recovery code' }).textContent.replace(/\s/g, '-')).toContain(RECOVERY);
    expect(await axeViolations()).toEqual([]);
    expect(desk.asked).toEqual([
      ['allow', WEBDAV],
      ['probe', WEBDAV],
      ['create', { place: WEBDAV, passphrase: PASSPHRASE, beside: false, ...DEVICE }],
    ]);
    press('Done');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/^In step/)).toBeTruthy();
  });

  it('with words of one’s own, hard enough, typed twice', async () => {
    const desk = begin();
    connect();
    await step('Your passphrase');
    press('Use my own');
    type('Your own passphrase', 'short one');
    press('Next');
    expect(problemOf('Your own passphrase')).toMatch(/could try this out/);
    const own = 'my neighbour keeps two grey herons under the stairs';
    type('Your own passphrase', own);
    expect(dialog().getByLabelText('How hard it is to guess').tagName).toBe('METER');
    expect(dialog().getByText(/^At most as hard as 5 words/)).toBeTruthy();
    press('Next');
    await step('Is it kept?');
    type('Passphrase, once more', `${own}.`);
    press('Begin');
    expect(problemOf('Passphrase, once more')).toMatch(/^Not the same/);
    type('Passphrase, once more', own);
    press('Begin');
    await step('Keep this sheet');
    expect(desk.asked.at(-1)?.[1]).toMatchObject({ passphrase: own });
  });

  it('where another device was quicker, its vault is joined instead', async () => {
    const probe = vi.fn(() => Promise.resolve(FOUND)).mockResolvedValueOnce({ kind: 'empty' } as never);
    begin({ probe, create: () => Promise.resolve({ kind: 'taken' }) });
    connect();
    await step('Your passphrase');
    await keepPassphrase('Begin');
    expect(await step('Join your devices')).toBeTruthy();
  });

  it('in a folder of this computer, where the browser has that', async () => {
    const handle = { name: 'Notes' };
    Object.assign(globalThis, { showDirectoryPicker: vi.fn(() => Promise.resolve(handle)) });
    const desk = begin();
    choose('A folder on this computer');
    press('Connect');
    expect(dialog().getByRole('button', { name: 'Choose folder…' }).getAttribute('aria-describedby')).not.toBeNull();
    press('Choose folder…');
    await waitFor(() => expect(dialog().getByText('Folder: Notes')).toBeTruthy());
    press('Connect');
    await step('Your passphrase');
    expect(desk.asked.slice(0, 2)).toEqual([
      ['useFolder', handle],
      ['allow', { kind: 'folder', name: 'Notes' }],
    ]);
  });

  it('offers no folder where the browser has none', () => {
    begin();
    expect(dialog().queryByRole('radio', { name: 'A folder on this computer' })).toBeNull();
  });
});

describe('where it does not go on', () => {
  it('what is amiss stands at its field, which has the focus', () => {
    begin();
    choose('S3-compatible');
    type('Endpoint', 's3.example');
    press('Connect');
    expect(problemOf('Endpoint')).toBeUndefined();
    expect(problemOf('Bucket')).toBe('Type the name of the bucket.');
    expect(problemOf('Secret key')).toBe('Type the secret key.');
    expect(document.activeElement).toBe(dialog().getByLabelText('Bucket'));
  });

  it('over http it is said what can be read on the way, before anything is sent', async () => {
    const desk = begin();
    type('Address', 'http://cloud.example/dav');
    press('Connect');
    await says(/others in the same network can read the user name and password/);
    expect(desk.asked).toEqual([]);
    press('Connect all the same');
    await step('Your passphrase');
  });

  it('a host that was not allowed is told, and can be asked for again', async () => {
    const allow = vi.fn<SyncDesk['allow']>(() => Promise.resolve(true)).mockResolvedValueOnce(false);
    const desk = begin({ allow });
    connect();
    await says(/was not allowed to reach cloud\.example/);
    expect(desk.asked).toEqual([['allow', WEBDAV]]);
    press('Connect');
    await step('Your passphrase');
  });

  it.each<[RemoteFault, RegExp]>([
    ['auth', /^That did not work: the server refuses the name or password\. /],
    ['odd', /log-in page/],
    ['offline', /cannot be reached/],
  ])('%s is told, what was typed stays', async (why, words) => {
    begin({ probe: () => Promise.resolve({ kind: 'fault', why }) });
    connect();
    await says(words);
    expect(fieldOf('User name').value).toBe('lena');
  });

  it.each([
    ['newer', /newer version of Parallax/],
    ['damaged', /cannot be read\. Nothing was changed/],
  ] as const)('what lies there is %s', async (kind, words) => {
    begin({ probe: () => Promise.resolve({ kind }) });
    connect();
    await says(words);
  });

  it('the address for files of a Nextcloud is offered', () => {
    begin();
    type('Address', 'cloud.example');
    type('User name', 'lena');
    press('Use this address');
    expect(fieldOf('Address').value).toBe('https://cloud.example/remote.php/dav/files/lena');
  });

  it('need not be waited for, as long as nothing is written', async () => {
    const answers: ((found: { readonly kind: 'empty' }) => void)[] = [];
    begin({ probe: () => new Promise((resolve) => answers.push(resolve)) });
    const isAsked = (times: number) => waitFor(() => expect(answers).toHaveLength(times));
    connect();
    await isAsked(1);
    press('Cancel');
    await waitFor(() => expect(dialog().queryByRole('progressbar')).toBeNull());
    expect(fieldOf('User name').value).toBe('lena');
    answers[0]?.({ kind: 'empty' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await step('Set up sync')).toBeTruthy();
    press('Connect');
    await isAsked(2);
    answers[1]?.({ kind: 'empty' });
    await step('Your passphrase');
  });

  it('closed while something is asked, says nothing of it later', async () => {
    let answer: (found: { readonly kind: 'empty' }) => void = () => undefined;
    begin({ probe: () => new Promise((resolve) => (answer = resolve)) });
    connect();
    await waitFor(() => expect(dialog().getByRole('progressbar', { name: 'Looking at cloud.example…' })).toBeTruthy());
    fireEvent(screen.getByRole('dialog'), new Event('close'));
    answer({ kind: 'empty' });
    await Promise.resolve();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
