/** Wires the background. It may be stopped between any two events: nothing here is remembered, only cached. */
import { defineBackground } from '#imports';
import { browser } from 'wxt/browser';
import { onPageNews, serveBackground } from '@/lib/messages/bus.ts';
import { openLibraryDb } from '@/lib/storage/db.ts';
import { createLibrary } from '@/lib/storage/library.ts';
import { PRIVILEGED, createAnswers } from './answers.ts';
import { createLibraryNews } from './library-news.ts';
import { addMenus, onMenu } from './menus.ts';
import { openPanel } from '@/lib/beside/open-panel.ts';
import { keepMeaning, vectorToKeep } from './meaning.ts';
import { report } from './report.ts';
import { readOwnFile, seedPacks } from './seed-packs.ts';
import { keepModel, type ModelKeeper } from './sentence-model.ts';
import { followPermissions } from './sites.ts';
import { createStoryIndex } from './story-index.ts';
import { keepInStep } from './sync.ts';
import { offerNote, showCount, walkActiveTab } from './tabs.ts';

export default defineBackground({
  type: 'module',
  main() {
    const db = openLibraryDb();
    const library = createLibrary(db);
    const seed = () => seedPacks(library.packs, readOwnFile);
    const keeper = keepModel();
    const meaning = keepMeaning({ keeper, readFile: readOwnFile, store: library.meanings });
    const index = createStoryIndex({ ...library, meaning, ready: seed });
    const settle = async () => {
      if (await seed()) index.forget();
      await followPermissions((await library.settings.get()).offSites);
    };

    // Every listener is in place before anything is awaited: an event that woke the worker is not lost.
    const rememberMeaning = (sentence: string) => vectorToKeep(sentence, meaning);
    const sync = keepInStep(db, { tellNews: createLibraryNews(library, index) });
    serveBackground(createAnswers(library, index, readOwnFile, { rememberMeaning, sync }), PRIVILEGED);
    onPageNews((tabId, { marks }) => void showCount(tabId, marks).catch(report));
    onMenu();
    browser.permissions.onAdded.addListener(() => {
      void settle().catch(report);
      void sync.runIfDue().catch(report);
    });
    browser.permissions.onRemoved.addListener(() => void settle().catch(report));
    browser.runtime.onStartup.addListener(() => {
      void settle().catch(report);
      void sync.runIfDue().catch(report);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      addMenus();
      void settle().catch(report);
      if (reason === 'install')
        void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(report);
    });
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-panel' && tab?.id !== undefined) void openPanel(tab.windowId, tab.id).catch(report);
      else if (command === 'note') void offerNote().catch(report);
      else if (command === 'next-mark' || command === 'previous-mark') {
        void walkActiveTab(command === 'next-mark' ? 1 : -1).catch(report);
      }
    });
    void sync.begin().catch(report);
    globalThis.__parallaxModel = keeper;
    globalThis.__parallaxReady = true;
  },
});

declare global {
  /** Set when every listener is in place: what tests wait for after a wake-up. */
  var __parallaxReady: true | undefined;
  /** What tests and measurements ask for vectors. */
  var __parallaxModel: ModelKeeper | undefined;
}
