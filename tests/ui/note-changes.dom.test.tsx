/** The difference between a passage as it was noted and as it is now. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { NoteChanges } from '@/lib/ui/note-changes.tsx';
import { NOTES } from './sample-notes.ts';

afterEach(cleanup);

const { note, state } = NOTES.CHANGED;
const sample = { noted: note.passage?.exact ?? '', now: state.kind === 'changed' ? state.now : '' };
const draw = ({ noted, now }: typeof sample) => render(<NoteChanges noted={noted} now={now} language="en" />);
const diff = () => document.querySelector('.diff');
/** As it reads to the eye, without what is there for the ear. */
const seen = (without: string): string => {
  const copy = diff()?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  copy.querySelectorAll(`.sr-only, ${without}`).forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
};
const changes = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

it('shows both readings in one text', () => {
  draw(sample);
  expect(seen('ins')).toBe(sample.noted);
  expect(seen('del')).toBe(sample.now);
});

it('says for the ear where something has gone and come', () => {
  draw({ noted: 'The board named no figure.', now: 'The board named a figure.' });
  expect(diff()?.textContent).toBe('The board named [gone: no] [new: a] figure.');
});

it('says in words what changed in numbers, dates, names and denials', () => {
  draw(sample);
  expect(changes()).toEqual(
    expect.arrayContaining([
      'Number: “1,500” is now “1,800”',
      'Name: “Lena Ortiz” is now “Ada Falk”',
      'Date: “2 March” is now “4 March”',
      'Denial: “not” is new',
    ]),
  );
});

it.each([
  ['He did not go.', 'He did go.', 'Denial: “not” is gone'],
  ['Some people came.', 'Some 40 people came.', 'Number: “40” is new'],
])('%j, now %j: %s', (noted, now, words) => {
  draw({ noted, now });
  expect(changes()).toEqual([words]);
});

it('has no list where nothing of the kind has changed', () => {
  draw({ noted: 'The weather was fine.', now: 'The weather was good.' });
  expect(changes()).toEqual([]);
  expect(screen.queryByRole('list')).toBeNull();
});

it('shows the beginning of a very long one, and all of it when asked', () => {
  const words = 'and the harbour lay still '.repeat(60);
  draw({ noted: `Early ${words}end`, now: `Late ${words}finish` });
  expect(seen('del')).toMatch(/^Late and the harbour.*…$/);
  fireEvent.click(screen.getByRole('button', { name: 'Show all of it' }));
  expect(seen('del')).toMatch(/^Late and the harbour.*finish$/);
});
