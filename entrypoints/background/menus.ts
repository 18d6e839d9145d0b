/** Context menus: a way to everything that needs no toolbar button. */
import { browser } from 'wxt/browser';
import { FLAG_KINDS, type FlagKind } from '@/lib/core/note.ts';
import type { NoteBegin } from '@/lib/messages/note-protocol.ts';
import { flagInWords } from '@/lib/ui/note-words.ts';
import { t } from '@/lib/ui/text.ts';
import { openPanel } from '@/lib/beside/open-panel.ts';
import { report } from './report.ts';
import { askPage, readTab } from './tabs.ts';

const FLAG_AS = 'flag-as-';

/** Menus persist, so they are made once an installation or update. */
export function addMenus(): void {
  browser.contextMenus.removeAll(() => {
    const add = browser.contextMenus.create;
    add({ id: 'note', title: t('menuNote'), contexts: ['selection'] });
    add({ id: 'highlight', title: t('menuHighlight'), contexts: ['selection'] });
    add({ id: 'flag', title: t('menuFlag'), contexts: ['selection'] });
    for (const flag of FLAG_KINDS)
      add({ id: FLAG_AS + flag, parentId: 'flag', title: flagInWords(flag), contexts: ['selection'] });
    add({ id: 'read-page', title: t('menuReadPage'), contexts: ['page', 'selection'] });
    add({ id: 'note-page', title: t('menuNotePage'), contexts: ['page', 'action'] });
    add({ id: 'open-panel', title: t('menuOpenPanel'), contexts: ['page', 'action'] });
    add({ id: 'open-library', title: t('menuOpenLibrary'), contexts: ['action'] });
  });
}

export function onMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === 'open-library')
      void browser.tabs.create({ url: browser.runtime.getURL('/library.html') }).catch(report);
    if (tab?.id === undefined) return;
    if (menuItemId === 'open-panel') void openPanel(tab.windowId, tab.id).catch(report);
    if (menuItemId === 'read-page') void readTab(tab.id).catch(report);
    const note = noteOf(String(menuItemId));
    if (note !== null) void askPage(tab.id, note.ask, note.begin).catch(report);
  });
}

type Noting = { readonly ask: 'note.start' | 'note.put'; readonly begin: NoteBegin };

function noteOf(item: string): Noting | null {
  const flag = FLAG_KINDS.find((kind): kind is FlagKind => item === FLAG_AS + kind);
  if (flag !== undefined) return { ask: 'note.put', begin: { start: { on: 'selection' }, flag } };
  if (item === 'note') return { ask: 'note.start', begin: { start: { on: 'selection' }, flag: null } };
  if (item === 'highlight') return { ask: 'note.put', begin: { start: { on: 'selection' }, flag: null } };
  return item === 'note-page' ? { ask: 'note.start', begin: { start: { on: 'page' }, flag: null } } : null;
}
