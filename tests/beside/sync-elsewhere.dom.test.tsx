/** What the library and the popup say of sync, where it needs the reader. */
import '../ui/i18n-stub.ts';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '@/lib/beside/library-page.tsx';
import { SyncLine } from '@/lib/beside/sync-line.tsx';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createEntrySource } from '@/lib/storage/entry-source.ts';
import { createLibrary } from '@/lib/storage/library.ts';
import { PopupView } from '@/lib/ui/popup-view.tsx';
import { buildNote, idOf } from '../finder/build-notes.ts';
import { axeViolations } from '../ui/check-axe.ts';
import { readerProps } from '../ui/sample-props.ts';
import { CLEAN, syncOn } from '../ui/sample-sync.ts';
import { fakeDesk } from './fake-desk.ts';
import { finderInProcess } from './finder-in-process.ts';
import { rows, showsRows } from './library-in-view.ts';

declare const browser: { readonly runtime: object; tabs?: object };

const CHANGED_TWICE = syncOn({ conflicts: [{ ...CLEAN, note: idOf(1) }] });
const create = vi.fn(() => Promise.resolve());
const onError = vi.fn();
let db: LibraryDb;

beforeEach(async () => {
  vi.clearAllMocks();
  db = openLibraryDb(`test-${Math.random()}`);
  await db.notes.bulkPut([buildNote(1, { body: 'One of two texts' }), buildNote(2, { body: 'The only text' })]);
  Object.assign(browser.runtime, { getURL: (path: string) => `extension:/${path}` });
  Object.assign(browser, { tabs: { create } });
});
afterEach(async () => {
  cleanup();
  await db.delete();
});

const library = (desk = fakeDesk(CHANGED_TWICE)) =>
  render(
    <LibraryPage
      library={createLibrary(db)}
      finder={finderInProcess(createEntrySource(db), () => () => undefined)}
      sync={desk}
      onError={onError}
    />,
  );

describe('the library', () => {
  it('marks the note of which there are two texts, until it is settled', async () => {
    location.hash = '#/notes';
    const desk = fakeDesk(CHANGED_TWICE);
    library(desk);
    await showsRows(2);
    const marked = () => rows().filter((row) => row.textContent.includes('Two texts'));
    await waitFor(() =>
      expect(marked().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('One of two texts')]),
    );
    desk.show(syncOn());
    await waitFor(() => expect(marked()).toEqual([]));
  });

  it('leads from the note to where both are', async () => {
    location.hash = `#/notes/${idOf(1)}`;
    library();
    const link = await screen.findByRole('link', { name: 'See both' });
    expect(link.getAttribute('href')).toBe('/options.html#sync');
    expect(await axeViolations()).toEqual([]);
  });

  it('says so in its header, with a way to the options', async () => {
    location.hash = '#/notes';
    library();
    const header = within(screen.getByRole('banner'));
    await waitFor(() => expect(header.getByRole('status').textContent).toMatch(/^1 note was changed in two places/));
    fireEvent.click(header.getByRole('button', { name: 'Open sync' }));
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'extension://options.html#sync' });
  });
});

describe('the popup', () => {
  const popup = (view = syncOn()) =>
    render(<PopupView {...readerProps(null)} doors={<SyncLine desk={fakeDesk(view)} onError={onError} />} />);

  it('is as it was while nothing needs the reader', () => {
    popup();
    expect(screen.queryByText(/Sync/)).toBeNull();
  });

  it('says at its foot what does', async () => {
    popup(CHANGED_TWICE);
    await waitFor(() => expect(screen.getByText(/^1 note was changed in two places/)).toBeTruthy());
    expect(await axeViolations()).toEqual([]);
  });
});
