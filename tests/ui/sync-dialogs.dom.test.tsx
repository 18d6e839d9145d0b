/** What sync asks in its dialogs, and the sheets it shows. */
import './i18n-stub.ts';
import './modal-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QrCode } from '@/lib/ui/qr-code.tsx';
import { SyncConflict } from '@/lib/ui/sync-conflict.tsx';
import { SyncButtons, SyncDialog } from '@/lib/ui/sync-dialog.tsx';
import { SyncLeave } from '@/lib/ui/sync-leave.tsx';
import { SyncPairing } from '@/lib/ui/sync-pairing.tsx';
import { RecoverySheet } from '@/lib/ui/sync-recovery-sheet.tsx';
import { axeViolations } from './check-axe.ts';
import { CLEAN, NOW, syncOn } from './sample-sync.ts';

afterEach(cleanup);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const dialog = (change: Partial<ComponentProps<typeof SyncDialog>> = {}) => (
  <SyncDialog title="Your passphrase" working={null} said={null} onClose={vi.fn()} {...change}>
    {change.children ?? <SyncButtons />}
  </SyncDialog>
);

describe('the dialog', () => {
  it('opens by itself, is named, and tells once when it is closed', () => {
    const onClose = vi.fn();
    render(dialog({ onClose }));
    expect(screen.getByRole<HTMLDialogElement>('dialog', { name: 'Your passphrase' }).open).toBe(true);
    press('Cancel');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('taken away by what it is part of, tells nobody', () => {
    const onClose = vi.fn();
    const { unmount } = render(dialog({ onClose }));
    unmount();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('a stray key does not close what is shown once', () => {
    const { rerender } = render(dialog());
    const cancel = () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(cancel()).toBe(true);
    rerender(dialog({ holds: true }));
    expect(cancel()).toBe(false);
  });

  it('at work says so, keeps what was typed, and goes on from there', () => {
    const field = <input aria-label="Typed" />;
    const { rerender } = render(dialog({ children: field }));
    const input = screen.getByRole<HTMLInputElement>('textbox');
    input.value = 'kept';
    input.focus();
    rerender(dialog({ children: field, working: 'Opening…' }));
    expect(screen.getByRole('status').textContent).toBe('Opening…');
    expect(screen.getByRole('progressbar', { name: 'Opening…' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading'));
    rerender(dialog({ children: field, said: 'That did not work.' }));
    expect(screen.getByRole('alert').textContent).toBe('That did not work.');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('kept');
  });

  it('with another step the keyboard begins at its heading', () => {
    const { rerender } = render(dialog());
    screen.getByRole('button', { name: 'Cancel' }).focus();
    rerender(dialog({ title: 'Is it kept?' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Is it kept?' }));
  });
});

describe('the recovery sheet', () => {
  const sheet = (code: string, spies = { onCopy: vi.fn(), onPrint: vi.fn() }) => (
    <RecoverySheet code={code} place={syncOn().place} made={NOW} isCopied={null} {...spies} />
  );

  it('has the code in groups, where the copy lies, and of when it is', async () => {
    render(dialog({ children: sheet('ABCD-EFGH-JKMN') }));
    const paper = within(screen.getByRole('group', { name: 'Parallax: recovery sheet' }));
    const groups = [...paper.getByRole('group', { name: 'Recovery code' }).children];
    expect(groups.map(({ textContent }) => textContent.trim())).toEqual(['ABCD', 'EFGH', 'JKMN']);
    expect(paper.getByText('https://cloud.example/remote.php/dav/files/lena')).toBeTruthy();
    expect(paper.getByText('lena')).toBeTruthy();
    expect(paper.getByText('June 14, 2025')).toBeTruthy();
    expect(paper.queryByRole('button')).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });

  it('a code in one piece is cut by fours', () => {
    render(sheet('ABCDEFGHJ'));
    expect(screen.getByRole('group', { name: 'Recovery code' }).textContent).toBe('ABCD EFGH J ');
  });

  it('is printed and copied', () => {
    const spies = { onCopy: vi.fn(), onPrint: vi.fn() };
    render(sheet('ABCD', spies));
    press('Print');
    press('Copy');
    expect([spies.onPrint.mock.calls.length, spies.onCopy.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('pairing', () => {
  const pairing = (change: Partial<ComponentProps<typeof SyncPairing>> = {}) => (
    <SyncPairing
      code="PLX1-abc"
      left={125_000}
      joined={null}
      isCopied={null}
      onCopy={vi.fn()}
      onAnother={vi.fn()}
      {...change}
    />
  );

  it('shows the code as text and as a picture, and for how long', async () => {
    render(dialog({ children: pairing() }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Code' }).value).toBe('PLX1-abc');
    expect(screen.getByRole('img', { name: /^QR code/ })).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toMatch(/another 2:05\./);
    expect(await axeViolations()).toEqual([]);
  });

  it('after ten minutes shows nothing of it, and offers another', () => {
    const onAnother = vi.fn();
    const { container } = render(pairing({ left: 0, onAnother }));
    expect(container.innerHTML).not.toContain('PLX1');
    press('Make another');
    expect(onAnother).toHaveBeenCalledOnce();
  });

  it('says who is in', () => {
    render(pairing({ joined: 'Phone' }));
    expect(screen.getByRole('status').textContent).toBe('Phone is in.');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('the picture has as many dark modules as the code, and a margin', () => {
    render(<QrCode text="A" label="code" />);
    const picture = screen.getByRole('img', { name: 'code' });
    // 21 modules for so short a text, four on either side.
    expect(picture.getAttribute('viewBox')).toBe('0 0 29 29');
    const path = picture.querySelector('path')?.getAttribute('d') ?? '';
    expect(path).toMatch(/^M4 4h7v1h-7z/);
    const rows = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...rows.flat())).toBe(4);
    expect(Math.max(...rows.flat())).toBeLessThan(25);
  });
});

describe('two texts of a note', () => {
  const named = CLEAN.versions.map((version, at) => ({ ...version, device: ['Laptop', 'Phone'][at] ?? '' }));
  const [one, two] = named;
  if (one === undefined || two === undefined) throw new Error('no versions');
  const conflict = (isClean: boolean, onSettle = vi.fn()) => (
    <SyncConflict versions={[one, two]} merged={{ text: 'Both.', isClean }} now={NOW} onSettle={onSettle} />
  );

  it('stand side by side, whose and when, with the words that only one has set off', async () => {
    const { container } = render(dialog({ children: conflict(true) }));
    const phone = within(screen.getByRole('group', { name: /^Phone June 13 at 12:05/ }));
    expect(phone.getByText(/See also page 4/, { selector: 'mark' })).toBeTruthy();
    const marked = [...container.querySelectorAll('mark')].map(
      ({ lastChild, childNodes }) => childNodes[1] ?? lastChild,
    );
    expect(marked.map((node) => node?.textContent)).toEqual([
      '1,500 on Tuesday',
      'no figure',
      '.\n\nSee also page 4 of the union’s own report',
    ]);
    // Every text stands there as it is.
    const texts = [...container.querySelectorAll('.version-text')].map((element) => {
      const copy = element.cloneNode(true) as Element;
      copy.querySelectorAll('.sr-only').forEach((spoken) => spoken.remove());
      return copy.textContent;
    });
    expect(texts).toEqual([one.text, two.text]);
    expect(await axeViolations()).toEqual([]);
  });

  it.each([
    ['Keep the text from Laptop', one.text],
    ['Keep the text from Phone', two.text],
    ['Keep both in one', 'Both.'],
  ])('“%s”', (name, text) => {
    const onSettle = vi.fn();
    render(conflict(true, onSettle));
    press(name);
    expect(onSettle).toHaveBeenCalledExactlyOnceWith(text);
  });

  it('what is made of both can be edited first', () => {
    const onSettle = vi.fn();
    render(conflict(false, onSettle));
    expect(screen.getByText(/stand here one after the other/)).toBeTruthy();
    fireEvent.input(screen.getByRole('textbox', { name: /Both in one/ }), { target: { value: 'Mine.' } });
    press('Keep both in one');
    expect(onSettle).toHaveBeenCalledExactlyOnceWith('Mine.');
  });

  it('is the way offered first where nothing contradicts', () => {
    const { rerender } = render(conflict(true));
    const isFirst = () => screen.getByRole('button', { name: 'Keep both in one' }).classList.contains('primary');
    expect(isFirst()).toBe(true);
    rerender(conflict(false));
    expect(isFirst()).toBe(false);
  });
});

describe('leaving', () => {
  it.each([
    [null, 'Leave sync', 'nothing'],
    ['Without the part of this device', 'Leave sync', 'this-device'],
  ])('%s', (choice, button, leaving) => {
    const onLeave = vi.fn();
    render(<SyncLeave onLeave={onLeave} />);
    if (choice !== null) fireEvent.click(screen.getByRole('radio', { name: choice }));
    press(button);
    expect(onLeave).toHaveBeenCalledExactlyOnceWith(leaving);
  });

  it('deletes everything only when that was typed', async () => {
    const onLeave = vi.fn();
    render(dialog({ children: <SyncLeave onLeave={onLeave} /> }));
    fireEvent.click(screen.getByRole('radio', { name: 'All of it is deleted' }));
    press('Leave and delete everything there');
    const field = screen.getByRole('textbox', { name: 'To confirm, type: delete everything' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(onLeave).not.toHaveBeenCalled();
    expect(await axeViolations()).toEqual([]);
    fireEvent.input(field, { target: { value: ' Delete everything' } });
    press('Leave and delete everything there');
    expect(onLeave).toHaveBeenCalledExactlyOnceWith('everything');
  });
});
