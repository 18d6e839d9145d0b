/** The library page over a real database and its worker's own code: found, opened, changed, binned and brought back by keyboard. */
import '../ui/i18n-stub.ts';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '@/lib/beside/library-page.tsx';
import type { Note } from '@/lib/core/note.ts';
import { openLibraryDb, type LibraryDb } from '@/lib/storage/db.ts';
import { createEntrySource } from '@/lib/storage/entry-source.ts';
import { watchChanges } from '@/lib/storage/library-changes.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { buildArticle, buildNote, idOf, keyOf, passage } from '../finder/build-notes.ts';
import { axeViolations } from '../ui/check-axe.ts';
import { finderInProcess } from './finder-in-process.ts';
import { active, list, press, rows, says, showsRows } from './library-in-view.ts';
import { answerAboutNotes } from './note-background.ts';

declare const browser: { readonly runtime: object; tabs?: object };

const NOTES: readonly Note[] = [
  buildNote(1, { passage: passage('The talks ended on Friday'), body: 'See https://kiva.example/a.', flag: 'figure' }),
  buildNote(2, { passage: passage('Cranes stood still'), tags: ['cranes'] }),
  buildNote(3, { passage: null, body: 'On the whole page', tags: ['cranes', 'law'] }),
];

let db: LibraryDb;
let library: Library;
let stop: () => void = () => undefined;
const create = vi.fn(() => Promise.resolve());
/** What the background would answer; a test may put another in its place. */
const answer = vi.fn<(name: string, payload: unknown) => Promise<unknown>>();

beforeEach(async () => {
  vi.clearAllMocks();
  location.hash = '#/notes';
  db = openLibraryDb(`test-${Math.random()}`);
  library = createLibrary(db);
  await db.notes.bulkPut(NOTES);
  await library.articles.put(
    buildArticle('island.example/talks', { title: 'Ships sail again', outlet: 'The Herald' }),
    [],
  );
  answer.mockImplementation(background);
  Object.assign(browser.runtime, {
    sendMessage: async ({ name, payload }: { name: string; payload: unknown }) => ({
      ok: true,
      answer: await answer(name, payload),
    }),
    openOptionsPage: () => Promise.resolve(),
  });
  Object.assign(browser, { tabs: { create } });
});
afterEach(async () => {
  cleanup();
  stop();
  await db.delete();
});

const background = (name: string, payload: unknown) => answerAboutNotes(library, name, payload);

/** What comes after a test has closed its database is of no interest. */
const onError = vi.fn();
const open = () =>
  render(
    <LibraryPage
      library={library}
      finder={finderInProcess(createEntrySource(db), (changed) => (stop = watchChanges(db, changed)))}
      onError={onError}
    />,
  );

describe('the list', () => {
  it('shows every note, newest first, with how many there are', async () => {
    open();
    await showsRows(3);
    await waitFor(() => expect(rows()[0]?.textContent).toContain('On the whole page'));
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('3');
    expect(rows()[2]?.getAttribute('aria-posinset')).toBe('3');
    await waitFor(() => expect(rows()[2]?.textContent).toContain('The Herald'));
    await says('3 notes');
  });

  it('searches from “/”, and goes on into the list by the arrow key', async () => {
    open();
    await showsRows(3);
    fireEvent.keyDown(document.body, { key: '/' });
    const field = screen.getByRole('searchbox');
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: 'ships fri' } });
    await showsRows(1);
    await says('1 of 3 notes');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(list());
    expect(active()?.textContent).toContain('The talks ended');
  });

  it('says when nothing is found', async () => {
    open();
    await showsRows(3);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'zeppelin' } });
    await waitFor(() => expect(screen.getByText('No note has all of this.')).toBeTruthy());
  });

  it('narrows by a facet', async () => {
    open();
    await showsRows(3);
    fireEvent.click(await screen.findByRole('checkbox', { name: /cranes/ }));
    await showsRows(2);
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await showsRows(3);
  });

  it('passes axe', async () => {
    open();
    await showsRows(3);
    await screen.findByText('In numbers');
    press('a', { ctrlKey: true });
    expect(await axeViolations()).toEqual([]);
  });
});

