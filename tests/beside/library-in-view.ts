/** What a reader sees of the library's list, and how they work it. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect } from 'vitest';

export const list = () => screen.getByRole('listbox');
export const rows = () => within(list()).getAllByRole('option');
export const showsRows = (count: number) => waitFor(() => expect(rows()).toHaveLength(count));
export const press = (key: string, with_: object = {}) => fireEvent.keyDown(list(), { key, ...with_ });
export const active = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '');

/** One of the live regions holds the words. */
export const says = (words: string) =>
  waitFor(() =>
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContainEqual(
      expect.stringContaining(words),
    ),
  );
