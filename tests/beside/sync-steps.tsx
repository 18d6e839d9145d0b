/** The dialog of sync as a reader works it, over a desk that reaches nothing. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import { SyncControl } from '@/lib/beside/sync-control.tsx';
import type { SyncView } from '@/lib/core/sync.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { PASSPHRASE, fakeDesk, type FakeDesk } from './fake-desk.ts';

export const onError = vi.fn();

export const dialog = () => within(screen.getByRole('dialog'));
export const press = (name: string) => fireEvent.click(dialog().getByRole('button', { name }));
export const choose = (name: string) => fireEvent.click(dialog().getByRole('radio', { name }));
export const fieldOf = (label: string) =>
  dialog().getByLabelText<HTMLInputElement>(label, { selector: 'input:not([type=radio])' });
export const type = (label: string, value: string) => fireEvent.input(fieldOf(label), { target: { value } });
export const step = (title: string) => dialog().findByRole('heading', { name: title, level: 2 });
export const says = (words: RegExp) =>
  waitFor(() =>
    expect(
      screen
        .getAllByRole('alert')
        .map(({ textContent }) => textContent)
        .join(' '),
    ).toMatch(words),
  );

/** What is said to be amiss with a field. */
export function problemOf(label: string): string | undefined {
  const field = fieldOf(label);
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const id = ids.find((each) => each.endsWith('problem'));
  expect(field.getAttribute('aria-invalid')).toBe(String(id !== undefined));
  return document.getElementById(id ?? '')?.textContent;
}

/** The section, with what the desk answers otherwise than usual. */
export function open(view: SyncView, answers: Partial<SyncDesk> = {}): FakeDesk {
  const desk = fakeDesk(view, answers);
  render(<SyncControl desk={desk} drawPassphrase={() => Promise.resolve(PASSPHRASE)} onError={onError} />);
  return desk;
}

export function begin(answers: Partial<SyncDesk> = {}): FakeDesk {
  const desk = open({ kind: 'off' }, answers);
  fireEvent.click(screen.getByRole('button', { name: 'Set up sync' }));
  return desk;
}

export function connect(): void {
  type('Address', 'cloud.example/dav/');
  type('User name', 'lena');
  type('Password', 'app');
  press('Connect');
}

/** From the passphrase that is shown, over two of its words, to what is done with it. */
export async function keepPassphrase(start: string): Promise<void> {
  await dialog().findByText(PASSPHRASE);
  press('Next');
  type('Word 2', 'basket');
  type('Word 5', 'eleven');
  press(start);
}

export const WEBDAV = { kind: 'webdav', url: 'https://cloud.example/dav', user: 'lena', password: 'app' } as const;
export const FOUND = { kind: 'vaults', vaults: [{ vault: 'f00d', devices: 2 }] } as const;
export const DEVICE = { name: 'Reading room', choice: { settings: true, allTexts: false } } as const;
