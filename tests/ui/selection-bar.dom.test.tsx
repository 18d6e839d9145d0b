import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotePopover } from '@/lib/ui/note-popover.tsx';
import { SelectionBar, type BarState } from '@/lib/ui/selection-bar.tsx';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { axeViolations } from './check-axe.ts';

afterEach(cleanup);

function open(state: BarState) {
  const events = { onHighlight: vi.fn(), onNote: vi.fn(), onFlag: vi.fn(), onGrown: vi.fn(), onClose: vi.fn() };
  render(<SelectionBar state={state} {...events} />);
  return events;
}
const button = (name: string) => screen.getByRole('button', { name });

describe('the bar beside selected words', () => {
  it('offers a note, a highlight, a flag', () => {
    const { onHighlight, onNote, onFlag, onGrown } = open({ kind: 'offer', takesFocus: false });
    fireEvent.click(button('Note'));
    fireEvent.click(button('Highlight'));
    expect(screen.queryByRole('button', { name: 'quote' })).toBeNull();
    fireEvent.click(button('Flag…'));
    expect(button('Flag…').getAttribute('aria-expanded')).toBe('true');
    expect(onGrown).toHaveBeenCalledTimes(2);
    fireEvent.click(button('quote'));
    expect([onNote, onHighlight, onFlag].map((on) => on.mock.calls.length)).toEqual([1, 1, 1]);
    expect(onFlag).toHaveBeenCalledWith('quote');
  });

  it('takes the focus only when a key asked for it', () => {
    open({ kind: 'offer', takesFocus: false });
    expect(document.activeElement).toBe(document.body);
    cleanup();
    open({ kind: 'offer', takesFocus: true });
    expect(document.activeElement).toBe(button('Note'));
  });

  it('is walked by arrow keys, round and round, and is one stop for Tab', () => {
    open({ kind: 'offer', takesFocus: true });
    const walk = (key: string) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      return document.activeElement?.textContent;
    };
    expect(['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'].map(walk)).toEqual([
      'Highlight',
      'Flag…',
      'Note',
      'Flag…',
    ]);
    expect(screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0)).toEqual([button('Flag…')]);
  });

  it('leaves the selection alone when it is pressed', () => {
    open({ kind: 'offer', takesFocus: false });
    expect(fireEvent.mouseDown(button('Note'))).toBe(false);
  });

  it('closes on Escape', () => {
    const { onClose } = open({ kind: 'offer', takesFocus: true });
    fireEvent.keyDown(button('Note'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says once what was done, with a way back', () => {
    const [onUndo, onEdit] = [vi.fn(), vi.fn()];
    open({ kind: 'done', said: 'Highlighted.', onUndo, onEdit });
    expect(screen.getByRole('status').textContent).toBe('Highlighted.');
    fireEvent.click(button('Undo'));
    fireEvent.click(button('Add a note'));
    expect([onUndo, onEdit].map((on) => on.mock.calls.length)).toEqual([1, 1]);
  });

  it('says what was not done, and tries again', () => {
    const onRetry = vi.fn();
    open({ kind: 'failed', said: 'Not saved.', onRetry });
    expect(screen.getByRole('alert').textContent).toBe('Not saved.');
    fireEvent.click(button('Try again'));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it.each<BarState>([
    { kind: 'offer', takesFocus: false },
    { kind: 'saving' },
    { kind: 'done', said: 'Highlighted.', onUndo: vi.fn(), onEdit: vi.fn() },
    { kind: 'failed', said: 'Not saved.', onRetry: vi.fn() },
  ])('is clear to assistive technology: $kind', async (state) => {
    open(state);
    expect(await axeViolations(document.body)).toEqual([]);
  });
});

describe('a note beside its words', () => {
  const events = { onEdit: vi.fn(), onDelete: vi.fn(), onClose: vi.fn() };
  const show = (props: Partial<Parameters<typeof NotePopover>[0]> = {}) =>
    render(
      <NotePopover
        note={sampleNote()}
        state={{ kind: 'found' }}

        takesFocus={false}
        onAccounts={null}
        {...events}
        {...props}
      />,
    );

  it('shows what it says and does what is asked', async () => {
    const onAccounts = vi.fn();
    show({ state: { kind: 'changed', now: 'x' }, onAccounts });
    const dialog = screen.getByRole('dialog', { name: 'Note' });
    expect(dialog.textContent).toContain('Who counted?');
    expect(dialog.textContent).toContain('figures');
    expect(dialog.textContent).toContain('The words here have changed');
    for (const name of ['Edit', 'Delete', 'Show the accounts', 'Close']) fireEvent.click(button(name));
    for (const on of [...Object.values(events), onAccounts]) expect(on).toHaveBeenCalledOnce();
    expect(await axeViolations(document.body)).toEqual([]);
  });

  it('shows markup as the letters it is', () => {
    show({ note: sampleNote(1, { body: '<img src=x onerror=alert(1)>' }) });
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('has no accounts to show where no mark is', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Show the accounts' })).toBeNull();
  });
});
