/** What makes up the notes on a page: what they stand on, the selection followed, the editor's frame, the text watched. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { indexWholePage } from '@/lib/article/page-text.ts';
import { rangesOf } from '@/lib/article/text-index.ts';
import type { EditorJob } from '@/lib/messages/note-protocol.ts';
import { createEditorFrame } from '@/lib/reading/editor-frame.ts';
import { followSelection } from '@/lib/reading/follow-selection.ts';
import { newNoteId } from '@/lib/reading/new-note-id.ts';
import { subjectOf } from '@/lib/reading/note-subject.ts';
import type { LiveMark } from '@/lib/reading/reader.ts';
import { watchText } from '@/lib/reading/watch-text.ts';
import { openPage } from '@/tests/article/open-page.ts';
import { madeMark } from '@/tests/ui/sample-props.ts';

/** Of its own: the one that the test runner gives has been tampered with, which the reading of a page notices. */
const page = openPage('<!doctype html><html lang="en"><body></body></html>');
let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  for (const one of [document, page])
    write(one, 'Talks resumed on Monday. At least 120 people were hurt.', 'Nobody said who pays.');
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  for (const one of [document, page]) one.getSelection()?.removeAllRanges();
});

function write(document: Document, ...paragraphs: readonly string[]): void {
  document.body.replaceChildren(
    ...paragraphs.map((words) => {
      const paragraph = document.createElement('p');
      paragraph.append(words);
      return paragraph;
    }),
  );
}

