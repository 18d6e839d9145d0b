/** The side panel (Chrome) or sidebar (Firefox), as far as each browser lets us. */
import { browser, type Browser } from 'wxt/browser';

/** Must run within the reader's gesture, so before anything is awaited. */
export async function openPanel(windowId: number): Promise<'opened' | 'refused'> {
  try {
    if (import.meta.env.FIREFOX) await sidebarAction()?.open();
    else await browser.sidePanel.open({ windowId });
    return 'opened';
  } catch {
    // Firefox opens its sidebar for a click in our own pages, not for one in the page we read.
    return 'refused';
  }
}

export async function isPanelOpen(windowId: number): Promise<boolean> {
  const contexts = await browser.runtime.getContexts({
    contextTypes: ['SIDE_PANEL' as Browser.runtime.ContextType],
    windowIds: [windowId],
  });
  return contexts.length > 0;
}

type SidebarAction = { readonly open: () => Promise<void> };
const sidebarAction = (): SidebarAction | undefined => (browser as { sidebarAction?: SidebarAction }).sidebarAction;
