/** Notes out of a real database and into it, by the buttons. */
import '../ui/i18n-stub.ts';
import '../ui/modal-stub.ts';
import 'fake-indexeddb/auto';
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveFile } from '@/lib/beside/save-file.ts';
import { linkToTab } from '@/lib/beside/page-link.ts';
import { PageReport } from '@/lib/beside/report-control.tsx';
import { BackUpControl, ExportControl, ImportControl } from '@/lib/beside/transfer-controls.tsx';
import { LibraryError } from '@/lib/storage/library-error.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { readPage } from '../ui/sample-props.ts';
import { madeLibrary, notesOf, type Made } from '@/tests/transfer/made-library.ts';

vi.mock('@/lib/beside/save-file.ts', () => ({ saveFile: vi.fn() }));
declare const browser: { readonly runtime: object };
// The files of jsdom cannot be read piece by piece.
Object.assign(globalThis, { Blob: NodeBlob, File: NodeFile });

let made: Made;
const onError = vi.fn();
const sendMessage = vi.fn(({ name }: { name: string }) =>
  Promise.resolve({ ok: true, answer: name === 'card.compose' ? null : 'done' }),
);
beforeEach(() => {
  vi.clearAllMocks();
  made = madeLibrary();
  Object.assign(browser.runtime, { sendMessage });
});
afterEach(async () => {
  cleanup();
  await made.db.delete();
  expect(onError).not.toHaveBeenCalled();
});

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const says = (words: RegExp) => waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words));
const savedText = async () => {
  const [name, file] = vi.mocked(saveFile).mock.lastCall ?? [];
  return { name, text: await file?.text() };
};
function choose(...files: readonly File[]): void {
  const field = screen.getByLabelText('Files to import');
  Object.defineProperty(field, 'files', { value: files });
  fireEvent.change(field);
}

describe('export', () => {
  it('of the notes that are meant, in the format chosen', async () => {
    await made.db.notes.bulkPut([sampleNote(1), sampleNote(2), sampleNote(3)]);
    const ids = () => [sampleNote(1).id, sampleNote(3).id];
    render(<ExportControl library={made.library} meant={{ of: 'selected', ids }} onError={onError} />);
    press('Export…');
    expect(screen.getByText('The 2 notes that are selected')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Hypothesis' }));
    press('Export');
    await says(/^Saved among your downloads as parallax-hypothesis\.json · 2 entries$/);
    const { name, text = '' } = await savedText();
    expect(name).toBe('parallax-hypothesis.json');
    expect(JSON.parse(text)).toMatchObject({ total: 2 });
    press('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('cancelled, saves nothing and says so', async () => {
    await made.db.notes.put(sampleNote(1));
    const slow = { ...made.library, noteOrder: { ...made.library.noteOrder, rows: answersLate } };
    render(<ExportControl library={slow} meant={{ of: 'shown', ids: () => [sampleNote(1).id] }} onError={onError} />);
    press('Export…');
    press('Export');
    await says(/Exporting…/);
    press('Cancel');
    await says(/No file was made/);
    expect(saveFile).not.toHaveBeenCalled();
  });
});

/** Answers after the test has had time to press a button. */
const answersLate = () => new Promise<[]>((resolve) => setTimeout(() => resolve([]), 100));

describe('backup', () => {
  it('out at once, in again through the other button, and all pages look again', async () => {
    await made.db.notes.bulkPut([sampleNote(1), sampleNote(2)]);
    const { unmount } = render(<BackUpControl library={made.library} onError={onError} />);
    press('Back up everything');
    await says(/^Saved among your downloads as parallax-backup-\d{4}-\d\d-\d\d\.json · 2 entries$/);
    const { text = '' } = await savedText();
    unmount();
    await made.library.wipe();
    const onTaken = vi.fn();
    render(<ImportControl library={made.library} onError={onError} onTaken={onTaken} />);
    press('Import…');
    choose(new File([text], 'backup.json'));
    await says(/All of it was read/);
    expect(screen.getByRole('row', { name: 'Notes and flags 2 0 0' })).toBeTruthy();
    expect(await notesOf(made.library)).toEqual([sampleNote(1), sampleNote(2)]);
    expect(sendMessage).toHaveBeenCalledWith(expect.objectContaining({ name: 'library.changed' }));
    expect(onTaken).toHaveBeenCalledOnce();
  });

  it('of a library that cannot be read is said not to be made', async () => {
    const count = () => Promise.reject(new LibraryError('unavailable', null));
    const library = { ...made.library, ownRows: { ...made.library.ownRows, count } };
    render(<BackUpControl library={library} onError={onError} />);
    press('Back up everything');
    await says(/could not be read/);
    expect(saveFile).not.toHaveBeenCalled();
  });
});

describe('import', () => {
  it('of what is no such file says so', async () => {
    render(<ImportControl library={made.library} onError={onError} />);
    press('Import…');
    choose(new File(['title;url'], 'list.csv'));
    await says(/^list\.csv is of no kind/);
  });

  it('closed while at work, stops', async () => {
    await made.db.notes.put(sampleNote(1));
    render(<ImportControl library={made.library} onError={onError} />);
    press('Import…');
    choose(new File(['{"rows":[{"id":"a","uri":"https://a.example/"}]}'], 'h.json'));
    fireEvent(screen.getByRole('dialog'), new Event('close'));
    expect(screen.queryByRole('dialog')).toBeNull();
    press('Import…');
    expect(screen.getByLabelText('Files to import')).toBeTruthy();
  });
});

describe('the report of the page beside', () => {
  const link = { ...linkToTab(7), notes: null };
  it('is a file named after the article, with its marks', async () => {
    render(<PageReport library={made.library} page={readPage(null)} link={link} onError={onError} />);
    press('Report of this article');
    await says(/^Saved among your downloads as parallax-.+\.html$/);
    const { text = '' } = await savedText();
    expect(text).toMatch(/^<!doctype html>/i);
    expect(text).toContain('Parallax · report on one article');
  });

  it.each([{ kind: 'unread' }, { kind: 'reading' }] as const)('is not offered where nothing was read: %j', (page) => {
    render(<PageReport library={made.library} page={page} link={link} onError={onError} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
