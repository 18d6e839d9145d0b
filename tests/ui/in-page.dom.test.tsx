import './i18n-stub.ts';
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InPagePopover, InPageTip } from '@/lib/ui/in-page.tsx';
import type { CardView } from '@/lib/ui/page-view.ts';
import { axeViolations } from './check-axe.ts';
import { cardFor, madeMark } from './sample-props.ts';

afterEach(cleanup);

const mark = madeMark({ question: 'q-outcome', claim: 0 });
const at = { left: 12, top: 34 };
const full: CardView = { kind: 'card', card: cardFor(mark) };

function open(card: CardView = full, takesFocus = false, said: string | null = null) {
  const events = {
    onPanel: vi.fn(),
    onClose: vi.fn(),
    onConfirm: vi.fn(),
    onTakeBack: vi.fn(),
    onNote: vi.fn(),
    onFlag: vi.fn(),
  };
  render(<InPagePopover mark={mark} card={card} at={at} takesFocus={takesFocus} said={said} {...events} />);
  return events;
}

it('the tip is one line: the question, accounts and origins', () => {
  render(<InPageTip mark={mark} at={at} />);
  const tip = screen.getByRole('tooltip');
  expect(tip.textContent).toBe('What did the harbour talks of 2 March 2021 achieve? 7 accounts, 4 origins');
  expect([tip.style.left, tip.style.top]).toEqual(['12px', '34px']);
});

describe('the popover', () => {
  it('has the top of the card: claims in the card’s order, counts, the first voice of each side', () => {
    open();
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items).toEqual([
      'The talks came close to a breakthrough.3 accounts, 2 originsJonas Reed · says · Harbour Ledgerthe article’s author · questions · “Notes from the picket line”This is what it says',
      'Both sides reached a provisional deal.2 accounts, 1 originthe article’s author · reports · “Notes from the picket line”This is what it says',
      'The talks brought nothing, and much work remains.1 account, 1 originThis sentence is on the same questionPetra Holm · says · The Ellery Courier',
    ]);
  });

  it.each(['loading', 'missing'] as const)('says when there is no card: %s', (kind) => {
    open({ kind });
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.getByRole('dialog').querySelector('.quiet')).not.toBeNull();
  });

  it('opens the panel and closes', () => {
    const events = open();
    fireEvent.click(screen.getByRole('button', { name: 'Open panel' }));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(events.onPanel).toHaveBeenCalledOnce();
    expect(events.onClose).toHaveBeenCalledOnce();
  });

  it('closes by Escape, which then does not reach the page', () => {
    const onPage = vi.fn();
    document.addEventListener('keydown', onPage);
    const events = open();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'a' });
    document.removeEventListener('keydown', onPage);
    expect(events.onClose).toHaveBeenCalledOnce();
    expect(onPage.mock.calls.map(([event]: KeyboardEvent[]) => event?.key)).toEqual(['a']);
  });

  it('takes the focus only when a key opened it', () => {
    open(full, false);
    expect(document.activeElement).toBe(document.body);
    cleanup();
    open(full, true);
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
  });

  it('lets the reader say which claim the sentence states', () => {
    const events = open();
    fireEvent.click(
      screen.getByRole('button', { name: 'This is what it says: Both sides reached a provisional deal.' }),
    );
    expect(events.onConfirm).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ says: 'Both sides reached a provisional deal.' }),
    );
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('says what was noted, and takes it back with the focus kept', () => {
    const events = open(full, false, 'Both sides reached a provisional deal.');
    expect(screen.getByRole('status').textContent).toContain(
      'Noted: by your word, this sentence says “Both sides reached a provisional deal.”',
    );
    screen.getByRole('button', { name: 'Undo' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(events.onTakeBack).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
  });

  it('offers to take back what was said before', () => {
    const before = madeMark({ question: 'q-outcome', claim: 0, reasons: [{ kind: 'reader-said' }] });
    const onTakeBack = vi.fn();
    render(
      <InPagePopover
        mark={before}
        card={{ kind: 'card', card: cardFor(before) }}
        at={at}
        takesFocus={false}
        said={null}
        onConfirm={vi.fn()}
        onTakeBack={onTakeBack}
        onNote={vi.fn()}
        onFlag={vi.fn()}
        onPanel={vi.fn()}
        onClose={vi.fn()}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: /^Take back what you said: The talks brought nothing/ }));
    expect(onTakeBack).toHaveBeenCalledOnce();
  });

  it('writes on the sentence, or flags it', () => {
    const { onNote, onFlag } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Note' }));
    expect(onNote).toHaveBeenCalledOnce();
    const flags = screen.getByRole('button', { name: 'Flag…' });
    expect(flags.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(flags);
    fireEvent.click(screen.getByRole('button', { name: 'figure' }));
    expect(onFlag).toHaveBeenCalledWith('figure');
  });

  it('passes axe', async () => {
    open(full, false, 'Both sides reached a provisional deal.');
    expect(await axeViolations(screen.getByRole('dialog'))).toEqual([]);
  });
});

it('its style stands alone: it begins from nothing and measures nothing by the page’s own type size', () => {
  const css = readFileSync('lib/ui/in-page.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(css).toMatch(/:host\s*{\s*all: initial/);
  expect(css).not.toMatch(/\d(?:rem|em)\b|:root|url\(/);
  const sizes = [...readFileSync('lib/ui/tokens.css', 'utf8').matchAll(/--(\w+): [\d.]+rem/g)].map(
    ([, name = '']) => name,
  );
  const used = sizes.filter((name) => css.includes(`var(--${name})`));
  expect(used.filter((name) => !new RegExp(`--${name}: \\d+px`).test(css))).toEqual([]);
});
