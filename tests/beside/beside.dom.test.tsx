/** What popup and panel send when the reader answers, and that the page is then read again. */
import '../ui/i18n-stub.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Beside } from '@/lib/beside/beside.tsx';
import type { PageLink } from '@/lib/beside/page-link.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { questionOf } from '@/tests/card/harbour-pack.ts';
import { MARKS, NO_EVENTS, cardFor, madeMark, readPage } from '@/tests/ui/sample-props.ts';

const sent = vi.fn<(name: string, payload: unknown) => void>();
const reread = vi.fn(() => Promise.resolve());
const link: PageLink = {
  state: () => Promise.resolve({ kind: 'reading' }),
  pick: () => Promise.resolve(),
  walk: () => Promise.resolve(),
  reread,
  stop: () => Promise.resolve(),
  onNews: () => undefined,
  notes: null,
};
const [mark] = MARKS;
if (mark === undefined) throw new Error('no marks');
const ask = { sentence: mark.text, pack: mark.match.pack, question: mark.match.question };

beforeEach(() => {
  const sendMessage = ({ name, payload }: { name: string; payload: unknown }) => {
    if (name !== 'card.compose') sent(name, payload);
    return Promise.resolve({ ok: true, answer: name === 'card.compose' ? cardFor(mark) : 'done' });
  };
  Object.assign(browser.runtime, { sendMessage });
});
afterEach(() => {
  cleanup();
  sent.mockReset();
  reread.mockReset();
});

declare const browser: { readonly runtime: object };

const draw = (page = readPage(0)) =>
  render(<Beside view={PanelView} neighbour={{ page, site: null, link }} events={NO_EVENTS} />);

it.each([
  ['Not the same claim', 'match.reject', ask],
  [
    'This is what it says: Both sides reached a provisional deal.',
    'match.confirm',
    { ...ask, claim: questionOf('q-outcome').claims[1]?.id },
  ],
])('“%s” is sent as %s', async (button, name, payload) => {
  draw();
  fireEvent.click(await screen.findByRole('button', { name: button }));
  await vi.waitFor(() => expect(reread).toHaveBeenCalledOnce());
  expect(sent.mock.calls).toEqual([[name, payload]]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(reread).toHaveBeenCalledTimes(2));
  expect(sent.mock.calls.slice(1)).toEqual([['match.restore', ask]]);
});

it.each([
  ['hidden by the reader', 'shared-words', 'match.restore', ask],
  ['like one hidden', 'like-one-you-hid', 'match.confirm', { ...ask, claim: mark.match.claim }],
] as const)('a mark %s is shown again by %s', async (_what, reason, name, payload) => {
  const reasons = reason === 'shared-words' ? [{ kind: reason, words: ['talks'] }] : [{ kind: reason }];
  const hidden = madeMark({ question: 'q-outcome', claim: 0, reasons });
  const page = readPage(null, []);
  if (page.kind !== 'read') throw new Error('not read');
  draw({ ...page, hidden: [hidden] });
  fireEvent.click(screen.getByText('Show again'));
  await vi.waitFor(() => expect(reread).toHaveBeenCalledOnce());
  expect(sent.mock.calls).toEqual([[name, payload]]);
});
