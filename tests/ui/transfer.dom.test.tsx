/** The dialogs in which notes go out and come in. */
import './i18n-stub.ts';
import './modal-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS, type Ending, type Exported, type Summary } from '@/lib/core/transfer.ts';
import { TransferDialog } from '@/lib/ui/transfer-dialog.tsx';
import { ExportButton, TransferExport, exportedInWords } from '@/lib/ui/transfer-export.tsx';
import { TransferImport } from '@/lib/ui/transfer-import.tsx';
import { TransferSummary, endingInWords } from '@/lib/ui/transfer-summary.tsx';
import { axeViolations } from './check-axe.ts';

afterEach(cleanup);

const dialog = (change: Partial<ComponentProps<typeof TransferDialog>> = {}) => (
  <TransferDialog
    title="Import"
    state={{ kind: 'asking' }}
    working="Importing…"
    result=""
    onCancel={vi.fn()}
    onClose={vi.fn()}
    {...change}
  />
);
const NONE = { added: 0, replaced: 0, kept: 0 };
const summary = (change: Partial<Summary> = {}): Summary => ({
  ...{ notes: NONE, articles: NONE, others: NONE, notUnderstood: 0, complaints: [] },
  ...change,
});

describe('the dialog', () => {
  it('opens by itself, is named, and tells when it is closed', () => {
    const onClose = vi.fn();
    render(dialog({ onClose }));
    const open = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Import' });
    expect(open.open).toBe(true);
    fireEvent.click(within(open).getByRole('button', { name: 'Close' }));
    expect(open.open).toBe(false);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each([
    [{ done: 1500, of: 100_000, percent: false }, '1,500 of 100,000 entries'],
    [{ done: 30, of: 40, percent: true }, '75%'],
    [null, 'Importing…'],
  ])('at work shows how far it is, %j, and announces that once', (progress, words) => {
    const onCancel = vi.fn();
    render(dialog({ state: { kind: 'working', progress }, onCancel }));
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Importing…' });
    expect(bar.parentElement?.querySelector('p')?.textContent).toBe(words);
    if (progress !== null) expect([bar.value, bar.max]).toEqual([progress.done, progress.of]);
    expect(screen.getByRole('status').textContent).toBe('Importing…');
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('the keyboard goes on: to Cancel while at work, to Close when it is done', () => {
    const { rerender } = render(dialog({ start: <button type="submit">Go</button> }));
    screen.getByRole('button', { name: 'Go' }).focus();
    rerender(dialog({ state: { kind: 'working', progress: null } }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
    rerender(dialog({ state: { kind: 'exported', outcome: { kind: 'cancelled' } } }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
  });

  it('says what came of it where it is read out', () => {
    const { rerender } = render(dialog());
    const status = screen.getByRole('status');
    rerender(dialog({ result: 'All of it was read.' }));
    expect(screen.getByRole('status')).toBe(status);
    expect(status.textContent).toBe('All of it was read.');
  });

  it.each([
    ['asking for a format', { children: <TransferExport scope={{ of: 'shown', count: 3 }} onExport={vi.fn()} /> }],
    ['asking for files', { children: <TransferImport onFiles={vi.fn()} /> }],
    ['at work', { state: { kind: 'working', progress: { done: 1, of: 2, percent: false } } }],
    [
      'with what came in',
      { children: <TransferSummary summary={summary({ notUnderstood: 1, complaints: [{ where: 'a', why: 'b' }] })} /> },
    ],
  ] as const)('passes axe %s', async (_name, change) => {
    const { container } = render(dialog(change));
    container.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(await axeViolations()).toEqual([]);
  });
});

describe('choosing a format', () => {
  it('every one is offered, with what it is for', () => {
    render(<TransferExport scope={{ of: 'shown', count: 1204 }} onExport={vi.fn()} />);
    expect(screen.getByText('All 1,204 notes that the list shows')).toBeTruthy();
    const choices = screen.getAllByRole<HTMLInputElement>('radio');
    expect(choices.map(({ value }) => value)).toEqual(EXPORT_FORMATS);
    for (const choice of choices) {
      const help = document.getElementById(choice.getAttribute('aria-describedby') ?? '');
      expect(help?.textContent).toMatch(/\.$/);
    }
  });

  it.each([
    [null, 'markdown-zip'],
    ['Hypothesis', 'hypothesis'],
    ['Sources as RIS', 'ris'],
  ])('%s and the button: %s', (name, format) => {
    const onExport = vi.fn();
    render(
      <>
        <TransferExport scope={{ of: 'selected', count: 2 }} onExport={onExport} />
        <ExportButton count={2} />
      </>,
    );
    if (name !== null) fireEvent.click(screen.getByRole('radio', { name }));
    fireEvent.click(screen.getByRole('button', { name: 'Export' }));
    expect(onExport).toHaveBeenCalledExactlyOnceWith(format);
  });

  it('of nothing cannot be begun', () => {
    render(<ExportButton count={0} />);
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  });

  it.each<[Exported<unknown>, string]>([
    [{ kind: 'file', name: 'n.md', file: null, entries: 3 }, 'Saved among your downloads as n.md · 3 entries'],
    [{ kind: 'cancelled' }, 'No file was made'],
    [{ kind: 'failed', why: 'unreadable' }, 'no file was made'],
    [{ kind: 'failed', why: 'too-many-files' }, 'Markdown in one file'],
    [{ kind: 'failed', why: 'no-room' }, 'no room'],
  ])('%j says so', (outcome, words) => expect(exportedInWords(outcome)).toContain(words));
});

describe('files to come in', () => {
  const file = new File(['{}'], 'notes.json');
  it('are chosen', () => {
    const onFiles = vi.fn();
    render(<TransferImport onFiles={onFiles} />);
    const field = screen.getByLabelText<HTMLInputElement>('Files to import');
    Object.defineProperty(field, 'files', { value: [file] });
    fireEvent.change(field);
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
  });

  it('or dropped', () => {
    const onFiles = vi.fn();
    render(<TransferImport onFiles={onFiles} />);
    const place = screen.getByText('or drop them here');
    expect(fireEvent.dragOver(place)).toBe(false);
    fireEvent.drop(place, { dataTransfer: { files: [file] } });
    expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
  });

  it('nothing dropped is nothing', () => {
    const onFiles = vi.fn();
    render(<TransferImport onFiles={onFiles} />);
    fireEvent.drop(screen.getByText('or drop them here'), { dataTransfer: { files: [] } });
    expect(onFiles).not.toHaveBeenCalled();
  });

  it.each<[Ending, string]>([
    [{ kind: 'done' }, 'All of it was read.'],
    [{ kind: 'cancelled' }, 'stays'],
    [{ kind: 'full' }, 'no space left on the disk'],
    [{ kind: 'unavailable' }, 'could not be opened'],
    [{ kind: 'unknown', file: 'a.txt' }, 'a.txt is of no kind'],
    [{ kind: 'broken', file: 'a.json' }, 'a.json is damaged'],
    [{ kind: 'newer', file: 'a.json' }, 'a.json was written by a newer version'],
  ])('%j says so', (ending, words) => expect(endingInWords(ending)).toContain(words));
});

describe('what came in', () => {
  it('is counted by kind; kinds of which nothing came are left out', () => {
    render(<TransferSummary summary={summary({ notes: { added: 1200, replaced: 3, kept: 40 } })} />);
    const [head, ...rows] = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(head).toEqual(['', 'Added', 'Replaced by newer', 'Kept as here']);
    expect(rows).toEqual([['Notes and flags', '1,200', '3', '40']]);
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('what was not understood: how much, and of the first where and why', () => {
    const complaints = [{ where: 'rows[7]', why: 'uri: expected the address' }];
    render(<TransferSummary summary={summary({ notUnderstood: 150, complaints })} />);
    expect(screen.getByText('150 entries were not understood, and were left out')).toBeTruthy();
    expect(screen.getByText('The first 1 of them:')).toBeTruthy();
    expect(screen.getByRole('listitem', { hidden: true }).textContent).toBe('rows[7] uri: expected the address');
  });
});
