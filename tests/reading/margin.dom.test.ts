/** The card beside the sentence, and the reader's answer in it. */
import '../ui/i18n-stub.ts';
import { fireEvent, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import type { ClaimId } from '@/lib/core/ids.ts';
import type { Mark } from '@/lib/core/marks.ts';
import { createMargin, type Margin, type MarginPorts } from '@/lib/reading/margin.tsx';
import type { LiveMark } from '@/lib/reading/reader.ts';
import { cardFor, madeMark } from '@/tests/ui/sample-props.ts';

const liveOf = (mark: Mark): LiveMark => ({ mark, span: { start: 0, end: 1 }, ranges: [] });
const before = liveOf(madeMark({ question: 'q-outcome', claim: 0 }));
const after = liveOf(madeMark({ question: 'q-outcome', claim: 1, reasons: [{ kind: 'reader-said' }] }));
const DEAL = 'Both sides reached a provisional deal.';

let life: AbortController;
let margin: Margin;
const say = vi.fn<MarginPorts['say']>();
const failed = vi.fn<MarginPorts['failed']>();
const note = vi.fn<MarginPorts['note']>();
const onClose = vi.fn();
/** Closed to the page; the test sees it made. */
let attached: MockInstance<Element['attachShadow']>;

beforeEach(() => {
  life = new AbortController();
  for (const spy of [say, failed, note, onClose]) spy.mockReset();
  attached = vi.spyOn(Element.prototype, 'attachShadow');
  const card: MarginPorts['card'] = ({ claim }) =>
    Promise.resolve(cardFor(claim === after.mark.match.claim ? after.mark : before.mark));
  const ports = { card, say, failed, note, openPanel: vi.fn(), theme: () => 'light' as const };
  margin = createMargin(document, ports, onClose, life.signal);
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

const root = (): ShadowRoot => {
  const last = attached.mock.results.at(-1);
  if (last?.type !== 'return') throw new Error('nothing is shown');
  return last.value;
};
const inCard = () => within(root().lastElementChild as HTMLElement);
const confirmDeal = () => fireEvent.click(inCard().getByRole('button', { name: `This is what it says: ${DEAL}` }));

describe('an answer in the card', () => {
  it('is said of the mark and the claim; the card then shows it, the focus where it was', async () => {
    say.mockResolvedValue(after);
    await margin.openCard(before, false);
    inCard()
      .getByRole('button', { name: `This is what it says: ${DEAL}` })
      .focus();
    confirmDeal();
    expect(say).toHaveBeenCalledExactlyOnceWith(before, after.mark.match.claim satisfies ClaimId | null);
    await vi.waitFor(() => expect(inCard().getByRole('status').textContent).toContain(`says “${DEAL}”`));
    expect(root().activeElement?.getAttribute('aria-label')).toBe(`Take back what you said: ${DEAL}`);
    expect(root().querySelector('li.here b')?.textContent).toBe(DEAL);
  });

  it('is taken back', async () => {
    say.mockResolvedValueOnce(after).mockResolvedValueOnce(before);
    await margin.openCard(before, false);
    confirmDeal();
    fireEvent.click(await inCard().findByRole('button', { name: 'Undo' }));
    await vi.waitFor(() => expect(inCard().getByRole('status').textContent).toBe(''));
    expect(say).toHaveBeenLastCalledWith(after, null);
    expect(root().querySelector('li.here b')?.textContent).toMatch(/brought nothing/);
  });

  it('closes the card when the mark is gone with it', async () => {
    say.mockResolvedValue(null);
    await margin.openCard(after, false);
    fireEvent.click(inCard().getByRole('button', { name: `Take back what you said: ${DEAL}` }));
    await vi.waitFor(() => expect(margin.hasCard()).toBe(false));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('that failed is told, and nothing is said to be noted', async () => {
    const cause = new Error('library: full');
    say.mockRejectedValue(cause);
    await margin.openCard(before, false);
    confirmDeal();
    await vi.waitFor(() => expect(failed).toHaveBeenCalledExactlyOnceWith(cause));
    expect(inCard().getByRole('status').textContent).toBe('');
  });

  it('that comes late changes nothing in another mark’s card', async () => {
    let comes: (live: LiveMark) => void = () => undefined;
    say.mockImplementation(() => new Promise((resolve) => (comes = resolve)));
    await margin.openCard(before, false);
    confirmDeal();
    await margin.openCard(liveOf(madeMark({ question: 'q-outcome', claim: 2 })), false);
    comes(after);
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(inCard().getByRole('status').textContent).toBe('');
  });
});
