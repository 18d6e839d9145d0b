/** Which tab popup or panel stand beside. */
import { browser } from 'wxt/browser';

/** `url` is known only where the reader has let us see it: by clicking our button there, or by a permission. */
export type TabInView = { readonly id: number; readonly windowId: number; readonly url: string | undefined };

/** `fixed`: the tab a window of its own was opened for; else the active tab of this window, whichever that becomes. */
export async function tabInView(fixed: number | null): Promise<TabInView | null> {
  const tab =
    fixed === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(fixed);
  return tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId, url: tab.url };
}

/** Calls `listener` when another tab comes into view, or the one in view goes elsewhere. */
export function onTabChange(listener: () => void, signal: AbortSignal): void {
  const onUpdated = (_id: number, { status }: { status?: string | undefined }) => {
    if (status === 'complete' || status === 'loading') listener();
  };
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
}

/** The tab that this page's own address names, in `?tab=`. */
export function fixedTab(search: string): number | null {
  const named = /[?&]tab=(\d+)/.exec(search)?.[1];
  return named === undefined ? null : Number(named);
}
