/** The side panel (Chrome) or sidebar (Firefox); a window of its own where the browser opens neither for us. */
import { browser } from 'wxt/browser';

type SidebarAction = { readonly open: () => Promise<void> };

/** Must be called within the reader's gesture, before anything is awaited. `tabId`: the tab to stand beside. */
export async function openPanel(windowId: number, tabId: number): Promise<void> {
  try {
    const { sidebarAction } = browser as { sidebarAction?: SidebarAction };
    await (sidebarAction === undefined ? browser.sidePanel.open({ windowId }) : sidebarAction.open());
  } catch {
    // Firefox opens its sidebar for a click in our own pages, not for one in the page we read; phones have none.
    await openPanelWindow(tabId);
  }
}

async function openPanelWindow(tabId: number): Promise<void> {
  const url = browser.runtime.getURL(`/sidepanel.html?tab=${tabId}` as '/sidepanel.html');
  const { windows } = browser as { windows?: typeof browser.windows };
  if (windows === undefined) await browser.tabs.create({ url });
  else await windows.create({ url, type: 'popup', width: 440, height: 760 });
}

/** Whether a panel stands beside the tab: its window's, or a window of its own for it. */
export async function isPanelOpen(windowId: number, tabId: number): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({});
  return contexts.some(({ documentUrl = '', windowId: where, contextType }) => {
    if (!documentUrl.includes('/sidepanel.html')) return false;
    return contextType === 'TAB' ? documentUrl.endsWith(`?tab=${tabId}`) : where === windowId;
  });
}