describe('a note', () => {
  async function openLast() {
    open();
    await says('3 notes');
    press('End');
    press('Enter');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    return screen.findByRole('article', { name: 'The talks ended on Friday' });
  }

  it('opens with Enter, and closes with Escape', async () => {
    const item = await openLast();
    expect(within(item).getByRole('link', { name: 'Ships sail again' })).toBeTruthy();
    expect(within(item).getByRole('link', { name: /kiva/ }).getAttribute('href')).toBe('https://kiva.example/a');
    press('Escape');
    expect(location.hash).toBe('#/notes');
  });

  it('opens its page at the passage', async () => {
    const item = await openLast();
    fireEvent.click(within(item).getByRole('button', { name: 'Open at the passage' }));
    expect(create).toHaveBeenCalledWith({
      url: 'https://island.example/talks#:~:text=The%20talks%20ended%20on%20Friday',
    });
  });

  it('is edited in place, and said to be saved only when it is', async () => {
    const item = await openLast();
    fireEvent.click(within(item).getByRole('button', { name: 'Edit' }));
    fireEvent.input(await within(item).findByLabelText('Note'), { target: { value: 'Who counted?' } });
    answer.mockResolvedValueOnce({ kind: 'not-saved', why: 'full' });
    answer.mockImplementation(background);
    fireEvent.click(within(item).getByRole('button', { name: 'Save' }));
    const alert = await within(item).findByRole('alert');
    expect(alert.textContent).toContain('Your text is still here');
    expect(within(item).getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Who counted?');
    expect((await library.notes.get(idOf(1)))?.body).not.toBe('Who counted?');
    fireEvent.click(within(item).getByRole('button', { name: 'Try again' }));
    await says('Saved.');
    expect((await library.notes.get(idOf(1)))?.body).toBe('Who counted?');
    await within(item).findByText('Who counted?');
  });

  it('that is no longer found says what to do', async () => {
    await library.notes.anchored(idOf(1), { kind: 'orphan' });
    const item = await openLast();
    expect(item.textContent).toContain('not found when the page was last read');
    expect(item.textContent).toContain('Attach to the selected words');
    expect(await axeViolations()).toEqual([]);
  });

  it('that is gone says so', async () => {
    location.hash = `#/notes/${idOf(9)}`;
    open();
    await screen.findByText('This note is no longer in the library.');
  });
});

describe('by keyboard', () => {
  it('throws the active note away, and takes that back', async () => {
    open();
    await showsRows(3);
    await waitFor(() => expect(rows()[0]?.textContent).toContain('On the whole page'));
    press('ArrowDown');
    await waitFor(() => expect(active()?.textContent).toContain('Cranes'));
    press('Delete');
    await says('Deleted: Cranes stood still');
    await showsRows(2);
    press('z', { ctrlKey: true });
    await says('The note is back.');
    await showsRows(3);
  });

  it('selects a range, tags it, and takes that back', async () => {
    open();
    await says('3 notes');
    press('ArrowDown', { shiftKey: true });
    expect(rows().map((row) => row.getAttribute('aria-selected'))).toEqual(['true', 'true', 'false']);
    const bar = within(screen.getByRole('group', { name: 'Selected notes' }));
    fireEvent.input(bar.getByRole('combobox', { name: 'Tags' }), { target: { value: 'Cranes, new' } });
    fireEvent.click(bar.getByRole('button', { name: 'Add tag' }));
    await says('2 notes are changed.');
    expect(answer).toHaveBeenCalledWith('library.changed', undefined);
    expect((await library.notes.get(idOf(2)))?.tags).toEqual(['cranes', 'new']);
    expect((await library.notes.get(idOf(3)))?.tags).toEqual(['cranes', 'law', 'new']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await says('Taken back.');
    expect((await library.notes.get(idOf(3)))?.tags).toEqual(['cranes', 'law']);
  });

  it('throws away all that is found; the bin gives it back', async () => {
    open();
    await says('3 notes');
    press('a', { ctrlKey: true });
    press('Delete');
    await says('3 notes are in the bin.');
    location.hash = '#/bin';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await screen.findByRole('listbox', { name: 'Bin' });
    await showsRows(3);
    expect(await axeViolations()).toEqual([]);
    press('a', { ctrlKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Put back' }));
    await says('3 notes are back.');
    expect((await library.notes.on([keyOf('island.example/talks')])).length).toBe(3);
  });

  it('tells when the disk is full, and that nothing was changed', async () => {
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    open();
    await says('3 notes');
    press(' ');
    db.notes.hook('updating', () => {
      throw full;
    });
    press('Delete');
    await says('This was not done');
    expect(await library.noteListing.count()).toBe(3);
  });
});

describe('articles', () => {
  const kept = (text: string, first: number) => ({
    article: keyOf('island.example/talks'),
    hash: String(first).repeat(64),
    text,
    first,
    last: first,
  });
  async function openArticle() {
    await library.articles.put(buildArticle('island.example/talks', { title: 'Ships sail again' }), [
      kept('The talks began on Monday.', 1),
      kept('The talks ended on Monday.', 2),
    ] as never);
    location.hash = '#/articles';
    open();
    await showsRows(1);
    await waitFor(() => expect(rows()[0]?.textContent).toContain('3 notes'));
    press('Enter');
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    return screen.findByRole('article', { name: 'Ships sail again' });
  }

  it('show their notes, and what changed between two readings', async () => {
    const item = await openArticle();
    expect(
      within(item)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toContain('Cranes stood still');
    expect(item.querySelector('del')?.textContent).toContain('began');
    expect(item.querySelector('ins')?.textContent).toContain('ended');
    expect(await axeViolations()).toEqual([]);
  });

  it('are removed, and their notes stay', async () => {
    const item = await openArticle();
    fireEvent.click(within(item).getByText('Remove from the library…'));
    fireEvent.click(within(item).getByRole('button', { name: 'Remove it' }));
    await says('The article is removed; its notes stay.');
    expect(await library.articleListing.count()).toBe(0);
    expect(await library.noteListing.count()).toBe(3);
  });
});

it('opens at the reader’s own notes where there are any, else at the packs', async () => {
  location.hash = '';
  open();
  await waitFor(() => expect(location.hash).toBe('#/notes'));
  cleanup();
  await library.wipe();
  location.hash = '';
  open();
  await waitFor(() => expect(location.hash).toBe('#/packs'));
});
