/** The reader's notes on a page as it is, and as it becomes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { Note, Passage } from '@/lib/core/note.ts';
import type { NotesOnPage } from '@/lib/messages/note-protocol.ts';
import { keepPageNotes, type NotesAsk, type PageNotesKeeper } from '@/lib/reading/page-notes.ts';
import { openPage } from '@/tests/article/open-page.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';

const TEXT = {
  lead: 'Talks between the two harbours resumed on Monday after a pause of nine weeks.',
  hurt: 'At least 120 people were hurt when the pier gave way, the mayor of Kiva said on Sunday.',
  last: 'Nobody has yet said who will pay for the repairs to the pier and the two cranes beside it.',
};
/** Of its own: the one that the test runner gives has been tampered with, which the reading of a page notices. */
const document = openPage('<!doctype html><html lang="en"><body></body></html>');
let life: AbortController;
let address = 'https://kiva-herald.example/2021/harbour-talks-resume';
let held: NotesOnPage;
const notesOn = vi.fn<NotesAsk['notesOn']>();
const anchored = vi.fn<NotesAsk['anchored']>();
const changed = vi.fn<() => void>();

beforeEach(() => {
  life = new AbortController();
  address = 'https://kiva-herald.example/2021/harbour-talks-resume';
  held = { notes: [], drafts: [] };
  notesOn.mockReset().mockImplementation(() => Promise.resolve(held));
  anchored.mockReset().mockResolvedValue(undefined);
  changed.mockReset();
  write(TEXT.lead, TEXT.hurt, TEXT.last);
});
afterEach(() => life.abort());

function write(...paragraphs: readonly string[]): void {
  document.body.replaceChildren(
    ...paragraphs.map((words) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      return paragraph;
    }),
  );
}
const start = (): PageNotesKeeper =>
  keepPageNotes({ document, address: () => address }, { notesOn, anchored }, changed, life.signal);
/** As the reader would have selected the words on this very page. */
async function passageOf(words: string): Promise<Passage> {
  const live = await start().look();
  if (live === null) throw new Error('no page');
  const at = live.index.text.indexOf(words);
  return describePassage(live.index, { start: at, end: at + words.length });
}
const noteOn = async (words: string, n = 1, change: Partial<Note> = {}): Promise<Note> =>
  sampleNote(n, { passage: await passageOf(words), ...change });
const seen = (keeper: PageNotesKeeper) =>
  keeper.notes().map(({ note, state, ranges }) => [note.id.slice(-1), state.kind, ranges.join('')]);

describe('notes of a page', () => {
  it('are found where they were made, in reading order, those on the whole page first', async () => {
    const onPage = sampleNote(3, { passage: null });
    held = { notes: [await noteOn('the mayor of Kiva', 1), onPage, await noteOn('nine weeks', 2)], drafts: [] };
    const keeper = start();
    await keeper.refresh();
    expect(seen(keeper)).toEqual([
      ['3', 'found', ''],
      ['2', 'found', 'nine weeks'],
      ['1', 'found', 'the mayor of Kiva'],
    ]);
    expect(anchored).toHaveBeenCalledOnce();
    expect(changed).toHaveBeenCalled();
  });

  it('cost no look at the page where there are none', async () => {
    const keeper = start();
    await keeper.refresh();
    expect(keeper.page()).toBeNull();
    expect(changed).not.toHaveBeenCalled();
    expect(anchored).not.toHaveBeenCalled();
  });

  it('tell what the words have become, and when they have gone', async () => {
    const words = 'At least 120 people were hurt when the pier gave way, the mayor of Kiva said on Sunday.';
    held = { notes: [await noteOn(words, 1), await noteOn(TEXT.last, 2)], drafts: [] };
    write(TEXT.lead, TEXT.hurt.replace('120', '135'), 'An unrelated ending.');
    const keeper = start();
    await keeper.refresh();
    expect(keeper.notes().map(({ state }) => state)).toEqual([
      { kind: 'changed', now: words.replace('120', '135') },
      { kind: 'orphan' },
    ]);
    const told = anchored.mock.calls.at(-1)?.[0].found.map(({ state }) => state.kind);
    expect(told).toEqual(['changed', 'orphan']);
  });

  it('are found again when the page draws the same words anew, without telling the library twice', async () => {
    held = { notes: [await noteOn('nine weeks')], drafts: [] };
    const keeper = start();
    await keeper.refresh();
    const before = keeper.notes()[0]?.ranges[0]?.startContainer;
    write(TEXT.lead, TEXT.hurt, TEXT.last);
    expect(await keeper.find()).toBe(false);
    expect(seen(keeper)).toEqual([['1', 'found', 'nine weeks']]);
    expect(keeper.notes()[0]?.ranges[0]?.startContainer).not.toBe(before);
    expect(anchored).toHaveBeenCalledOnce();
  });

  it('come when the words come late', async () => {
    const note = await noteOn('the two cranes');
    held = { notes: [note], drafts: [] };
    write(TEXT.lead);
    const keeper = start();
    await keeper.refresh();
    expect(seen(keeper)).toEqual([['1', 'orphan', '']]);
    write(TEXT.lead, TEXT.hurt, TEXT.last);
    expect(await keeper.find()).toBe(true);
    expect(seen(keeper)).toEqual([['1', 'found', 'the two cranes']]);
  });

  it('are those of the address that the page has come to', async () => {
    const keeper = start();
    await keeper.refresh();
    address = 'https://kiva-herald.example/2021/another-story-of-the-day';
    await keeper.refresh();
    const asked = notesOn.mock.calls.map(([{ keys }]) => keys);
    expect(asked).toEqual([
      ['kiva-herald.example/2021/harbour-talks-resume'],
      ['kiva-herald.example/2021/another-story-of-the-day'],
    ] satisfies string[][] as unknown as ArticleKey[][]);
  });

  it('of an earlier question do not overtake those of a later one', async () => {
    const late: { answer: (notes: NotesOnPage) => void } = { answer: () => undefined };
    notesOn.mockImplementationOnce(() => new Promise((resolve) => (late.answer = resolve)));
    const keeper = start();
    const first = keeper.refresh();
    held = { notes: [await noteOn('nine weeks', 2)], drafts: [] };
    await keeper.refresh();
    late.answer({ notes: [sampleNote(1)], drafts: [] });
    await first;
    expect(seen(keeper)).toEqual([['2', 'found', 'nine weeks']]);
  });

  it('that were taken away are painted no more', async () => {
    held = { notes: [await noteOn('nine weeks')], drafts: [] };
    const keeper = start();
    await keeper.refresh();
    held = { notes: [], drafts: [] };
    changed.mockReset();
    await keeper.refresh();
    expect(keeper.notes()).toEqual([]);
    expect(changed).toHaveBeenCalled();
  });

  it('end with the session', async () => {
    held = { notes: [await noteOn('nine weeks')], drafts: [] };
    const keeper = start();
    life.abort();
    await keeper.refresh();
    expect(keeper.notes()).toEqual([]);
    expect(await keeper.look()).toBeNull();
  });
});
