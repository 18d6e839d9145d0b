/** What popup and panel ask of the page and the background about notes, and what they say came of it. */
import '../ui/i18n-stub.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Beside } from '@/lib/beside/beside.tsx';
import type { NoteLink } from '@/lib/beside/note-link.ts';
import type { PageLink } from '@/lib/beside/page-link.ts';
import { MessageError } from '@/lib/messages/bus.ts';
import type { PageNotes, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import type { PlacedNote } from '@/lib/ui/noting.ts';
import type { PageView } from '@/lib/ui/page-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { NOTES } from '@/tests/ui/sample-notes.ts';
import { ARTICLE, MARKS, NO_EVENTS, cardFor, readPage } from '@/tests/ui/sample-props.ts';

declare const browser: { readonly runtime: object };

const { HIGHLIGHT, GONE } = NOTES;
const { id } = HIGHLIGHT.note;
const SAVED: SaveOutcome = { kind: 'saved', note: HIGHLIGHT.note };
const absent = () => Promise.reject(new MessageError('absent', 'nobody'));
const placed = (notes: readonly PlacedNote[]): PageNotes => ({ key: null, url: 'https://strait.example/', notes });

const sent = vi.fn<(name: string, payload: unknown) => Promise<unknown>>();
const on = {
  notes: vi.fn<NoteLink['notes']>(),
  start: vi.fn<NoteLink['start']>(),
  show: vi.fn<NoteLink['show']>(),
  attach: vi.fn<NoteLink['attach']>(),
  linkTo: vi.fn<NoteLink['linkTo']>(),
};
const reread = vi.fn(() => Promise.resolve());
const news: (() => void)[] = [];
const onEditing = vi.fn();
const copy = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  vi.resetAllMocks();
  news.length = 0;
  const [mark] = MARKS;
  Object.assign(browser.runtime, {
    sendMessage: ({ name, payload }: { name: string; payload: unknown }) =>
      name === 'card.compose'
        ? Promise.resolve({ ok: true, answer: mark === undefined ? null : cardFor(mark) })
        : sent(name, payload),
  });
  vi.stubGlobal('navigator', { clipboard: { writeText: copy } });
  on.notes.mockResolvedValue(placed([HIGHLIGHT, GONE]));
  reread.mockResolvedValue();
  copy.mockResolvedValue();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const linkWith = (notes: NoteLink | null): PageLink => ({
  state: () => Promise.resolve({ kind: 'reading' }),
  pick: () => Promise.resolve(),
  walk: () => Promise.resolve(),
  reread,
  stop: () => Promise.resolve(),
  onNews: (listener) => void news.push(listener),
  notes,
});
const LINK = linkWith(on);
const beside = (page: PageView = readPage(null), link: PageLink = LINK) => (
  <Beside view={PanelView} neighbour={{ page, site: null, link }} events={NO_EVENTS} onEditing={onEditing} />
);
const said = () => document.querySelector('.note-notice p')?.textContent ?? '';
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const about = 'nothing worth the name had come of the talks';

describe('the notes of the page', () => {
  it('are looked up, and again whenever the page has news', async () => {
    render(beside());
    expect(await screen.findByText(/^2 notes on this page/)).toBeTruthy();
    on.notes.mockResolvedValue(placed([HIGHLIGHT]));
    news.forEach((tell) => tell());
    expect(await screen.findByText('1 note on this page')).toBeTruthy();
    expect(on.notes).toHaveBeenCalledTimes(2);
  });

  it('are looked up once more, not once for each of the news that came meanwhile', async () => {
    let answer: (notes: PageNotes) => void = () => undefined;
    on.notes.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    render(beside());
    await vi.waitFor(() => expect(news).toHaveLength(1));
    for (let heard = 0; heard < 5; heard += 1) news.forEach((tell) => tell());
    answer(placed([HIGHLIGHT]));
    expect(await screen.findByText(/^2 notes on this page/)).toBeTruthy();
    expect(on.notes).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['refused', true],
    ['absent', false],
  ] as const)('that cannot be had: %s', async (kind, told) => {
    on.notes.mockRejectedValue(new MessageError(kind, 'no'));
    render(beside());
    await vi.waitFor(() => expect(on.notes).toHaveBeenCalled());
    // What the answer changes is drawn in the next turns.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/could not be looked up/) !== null).toBe(told);
  });

  it.each([
    [{ kind: 'no-story', article: ARTICLE, packs: 1 }, true],
    [{ kind: 'no-article', why: 'too-short' }, true],
    [{ kind: 'unread' }, false],
    [{ kind: 'off' }, false],
    [{ kind: 'forbidden', why: 'pdf' }, false],
    [{ kind: 'reading' }, false],
  ] as const)('are offered on a page that is %j: %s', async (page, offered) => {
    render(beside(page));
    await Promise.resolve();
    expect(screen.queryByRole('button', { name: 'Note on this page' }) !== null).toBe(offered);
    expect(on.notes.mock.calls.length > 0).toBe(offered);
  });

  it('are not offered where the page takes none', () => {
    render(beside(readPage(null), linkWith(null)));
    expect(screen.queryByRole('button', { name: 'Note on this page' })).toBeNull();
  });
});

describe('writing', () => {
  it.each([
    ['on the page', null, 'Note on this page', { start: { on: 'page' }, flag: null }],
    ['on a mark', 1, 'Note', { start: { on: 'mark', mark: 1 }, flag: null }],
  ] as const)('%s opens the editor there and says so', async (_what, picked, button, begin) => {
    on.start.mockResolvedValue('open');
    render(beside(readPage(picked)));
    await press(button);
    await vi.waitFor(() => expect(said()).toBe('The editor is open in the page.'));
    expect(on.start).toHaveBeenCalledExactlyOnceWith(begin);
    expect(onEditing).toHaveBeenCalledOnce();
  });

  it('a flag opens it with its kind', async () => {
    on.start.mockResolvedValue('open');
    render(beside(readPage(0)));
    await press('Flag');
    fireEvent.click(screen.getByRole('menuitem', { name: 'missing context' }));
    await vi.waitFor(() =>
      expect(on.start).toHaveBeenCalledExactlyOnceWith({ start: { on: 'mark', mark: 0 }, flag: 'context' }),
    );
  });

  it.each([
    ['there is nothing to write on', () => Promise.resolve('nothing' as const), /no longer there/],
    ['the page has gone', absent, /does not answer/],
  ])('%s: says so, and the popup stays', async (_what, start, words) => {
    on.start.mockImplementation(start);
    render(beside());
    await press('Note on this page');
    await vi.waitFor(() => expect(said()).toMatch(words));
    expect(onEditing).not.toHaveBeenCalled();
  });
});

describe('a note of the list', () => {
  it.each([
    ['Show', false, 'shown', ''],
    ['Show', false, 'not-here', 'The words of this note were not found on the page as it now is.'],
    ['Edit', true, 'shown', 'The editor is open in the page.'],
    ['Edit', true, 'not-here', 'The words of this note were not found on the page as it now is.'],
  ] as const)('“%s”: %s, %s', async (button, edit, answer, words) => {
    on.show.mockResolvedValue(answer);
    render(beside());
    await press(`${button}: ${about}`);
    await vi.waitFor(() => expect(on.show).toHaveBeenCalledExactlyOnceWith(id, edit));
    await vi.waitFor(() => expect(said()).toBe(words));
  });

  it('is deleted and brought back', async () => {
    sent.mockResolvedValue({ ok: true, answer: SAVED });
    render(beside());
    await press(`Delete: ${about}`);
    await vi.waitFor(() => expect(said()).toBe(`Deleted: ${about}`));
    await press('Undo');
    await vi.waitFor(() => expect(said()).toBe('The note is back.'));
    expect(sent.mock.calls).toEqual([
      ['note.delete', { id }],
      ['note.restore', { id }],
    ]);
  });

  it.each([
    ['full', /^The note was not deleted. There is no space left/],
    ['unavailable', /^The note was not deleted. The library could not be opened/],
    ['corrupt', /^The note was not deleted. Its entry/],
    ['missing', /^The note was not deleted. It is no longer/],
  ] as const)('that could not be deleted is still there: %s', async (why, words) => {
    sent.mockResolvedValue({ ok: true, answer: { kind: 'not-saved', why } });
    render(beside());
    await press(`Delete: ${about}`);
    await vi.waitFor(() => expect(said()).toMatch(words));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(screen.getByRole('button', { name: `Delete: ${about}` })).toBeTruthy();
  });

  it('that could not be deleted because the background is out of order', async () => {
    sent.mockResolvedValue({ ok: false, message: 'failed' });
    render(beside());
    await press(`Delete: ${about}`);
    await vi.waitFor(() => expect(said()).toMatch(/^The note was not deleted. The library could not be opened/));
  });

  it.each([
    [SAVED, 'The note now stands on the selected words.'],
    ['nothing', 'Nothing is selected. Select the words in the page first, then press the button again.'],
    [{ kind: 'not-saved', why: 'full' }, /^The note was not moved. There is no space left/],
  ] as const)('whose words have gone is put on the selected ones: %j', async (answer, words) => {
    on.attach.mockResolvedValue(answer);
    render(beside());
    await press('Attach to the selected words: The cranes will be back at work by Friday.');
    await vi.waitFor(() => expect(said()).toMatch(words));
    expect(on.attach).toHaveBeenCalledExactlyOnceWith(GONE.note.id);
  });

  it('whose words have gone is searched for again', async () => {
    render(beside());
    await press('Search again');
    await vi.waitFor(() => expect(said()).toBe('The page was searched again.'));
    expect(reread).toHaveBeenCalledOnce();
  });
});

describe('the link to a passage', () => {
  const href = 'https://strait.example/2021/envoys#:~:text=nothing';
  it('is copied', async () => {
    on.linkTo.mockResolvedValue({ kind: 'link', href });
    render(beside());
    await press(`Copy link to passage: ${about}`);
    await vi.waitFor(() => expect(said()).toBe('The link to the passage is copied.'));
    expect(copy).toHaveBeenCalledExactlyOnceWith(href);
  });

  it('is shown where the browser does not let us copy', async () => {
    on.linkTo.mockResolvedValue({ kind: 'link', href });
    copy.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    render(beside());
    await press(`Copy link to passage: ${about}`);
    expect((await screen.findByRole<HTMLInputElement>('textbox')).value).toBe(href);
  });

  it('is not copied where it could open elsewhere', async () => {
    on.linkTo.mockResolvedValue({ kind: 'none', why: 'not-unique' });
    render(beside());
    await press(`Copy link to passage: ${about}`);
    await vi.waitFor(() => expect(said()).toMatch(/more than once/));
    expect(copy).not.toHaveBeenCalled();
  });
});

describe('what was said', () => {
  it('is said again when it comes again', async () => {
    on.attach.mockResolvedValue('nothing');
    render(beside());
    const region = await vi.waitFor(() => {
      const found = document.querySelector('.note-notice');
      if (found === null) throw new Error('no region');
      return found;
    });
    const changes: string[] = [];
    new MutationObserver(() => changes.push(region.textContent)).observe(region, { childList: true, subtree: true });
    const button = 'Attach to the selected words: The cranes will be back at work by Friday.';
    await press(button);
    await vi.waitFor(() => expect(said()).toMatch(/Nothing is selected/));
    await press(button);
    await vi.waitFor(() => expect(changes.filter((text) => text !== '')).toHaveLength(2));
  });

  it('is gone when it is dismissed, and when another page comes into view', async () => {
    const { rerender } = render(beside());
    await press('Search again');
    await vi.waitFor(() => expect(said()).not.toBe(''));
    await press('Close');
    await vi.waitFor(() => expect(said()).toBe(''));
    await press('Search again');
    await vi.waitFor(() => expect(said()).not.toBe(''));
    rerender(beside(readPage(null), linkWith({ ...on })));
    await vi.waitFor(() => expect(said()).toBe(''));
  });
});
