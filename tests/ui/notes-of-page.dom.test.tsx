/** The notes of the page: the list in the panel, the count in the popup, and what is said of them. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NoteNotice, Noting, PlacedNote } from '@/lib/ui/noting.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { PopupView } from '@/lib/ui/popup-view.tsx';
import { axeViolations } from './check-axe.ts';
import { NOTES, noting, sampleNote } from './sample-notes.ts';
import { readerProps } from './sample-props.ts';
import { spies } from './reader-spies.ts';

afterEach(cleanup);

const { WHOLE, HIGHLIGHT, TWICE, GONE } = NOTES;
const noteSpies = () => ({
  onNote: vi.fn(),
  onShow: vi.fn(),
  onEdit: vi.fn(),
  onDelete: vi.fn(),
  onRestore: vi.fn(),
  onLink: vi.fn(),
  onAttach: vi.fn(),
  onSearchAgain: vi.fn(),
  onDismiss: vi.fn(),
});
const panel = (change: Partial<Noting> = {}, notes?: readonly PlacedNote[]) => (
  <PanelView {...readerProps(null, { noting: noting(notes, change) })} />
);
const listed = (name: string) => screen.getByRole('article', { name });
const buttonsOf = (article: HTMLElement) =>
  within(article)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const status = () => screen.getAllByRole('status').find(({ className }) => className === 'note-notice');

describe('in the panel', () => {
  it('lists the notes in reading order, and apart those whose words have gone', () => {
    render(panel());
    expect(screen.getByText('5 notes on this page · 1 no longer found')).toBeTruthy();
    const kinds = screen.getAllByRole('article').map((article) => article.querySelector('b')?.textContent);
    expect(kinds).toEqual(['Note on the page', 'Highlight', 'Flag: figure', 'Note', 'Flag: missing context']);
    const gone = screen.getByRole('region', { name: 'No longer on this page' });
    expect(within(gone).getAllByRole('article')).toEqual([listed('Flag: missing context')]);
    expect(gone.textContent).toContain('The cranes will be back at work by Friday.');
  });

  it('shows of a note its kind, colour and dates in words, its passage, body and tags', () => {
    render(panel());
    const note = listed('Flag: figure');
    expect(note.querySelector('.meta')?.textContent.trim()).toBe(
      'Flag: figure · orange · March 3, 2021 · changed March 5, 2021',
    );
    expect(note.querySelector('.own-flag.own-orange')?.getAttribute('aria-hidden')).toBe('true');
    expect(listed('Highlight').querySelector('q')?.textContent).toBe('nothing worth the name had come of the talks');
    const paragraphs = [...note.querySelectorAll('.note-body p')].map(({ textContent }) => textContent);
    expect(paragraphs).toEqual(['Where is this from?', 'The union says 1,351.']);
    const tags = within(note).getByRole('list', { name: 'Tags' });
    expect([...tags.children].map(({ textContent }) => textContent)).toEqual(['figures', 'strike']);
    expect(listed('Note').textContent).toContain('stand in 2 places on the page');
  });

  it.each([
    ['Note on the page', ['Edit', 'Delete']],
    ['Highlight', ['Show', 'Edit', 'Copy link to passage', 'Delete']],
    ['Flag: figure', ['Show', 'Edit', 'Copy link to passage', 'Delete']],
    ['Note', ['Attach to the selected words', 'Edit', 'Delete']],
    ['Flag: missing context', ['Attach to the selected words', 'Edit', 'Delete']],
  ])('offers for “%s” what can be done there', (name, buttons) => {
    render(panel());
    expect(buttonsOf(listed(name)).filter((label) => !label.startsWith('Show '))).toEqual(buttons);
  });

  const about = 'nothing worth the name had come of the talks';
  it.each([
    [`Show: ${about}`, 'onShow', HIGHLIGHT.note.id],
    [`Edit: ${about}`, 'onEdit', HIGHLIGHT.note.id],
    [`Copy link to passage: ${about}`, 'onLink', HIGHLIGHT.note.id],
    [`Delete: ${about}`, 'onDelete', HIGHLIGHT.note],
    ['Edit: Compare with the board’s own report.', 'onEdit', WHOLE.note.id],
    ['Attach to the selected words: a source close to the talks', 'onAttach', TWICE.note.id],
    ['Attach to the selected words: The cranes will be back at work by Friday.', 'onAttach', GONE.note.id],
    ['Search again', 'onSearchAgain', undefined],
  ] as const)('“%s” calls %s', (name, event, what) => {
    const events = noteSpies();
    render(panel({ events }));
    fireEvent.click(screen.getByRole('button', { name }));
    const calls = vi.mocked<(...what: readonly unknown[]) => void>(events[event]).mock.calls;
    expect(calls.map(([first]) => (first instanceof Event ? undefined : first))).toEqual([what]);
  });

  it('shows the beginning of what is very long, and all of it when asked', () => {
    const body = `Begin ${'word '.repeat(2000)}end`;
    render(panel({}, [{ ...WHOLE, note: sampleNote({ passage: null, body }) }]));
    const text = () => document.querySelector('.note-body')?.textContent ?? '';
    expect([text().startsWith('Begin word'), text().endsWith('word…'), text().length < 800]).toEqual([
      true,
      true,
      true,
    ]);
    const button = screen.getByRole('button', { name: 'Show all of it' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(text()).toBe(body);
    fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
    expect(text().length).toBeLessThan(800);
  });

  it('folds the notes while a card is read', () => {
    const { rerender } = render(panel());
    const fold = () => document.querySelector<HTMLDetailsElement>('.own-notes')?.open;
    expect(fold()).toBe(true);
    rerender(<PanelView {...readerProps(0, { noting: noting() })} />);
    expect(fold()).toBe(false);
  });

  it.each([
    ['there are none', noting([])],
    ['they are not known yet', noting([], { notes: { kind: 'loading' } })],
  ])('has no list where %s', (_what, none) => {
    render(<PanelView {...readerProps(null, { noting: none })} />);
    expect(document.querySelector('.own-notes')).toBeNull();
    expect(screen.queryByText(/could not be looked up/)).toBeNull();
  });

  it('does not say that there are none where they could not be looked up', () => {
    render(panel({ notes: { kind: 'failed' } }));
    expect(screen.getByText(/^Your notes on this page could not be looked up/)).toBeTruthy();
  });

  it.each([
    ['all kinds of notes', panel()],
    ['one deleted', panel({ notice: { kind: 'deleted', id: HIGHLIGHT.note.id, name: 'x' } })],
    [
      'a link to copy by hand',
      panel({ notice: { kind: 'link', href: 'https://a.example/#:~:text=b', copied: false } }),
    ],
  ])('passes axe with %s', async (_what, view) => {
    render(view);
    expect(await axeViolations()).toEqual([]);
  });
});

describe('what came of it is said once', () => {
  const lost = 'Try again; if that does not help, restart the browser.';
  const cases: readonly (readonly [NoteNotice, string])[] = [
    [{ kind: 'editing' }, 'The editor is open in the page.'],
    [{ kind: 'nothing' }, 'What you wanted to write on is no longer there. Pick it again.'],
    [{ kind: 'not-here' }, 'The words of this note were not found on the page as it now is.'],
    [{ kind: 'unreachable' }, 'The page does not answer. Nothing was changed. Read it again, then try once more.'],
    [{ kind: 'restored' }, 'The note is back.'],
    [{ kind: 'attached' }, 'The note now stands on the selected words.'],
    [{ kind: 'select-first' }, 'Nothing is selected. Select the words in the page first, then press the button again.'],
    [{ kind: 'searched' }, 'The page was searched again.'],
    [{ kind: 'link', href: 'https://a.example/', copied: true }, 'The link to the passage is copied.'],
    [
      { kind: 'no-link', why: 'not-unique' },
      'No link was copied: these words stand on the page more than once, so a link could open at the wrong place.',
    ],
    [{ kind: 'no-link', why: 'no-words' }, 'No link was copied: there are no words here that a link could lead to.'],
    [{ kind: 'no-link', why: 'not-found' }, 'No link was copied: the words were not found on the page as it now is.'],
    [{ kind: 'no-link', why: 'no-address' }, 'No link was copied: this page has no address on the web.'],
    [
      { kind: 'failed', doing: 'delete', why: 'unavailable' },
      `The note was not deleted. The library could not be opened. Nothing in it has changed. ${lost}`,
    ],
    [
      { kind: 'failed', doing: 'restore', why: 'full' },
      'The note could not be brought back; it stays in the bin. There is no space left on the disk. Nothing that you wrote is lost: free some space, then try again.',
    ],
    [
      { kind: 'failed', doing: 'attach', why: 'corrupt' },
      'The note was not moved. Its entry in the library cannot be read, and was left as it is.',
    ],
    [{ kind: 'failed', doing: 'delete', why: 'missing' }, 'The note was not deleted. It is no longer in the library.'],
  ];
  it.each(cases)('%j', (notice, words) => {
    const { rerender } = render(panel());
    // There before anything is said, so that it is read out.
    expect(status()?.textContent).toBe('');
    rerender(panel({ notice }));
    expect(status()?.textContent).toBe(words);
    expect(screen.getAllByText(words)).toHaveLength(1);
  });

  it('a link that could not be copied is there to be copied by hand', () => {
    render(panel({ notice: { kind: 'link', href: 'https://a.example/#:~:text=b', copied: false } }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: /link to the passage/ });
    expect([field.value, field.readOnly]).toEqual(['https://a.example/#:~:text=b', true]);
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  });

  it('stays until it is dismissed', () => {
    const events = noteSpies();
    render(panel({ events, notice: { kind: 'attached' } }));
    fireEvent.click(within(status() ?? document.body).getByRole('button', { name: 'Close' }));
    expect(events.onDismiss).toHaveBeenCalledOnce();
  });
});

describe('a deleted note', () => {
  const deleted = (note: PlacedNote): NoteNotice => ({ kind: 'deleted', id: note.note.id, name: 'the words' });

  it.each([
    ['the next', [WHOLE, HIGHLIGHT, TWICE], HIGHLIGHT, 'Note'],
    ['the one before, at the end', [WHOLE, HIGHLIGHT], HIGHLIGHT, 'Note on the page'],
  ])('gives the keyboard to “Undo”, and then to %s', (_which, notes, gone, next) => {
    const events = noteSpies();
    const { rerender } = render(panel({ events }, notes));
    fireEvent.click(screen.getByRole('button', { name: /^Delete: nothing worth/ }));
    const left = notes.filter((placed) => placed !== gone);
    rerender(panel({ events, notice: deleted(gone) }, left));
    expect(status()?.textContent).toBe('Deleted: the wordsUndo');
    expect(document.activeElement?.textContent).toBe('Undo');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(events.onRestore).toHaveBeenCalledExactlyOnceWith(gone.note.id);
    expect(document.activeElement).toBe(listed(next));
  });

  it('gives it to what is left when it was the only one', () => {
    const events = noteSpies();
    const { rerender } = render(panel({ events }, [HIGHLIGHT]));
    fireEvent.click(screen.getByRole('button', { name: /^Delete/ }));
    rerender(panel({ events, notice: deleted(HIGHLIGHT) }, []));
    fireEvent.click(within(status() ?? document.body).getByRole('button', { name: 'Close' }));
    expect(events.onDismiss).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Note on this page' }));
  });
});

describe('the keyboard stays with what it worked on', () => {
  it.each([
    ['a note that is put on other words', /^Attach.*The cranes/, () => listed('Flag: missing context')],
    ['the list, once all are found again', 'Search again', () => screen.getByText('1 note on this page')],
  ])('%s', async (_what, name, place) => {
    const { rerender } = render(panel({}, [GONE]));
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
    rerender(panel({ notice: { kind: 'attached' } }, [{ ...GONE, state: { kind: 'found' } }]));
    await vi.waitFor(() => expect(document.activeElement).toBe(place()));
  });

  it('and is not taken from where it has gone meanwhile', () => {
    const { rerender } = render(panel({}, [GONE]));
    fireEvent.click(screen.getByRole('button', { name: /^Attach/ }));
    const elsewhere = screen.getByRole('button', { name: 'Note on this page' });
    elsewhere.focus();
    rerender(panel({}, [{ ...GONE, state: { kind: 'found' } }]));
    expect(document.activeElement).toBe(elsewhere);
  });
});

describe('in the popup', () => {
  it.each([null, 0])('counts the notes and leads to the panel, mark picked: %s', async (picked) => {
    const events = spies();
    render(<PopupView {...readerProps(picked, { events, noting: noting() })} />);
    const name = '5 notes on this page · 1 no longer found: open the panel';
    fireEvent.click(screen.getByRole('button', { name }));
    expect(events.onPanel).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
    expect(await axeViolations()).toEqual([]);
  });

  it('says what went wrong', () => {
    render(<PopupView {...readerProps(0, { noting: noting([], { notice: { kind: 'unreachable' } }) })} />);
    expect(status()?.textContent).toContain('The page does not answer.');
  });

  it('does not say that there are none where they could not be looked up', () => {
    render(<PopupView {...readerProps(null, { noting: noting([], { notes: { kind: 'failed' } }) })} />);
    expect(screen.getByText(/could not be looked up/)).toBeTruthy();
  });
});
