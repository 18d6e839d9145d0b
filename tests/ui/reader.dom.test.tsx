import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { markAsked, nameOfMark, toHiddenMark, type PageView } from '@/lib/ui/page-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { PopupView } from '@/lib/ui/popup-view.tsx';
import { axeViolations } from './check-axe.ts';
import { questionOf } from '@/tests/card/harbour-pack.ts';
import { spies } from './reader-spies.ts';
import { ARTICLE, MARKS, SITE, cardFor, madeMark, readPage, readerProps } from './sample-props.ts';
import { tabOrder } from './tab-order.ts';

afterEach(cleanup);

const VIEWS = [
  ['popup', PopupView],
  ['panel', PanelView],
] as const;
const [firstMark] = MARKS;
if (firstMark === undefined) throw new Error('no marks');
const name = nameOfMark(firstMark);
const hidden = toHiddenMark(firstMark);

describe.each(VIEWS)('the %s', (_name, View) => {
  it('heads with article, date, sentences read, marks, pack and its date, and what silence means', () => {
    render(<View {...readerProps(0)} />);
    const header = document.querySelector('.page-header')?.textContent ?? '';
    for (const part of [
      'The Strait Courier · Lena Ortiz · March 3, 2021',
      'Envoys leave Port Ellery with a page of proposals and two readings of it',
      '34 sentences read · 4 marked · Harbour talks 2021, version 1.2.0 of May 1, 2021',
      'Unmarked does not mean checked.',
    ])
      expect(header).toContain(part);
  });

  it('says when it is still reading', () => {
    render(<View {...readerProps(null, { page: { ...readPage(null), complete: false } as PageView })} />);
    expect(document.querySelector('.page-header')?.textContent).toContain('still reading');
  });

  it('says what is not known of the article', () => {
    const page = { kind: 'no-story', article: { ...ARTICLE, title: null, published: null }, packs: 1 } as const;
    render(<View {...readerProps(null, { page })} />);
    expect(document.querySelector('.page-header')?.textContent).toMatch(/no date found.*Article without a title/);
  });

  it('lists the marks before one is picked, and picks', () => {
    const events = spies();
    render(<View {...readerProps(null, { events })} />);
    const list = screen.getByRole('list', { name: 'Marks on this page' });
    expect(list.querySelectorAll('li')).toHaveLength(4);
    fireEvent.click(
      screen.getByRole('button', { name: /nothing worth the name.*Accounts differ · 7 accounts, 4 origins/ }),
    );
    expect(events.onPick).toHaveBeenCalledWith(0);
  });

  it('takes all marks off the page in one click, where there are any', () => {
    const events = spies();
    const { rerender } = render(<View {...readerProps(null, { events })} />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove marks' }));
    expect(events.onStop).toHaveBeenCalledOnce();
    rerender(<View {...readerProps(null, { events, page: readPage(null, []) })} />);
    expect(screen.queryByRole('button', { name: 'Remove marks' })).toBeNull();
  });

  it('lets the reader turn to the other question that the sentence speaks to', async () => {
    const events = spies();
    const both = madeMark({
      question: 'q-outcome',
      claim: 0,
      also: [{ question: questionOf('q-cranes').id, claim: null, relation: 'on-question', accounts: [], score: 0.8 }],
    });
    const page = readPage(0, [both]);
    const { rerender } = render(
      <View {...readerProps(0, { page, card: { kind: 'card', card: cardFor(both) }, events })} />,
    );
    const group = screen.getByRole('group', { name: 'Questions this sentence speaks to' });
    const [own, other] = within(group).getAllByRole('button');
    expect([own?.ariaPressed ?? own?.getAttribute('aria-pressed'), other?.getAttribute('aria-pressed')]).toEqual([
      'true',
      'false',
    ]);
    expect(other?.textContent).toBe(questionOf('q-cranes').asks);
    if (other !== undefined) fireEvent.click(other);
    expect(events.onAsk).toHaveBeenCalledWith(1);
    const turned = cardFor(markAsked(both, 1));
    rerender(<View {...readerProps(0, { page, asked: 1, card: { kind: 'card', card: turned }, events })} />);
    expect(screen.getByRole('article', { name: questionOf('q-cranes').asks })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Not the same claim' })).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });

  it('shows the picked mark: the page’s own words, its card, and the way to the next', () => {
    const events = spies();
    render(<View {...readerProps(0, { events })} />);
    expect(screen.getByText(firstMark.text, { selector: '.page-words' })).toBeTruthy();
    expect(screen.getByRole('article', { name: firstMark.asks })).toBeTruthy();
    expect(screen.getByText('Mark 1 of 4').getAttribute('role')).toBe('status');
    fireEvent.click(screen.getByRole('button', { name: 'Next mark' }));
    fireEvent.click(screen.getByRole('button', { name: 'Previous mark' }));
    expect(vi.mocked(events.onWalk).mock.calls).toEqual([[1], [-1]]);
  });

  it.each([
    ['j', {}, [[1]]],
    ['k', {}, [[-1]]],
    ['j', { ctrlKey: true }, []],
    ['j', { altKey: true }, []],
    ['j', { metaKey: true }, []],
    ['x', {}, []],
  ])('walks by %s %j', (key, modifiers, steps) => {
    const events = spies();
    render(<View {...readerProps(0, { events })} />);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Next mark' }), { key, ...modifiers });
    expect(vi.mocked(events.onWalk).mock.calls).toEqual(steps);
  });

  it('walks by letters wherever the focus is: it is nowhere once the list has gone', async () => {
    const events = spies();
    render(<View {...readerProps(0, { events })} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(events.onWalk).toHaveBeenCalledExactlyOnceWith(1);
    cleanup();
    await vi.waitFor(() => {
      events.onWalk.mockReset();
      fireEvent.keyDown(document.body, { key: 'j' });
      expect(events.onWalk).not.toHaveBeenCalled();
    });
  });

  it('leaves letters to fields', () => {
    const events = spies();
    render(<View {...readerProps(0, { events })} />);
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'j' });
    expect(events.onWalk).not.toHaveBeenCalled();
  });

  it('takes a mark off, says so, and takes that back', () => {
    const events = spies();
    const { rerender } = render(<View {...readerProps(0, { events })} />);
    fireEvent.click(screen.getByRole('button', { name: 'Not the same claim' }));
    expect(events.onReject).toHaveBeenCalledExactlyOnceWith(name);
    // The page has answered: the mark is gone from it, and nothing is picked.
    rerender(<View {...readerProps(null, { events, hidden: [hidden] })} />);
    const said = screen.getAllByRole('status').find(({ textContent }) => textContent.includes('Hidden'));
    expect(said?.textContent).toContain('Hidden: this sentence will not be marked with this question again.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(events.onRestore).toHaveBeenCalledExactlyOnceWith(name);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('shows what was taken off before, after it was closed and opened again', () => {
    const events = spies();
    render(<View {...readerProps(null, { events, hidden: [hidden] })} />);
    expect(screen.getByText('1 mark hidden by you')).toBeTruthy();
    fireEvent.click(screen.getByText('Show again'));
    expect(events.onRestore).toHaveBeenCalledExactlyOnceWith(hidden);
    expect(events.onConfirm).not.toHaveBeenCalled();
  });

  it.each([
    ['the claim that it was taken to state', { claim: 0 }, 'q-outcome'],
    ['that it speaks to the question, where it was taken to deny the claim', { claim: 0, relation: 'denies' }, null],
  ] as const)('shows again what is only like something hidden by saying the contrary: %s', (_what, change, whose) => {
    const events = spies();
    const mark = madeMark({ question: 'q-outcome', reasons: [{ kind: 'like-one-you-hid' }], ...change });
    render(<View {...readerProps(null, { events, hidden: [toHiddenMark(mark)] })} />);
    expect(screen.getByText('It is much like a sentence that you have hidden.')).toBeTruthy();
    fireEvent.click(screen.getByText('Show again'));
    const claim = whose === null ? null : questionOf(whose).claims[0]?.id;
    expect(events.onConfirm).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(name), claim);
    expect(events.onRestore).not.toHaveBeenCalled();
  });

  it('takes the reader’s word for what a sentence says, says so once, and takes that back', async () => {
    const events = spies();
    const { rerender } = render(<View {...readerProps(0, { events })} />);
    const [, deal] = questionOf('q-outcome').claims;
    const button = screen.getByRole('button', { name: `This is what it says: ${deal?.says ?? ''}` });
    fireEvent.click(button);
    expect(events.onConfirm).toHaveBeenCalledExactlyOnceWith(name, deal?.id);
    // The page has answered: the mark is now of that claim.
    const said = madeMark({ question: 'q-outcome', claim: 1, sentence: 3, reasons: [{ kind: 'reader-said' }] });
    const page = readPage(0, [said, ...MARKS.slice(1)]);
    rerender(<View {...readerProps(0, { events, page, card: { kind: 'card', card: cardFor(said) } })} />);
    const told = screen.getAllByRole('status').filter(({ textContent }) => textContent.includes('Noted'));
    expect(told.map(({ textContent }) => textContent)).toEqual([
      `Noted: by your word, this sentence says “${deal?.says ?? ''}” Undo`,
    ]);
    expect(screen.getByRole('button', { name: `Take back what you said: ${deal?.says ?? ''}` })).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(events.onRestore).toHaveBeenCalledExactlyOnceWith(name);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('begins the next card at its top, folded', () => {
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    const { container, rerender } = render(<View {...readerProps(0)} />);
    container.querySelectorAll<HTMLDetailsElement>('.card details').forEach((fold) => (fold.open = true));
    rerender(<View {...readerProps(0)} />);
    expect(scroll).not.toHaveBeenCalled();
    rerender(<View {...readerProps(1)} />);
    expect(scroll).toHaveBeenCalledExactlyOnceWith({ block: 'nearest' });
    expect(container.querySelectorAll('.card details[open]')).toHaveLength(0);
  });

  it.each([
    ['loading', 'Fetching the accounts…'],
    ['missing', 'The library no longer holds this question. Its pack may have been removed or replaced.'],
  ] as const)('says when there is no card: %s', (kind, text) => {
    render(<View {...readerProps(0, { card: { kind } })} />);
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('switches the site', () => {
    const events = spies();
    render(<View {...readerProps(0, { events })} />);
    const choice = screen.getByRole<HTMLSelectElement>('combobox', {
      name: 'When Parallax reads pages of strait.example',
    });
    expect([...choice.options].map(({ text }) => text)).toEqual(['On click', 'Always here', 'Off']);
    expect(choice.value).toBe('click');
    fireEvent.change(choice, { target: { value: 'site' } });
    expect(events.onSite).toHaveBeenCalledWith('site');
  });

  it('offers no “on click” where it reads everywhere', () => {
    render(<View {...readerProps(0, { site: { ...SITE, everywhere: true } })} />);
    const choice = screen.getByRole<HTMLSelectElement>('combobox');
    expect([...choice.options].map(({ value }) => value)).toEqual(['site', 'off']);
    expect(choice.value).toBe('site');
  });

  it('has no switch on a page without a site', () => {
    render(<View {...readerProps(null, { site: null, page: { kind: 'forbidden', why: 'browser' } })} />);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('leads to library and options', () => {
    const events = spies();
    render(<View {...readerProps(null, { events })} />);
    fireEvent.click(screen.getByRole('button', { name: 'Library' }));
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(events.onLibrary).toHaveBeenCalledOnce();
    expect(events.onOptions).toHaveBeenCalledOnce();
  });

  it.each([
    ['a card', readerProps(0)],
    ['a card with figures', readerProps(1)],
    ['a list', readerProps(null, { hidden: [hidden] })],
    ['an empty state', readerProps(null, { page: { kind: 'permission' } })],
  ])('passes axe with %s', async (_what, props) => {
    const { container } = render(<View {...props} />);
    container.querySelectorAll('details').forEach((fold) => (fold.open = true));
    expect(await axeViolations()).toEqual([]);
  });
});

describe('the popup alone', () => {
  it('goes back to the list and to the card again', () => {
    const events = spies();
    render(<PopupView {...readerProps(0, { events })} />);
    fireEvent.click(screen.getByRole('button', { name: 'All marks' }));
    expect(screen.queryByRole('article')).toBeNull();
    const current = screen.getAllByRole('button').filter((button) => button.getAttribute('aria-current') === 'true');
    expect(current).toHaveLength(1);
    if (current[0] !== undefined) fireEvent.click(current[0]);
    expect(screen.getByRole('article')).toBeTruthy();
  });

  it('opens the panel', () => {
    const events = spies();
    render(<PopupView {...readerProps(0, { events })} />);
    fireEvent.click(screen.getByRole('button', { name: 'Open panel' }));
    expect(events.onPanel).toHaveBeenCalledOnce();
  });

  it('is walked by keyboard from top to bottom', () => {
    render(<PopupView {...readerProps(null)} />);
    expect(tabOrder().map((name) => name.slice(0, 24))).toEqual([
      'When Parallax reads page',
      'A spokeswoman for the sh',
      'The harbour board has na',
      'Of 152 cranes in the con',
      'A shed burned on pier 4.',
      'Open panel',
      'Library',
      'Options',
      'Remove marks',
    ]);
  });
});
