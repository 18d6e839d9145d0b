/** Note and flag on the mark that a card is of, and on the page as a whole. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FLAG_KINDS } from '@/lib/core/note.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { PopupView } from '@/lib/ui/popup-view.tsx';
import { axeViolations } from './check-axe.ts';
import { NO_NOTE_EVENTS, noting } from './sample-notes.ts';
import { ARTICLE, cardFor, madeMark, readPage, readerProps } from './sample-props.ts';
import { questionOf } from '../card/harbour-pack.ts';

afterEach(cleanup);

const VIEWS = [
  ['popup', PopupView],
  ['panel', PanelView],
] as const;

const draw = (View: typeof PopupView, picked: number | null, change: Partial<Parameters<typeof PopupView>[0]> = {}) => {
  const onNote = vi.fn();
  const events = { ...NO_NOTE_EVENTS, onNote };
  return { onNote, ...render(<View {...readerProps(picked, { noting: noting([], { events }), ...change })} />) };
};
const flagButton = () => screen.getByRole('button', { name: 'Flag' });
const items = () => within(screen.getByRole('menu')).getAllByRole('menuitem');

describe.each(VIEWS)('in the %s', (_name, View) => {
  it('a note is begun on the picked mark', () => {
    const { onNote } = draw(View, 2);
    fireEvent.click(screen.getByRole('button', { name: 'Note' }));
    expect(onNote).toHaveBeenCalledExactlyOnceWith({ on: 'mark', mark: 2 }, null);
  });

  it.each(FLAG_KINDS.map((flag, at) => [flag, at] as const))('a flag is put on it: %s', (flag, at) => {
    const { onNote } = draw(View, 1);
    fireEvent.click(flagButton());
    expect(items().map(({ textContent }) => textContent)).toEqual([
      'question',
      'figure',
      'source',
      'quote',
      'missing context',
    ]);
    const item = items()[at];
    if (item !== undefined) fireEvent.click(item);
    expect(onNote).toHaveBeenCalledExactlyOnceWith({ on: 'mark', mark: 1 }, flag);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(flagButton());
  });

  it.each([
    ['N on a mark', 'n', 0, [[{ on: 'mark', mark: 0 }, null]]],
    ['N where none is picked', 'n', null, [[{ on: 'page' }, null]]],
    ['F where none is picked', 'f', null, []],
  ] as const)('%s', (_what, key, picked, calls) => {
    const { onNote } = draw(View, picked);
    fireEvent.keyDown(screen.getByRole('heading', { level: 1 }), { key });
    expect(onNote.mock.calls).toEqual(calls);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('F opens the kinds of flag and moves there', () => {
    draw(View, 0);
    fireEvent.keyDown(screen.getByRole('heading', { level: 1 }), { key: 'f' });
    expect(flagButton().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(items()[0]);
  });

  it('closes the kinds of flag when another mark is walked to', () => {
    Element.prototype.scrollIntoView = vi.fn();
    const { rerender } = draw(View, 0);
    fireEvent.click(flagButton());
    rerender(<View {...readerProps(1, { noting: noting([]) })} />);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('offers neither on a further question of the sentence: a flag takes along what is known of the mark’s own', () => {
    const both = madeMark({
      question: 'q-outcome',
      claim: 0,
      also: [{ question: questionOf('q-cranes').id, claim: null, relation: 'on-question', accounts: [], score: 0.8 }],
    });
    const { onNote } = draw(View, 0, {
      page: readPage(0, [both]),
      asked: 1,
      card: { kind: 'card', card: cardFor(both) },
    });
    expect(screen.queryByRole('button', { name: /^(?:Note|Flag)$/ })).toBeNull();
    fireEvent.keyDown(screen.getByRole('heading', { level: 1 }), { key: 'n' });
    expect(onNote).not.toHaveBeenCalled();
  });

  it('offers neither where nothing can be written on', () => {
    draw(View, 0, { noting: null });
    expect(screen.queryByRole('button', { name: /Note|Flag/ })).toBeNull();
  });

  it.each([
    ['a known story, no mark picked', readPage(null)],
    ['no known story', { kind: 'no-story', article: ARTICLE, packs: 1 }],
    ['no article', { kind: 'no-article', why: 'too-short' }],
  ] as const)('a note on the page is begun: %s', async (_what, page) => {
    const { onNote } = draw(View, null, { page });
    fireEvent.click(screen.getByRole('button', { name: 'Note on this page' }));
    expect(onNote).toHaveBeenCalledExactlyOnceWith({ on: 'page' }, null);
    expect(await axeViolations()).toEqual([]);
  });

  it('passes axe with the kinds of flag open', async () => {
    draw(View, 0);
    fireEvent.click(flagButton());
    expect(await axeViolations()).toEqual([]);
  });
});

describe('the kinds of flag by keyboard', () => {
  const press = (...keys: readonly string[]) => {
    for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
  };
  const focused = () => document.activeElement?.textContent;

  it.each([
    [['ArrowDown'], 'figure'],
    [['ArrowDown', 'ArrowDown', 'ArrowUp'], 'figure'],
    [['ArrowUp'], 'missing context'],
    [['End'], 'missing context'],
    [['End', 'ArrowDown'], 'question'],
    [['End', 'Home'], 'question'],
    [['q'], 'quote'],
    [['q', 'q'], 'question'],
    [['m'], 'missing context'],
    [['x'], 'question'],
    [['j'], 'question'],
  ])('%j leads to “%s”', (keys, words) => {
    draw(PopupView, 0);
    flagButton().focus();
    press('ArrowDown', ...keys);
    expect(focused()).toBe(words);
  });

  it('letters mean nothing else meanwhile', () => {
    const { onNote } = draw(PopupView, 0);
    fireEvent.click(flagButton());
    press('n');
    expect(onNote).not.toHaveBeenCalled();
  });

  it('Escape closes them alone, and the focus is back', () => {
    draw(PopupView, 0);
    fireEvent.click(flagButton());
    // The browser closes the popup unless the key has been put to use.
    const unused = fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(unused).toBe(false);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(flagButton());
  });

  it('they close when the focus goes elsewhere', async () => {
    draw(PopupView, 0);
    fireEvent.click(flagButton());
    screen.getByRole('button', { name: 'Note' }).focus();
    await vi.waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(flagButton().getAttribute('aria-expanded')).toBe('false');
  });

  it('a press on a button does not move the focus before it is a click', () => {
    draw(PopupView, 0);
    fireEvent.click(flagButton());
    const [item] = items();
    expect(item !== undefined && fireEvent.mouseDown(item)).toBe(false);
    expect(fireEvent.mouseDown(flagButton())).toBe(false);
  });

  it('a second press on the button closes them', () => {
    draw(PopupView, 0);
    fireEvent.click(flagButton());
    fireEvent.click(flagButton());
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
