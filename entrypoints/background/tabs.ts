/** Brings the content script into a tab that the reader has invoked Parallax on, and speaks to it. */
import { browser } from 'wxt/browser';
import { MessageError, callPage } from '@/lib/messages/bus.ts';
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
export async function rereadOpenPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [rereadTab(id)])));
}

async function rereadTab(tabId: number): Promise<void> {
  try {
    await callPage(tabId, 'page.reread');
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
