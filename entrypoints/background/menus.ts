/** Context menus: a way to everything that needs no toolbar button. */
import { browser } from 'wxt/browser';
import { t } from '@/lib/ui/text.ts';
import { openPanel } from '@/lib/beside/open-panel.ts';
import { report } from './report.ts';
import { readTab } from './tabs.ts';

/** Menus persist, so they are made once an installation or update. */
export function addMenus(): void {
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({ id: 'read-page', title: t('menuReadPage'), contexts: ['page', 'selection'] });
    browser.contextMenus.create({ id: 'open-panel', title: t('menuOpenPanel'), contexts: ['page', 'action'] });
    browser.contextMenus.create({ id: 'open-library', title: t('menuOpenLibrary'), contexts: ['action'] });
  });
}

export function onMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === 'open-panel' && tab?.id !== undefined) void openPanel(tab.windowId, tab.id).catch(report);
    if (menuItemId === 'read-page' && tab?.id !== undefined) void readTab(tab.id).catch(report);
    if (menuItemId === 'open-library')
      void browser.tabs.create({ url: browser.runtime.getURL('/library.html') }).catch(report);
  });
}