const MARKED = 'At least 120 people were hurt.';
function livePage() {
  const whole = indexWholePage(page);
  return { whole, index: indexPage(whole.text, whole.headings) };
}
function markOnPage(): LiveMark {
  const { whole } = livePage();
  const start = whole.text.indexOf(MARKED);
  const span = { start, end: start + MARKED.length };
  // Offsets of an article's own text are others than the page's.
  return {
    mark: madeMark({ question: 'q-outcome', claim: 0 }),
    span: { start: 0, end: 1 },
    ranges: rangesOf(whole, span),
  };
}
function select(document: Document, words: string): void {
  for (const { firstChild: node } of document.querySelectorAll('p')) {
    const at = node?.textContent?.indexOf(words) ?? -1;
    if (node === null || at === -1) continue;
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error('no such words');
}

describe('a note stands on', () => {
  it('the words selected', () => {
    select(page, 'Nobody said');
    const subject = subjectOf({ on: 'selection' }, livePage(), [markOnPage()]);
    expect(subject?.passage).toMatchObject({ exact: 'Nobody said', suffix: ' who pays.' });
    expect(subject).toMatchObject({ evidence: null, asks: null });
  });

  it('the words selected within a mark, with what the mark is about', () => {
    select(page, '120 people');
    const live = markOnPage();
    const subject = subjectOf({ on: 'selection' }, livePage(), [live]);
    expect(subject?.passage?.exact).toBe('120 people');
    expect(subject?.asks).toBe(live.mark.asks);
    expect(subject?.evidence).toMatchObject({
      sentence: live.mark.text,
      question: 'q-outcome',
      relation: live.mark.match.relation,
    });
  });

  it('a mark’s sentence', () => {
    const subject = subjectOf({ on: 'mark', mark: 0 }, livePage(), [markOnPage()]);
    expect(subject?.passage?.exact).toBe(MARKED);
    expect(subject?.evidence).not.toBeNull();
  });

  it('the page as a whole', () => {
    expect(subjectOf({ on: 'page' }, livePage(), [])).toEqual({ passage: null, evidence: null, asks: null });
  });

  it('nothing, where nothing is selected or the mark has gone', () => {
    expect(subjectOf({ on: 'selection' }, livePage(), [])).toBeNull();
    expect(subjectOf({ on: 'mark', mark: 3 }, livePage(), [markOnPage()])).toBeNull();
  });
});

describe('the selection', () => {
  const [onSelected, onNone] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const begin = () => {
    onSelected.mockReset();
    onNone.mockReset();
    followSelection(document, { onSelected, onNone, shadowRoots: () => [] }, life.signal);
  };
  const tell = (type: string) => document.dispatchEvent(new Event(type));

  it('is told of when the pointer lets go, and not before', () => {
    begin();
    tell('pointerdown');
    select(document, 'Nobody');
    tell('selectionchange');
    vi.advanceTimersByTime(2000);
    expect(onSelected).not.toHaveBeenCalled();
    tell('pointerup');
    vi.advanceTimersByTime(1);
    expect(onSelected).toHaveBeenCalledOnce();
  });

  it('made by keys is told of once it has settled', () => {
    begin();
    select(document, 'Nobody');
    tell('selectionchange');
    vi.advanceTimersByTime(300);
    select(document, 'Nobody said');
    tell('selectionchange');
    vi.advanceTimersByTime(300);
    expect(onSelected).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(onSelected).toHaveBeenCalledOnce();
  });

  it('that is given up is told of at once', () => {
    begin();
    document.getSelection()?.removeAllRanges();
    tell('selectionchange');
    expect(onNone).toHaveBeenCalled();
  });

  it('of nothing but space is none', () => {
    write(document, '   ');
    begin();
    select(document, '   ');
    tell('pointerup');
    vi.advanceTimersByTime(1);
    expect(onSelected).not.toHaveBeenCalled();
  });

  it('is not followed after the session', () => {
    begin();
    life.abort();
    select(document, 'Nobody');
    tell('pointerup');
    vi.advanceTimersByTime(1000);
    expect(onSelected).not.toHaveBeenCalled();
  });
});

describe('the editor’s frame', () => {
  const job = { isNew: true } as EditorJob;
  const [openWindow, closed] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const begin = () => {
    openWindow.mockReset();
    closed.mockReset();
    return createEditorFrame(document, { url: 'about:blank', title: 'Note', openWindow, closed }, life.signal);
  };
  const hosts = () => document.querySelectorAll('parallax-editor').length;

  it('is on the page while it is open, and out of its tree', () => {
    const frame = begin();
    frame.open(job, []);
    expect([frame.job(), hosts(), document.body.querySelector('iframe')]).toEqual([job, 1, null]);
    expect(frame.ask()).toBe(job);
    frame.close();
    expect([frame.job(), hosts(), frame.ask()]).toEqual([null, 0, null]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('opens a window where our page is not let in', () => {
    const frame = begin();
    frame.open(job, []);
    vi.advanceTimersByTime(5000);
    expect(openWindow).toHaveBeenCalledOnce();
    expect(hosts()).toBe(0);
    expect(frame.job()).toBe(job);
  });

  it('does not once our page has asked', () => {
    const frame = begin();
    frame.open(job, []);
    frame.ask();
    vi.advanceTimersByTime(5000);
    expect(openWindow).not.toHaveBeenCalled();
  });

  it('goes with the session', () => {
    begin().open(job, []);
    life.abort();
    expect(hosts()).toBe(0);
  });
});

describe('the text', () => {
  it('is looked at once for many changes, and seldom while nothing comes of it', async () => {
    const onChange = vi.fn<() => Promise<boolean>>().mockResolvedValue(false);
    const watch = watchText(onChange, life.signal);
    watch.follow([document.body]);
    const edit = async () => {
      document.querySelector('p')?.append('!');
      await vi.advanceTimersByTimeAsync(0);
    };
    await edit();
    await edit();
    await vi.advanceTimersByTimeAsync(600);
    expect(onChange).toHaveBeenCalledTimes(1);
    await edit();
    await vi.advanceTimersByTimeAsync(600);
    expect(onChange).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(600);
    expect(onChange).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5000);
    await edit();
    await vi.advanceTimersByTimeAsync(600);
    expect(onChange).toHaveBeenCalledTimes(3);
    life.abort();
    await edit();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onChange).toHaveBeenCalledTimes(3);
  });
});

it('ids are random UUIDs', () => {
  const ids = Array.from({ length: 50 }, newNoteId);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
