/** Brings the content script into a tab that the reader has invoked Parallax on, and speaks to it. */
import { browser } from 'wxt/browser';
import { MessageError, callPage } from '@/lib/messages/bus.ts';
import type { NoteBegin } from '@/lib/messages/note-protocol.ts';
import { CONTENT_SCRIPT, MARKS_STYLE } from '@/lib/reading/injected-files.ts';

/** `forbidden`: a page of the browser, a store or a viewer, or one that the reader has not invoked us on. */
export async function readTab(tabId: number): Promise<'started' | 'forbidden'> {
  try {
    await browser.scripting.insertCSS({ target: { tabId }, files: [MARKS_STYLE] });
    await browser.scripting.executeScript({ target: { tabId }, files: [CONTENT_SCRIPT] });
    return 'started';
  } catch {
    // The browser names a dozen reasons in its own words; for the reader they are one.
    return 'forbidden';
  }
}

/** Milliseconds: how long a page that has just been given our script may take until it answers. */
const ANSWERS_WITHIN = 5_000;

/** Asks the page about a note, having it read first if need be. Resolves without an answer where we may not read. */
export async function askPage(tabId: number, name: 'note.start' | 'note.put', begin: NoteBegin): Promise<void> {
  await onceRead(tabId, () => callPage(tabId, name, begin));
}

/** Shows what can be done with the words selected in the active tab. */
export async function offerNote(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const { id } = tab ?? {};
  if (id !== undefined) await onceRead(id, () => callPage(id, 'note.offer'));
}

async function onceRead(tabId: number, ask: () => Promise<unknown>): Promise<void> {
  const isAbsent = (cause: unknown) => cause instanceof MessageError && cause.kind === 'absent';
  try {
    await ask();
    return;
  } catch (cause) {
    if (!isAbsent(cause)) throw cause;
  }
  if ((await readTab(tabId)) === 'forbidden') return;
  for (const begun = Date.now(); ;) {
    try {
      await ask();
      return;
    } catch (cause) {
      if (!isAbsent(cause) || Date.now() - begun > ANSWERS_WITHIN) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Goes to the next or previous mark of the active tab, reading it first if need be. */
export async function walkActiveTab(step: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  try {
    await callPage(tab.id, 'page.walk', { step });
  } catch (cause) {
    if (!(cause instanceof MessageError) || cause.kind !== 'absent') throw cause;
    await readTab(tab.id);
  }
}

/** Has every page that is being read, in whichever tab, read anew: what would be marked has changed. */
export const rereadOpenPages = (): Promise<void> => tellOpenPages('page.reread');

/** Has every page that is being read look at its notes again. */
export const tellOpenPagesOfNotes = (): Promise<void> => tellOpenPages('notes.changed');

async function tellOpenPages(what: 'page.reread' | 'notes.changed'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [tellTab(id, what)])));
}

async function tellTab(tabId: number, what: 'page.reread' | 'notes.changed'): Promise<void> {
  try {
    await callPage(tabId, what);
  } catch (cause) {
    if (!(cause instanceof MessageError) || cause.kind !== 'absent') throw cause;
  }
}

/** A number on the toolbar button, where the page has marks. A tab that has closed meanwhile is no error. */
export async function showCount(tabId: number, marks: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: marks === 0 ? '' : String(marks) });
  } catch (cause) {
    if (!/no tab|invalid tab/i.test(String(cause))) throw cause;
  }
}
