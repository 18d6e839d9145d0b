/** Rows that sync has changed are news like any others: pages are painted anew, and what is remembered of them is forgotten. */
import type { Library } from '@/lib/storage/library.ts';
import { followPermissions } from './sites.ts';
import type { StoryIndex } from './story-index.ts';
import { rereadOpenPages, tellOpenPagesOfNotes } from './tabs.ts';
import { report } from './report.ts';

export type NewsSurroundings = {
  readonly rereadPages: () => Promise<void>;
  readonly notesChanged: () => Promise<void>;
  readonly followSites: (offSites: readonly string[]) => Promise<void>;
};
const AS_RUNNING: NewsSurroundings = {
  rereadPages: rereadOpenPages,
  notesChanged: tellOpenPagesOfNotes,
  followSites: followPermissions,
};

export function createLibraryNews(
  { settings }: Pick<Library, 'settings'>,
  index: Pick<StoryIndex, 'forget'>,
  { rereadPages, notesChanged, followSites }: NewsSurroundings = AS_RUNNING,
): (kinds: readonly string[]) => Promise<void> {
  return async (kinds) => {
    if (kinds.includes('settings')) await followSites((await settings.get()).offSites);
    // Not waited for: a page that sleeps may answer late, or never.
    if (kinds.some((kind) => kind === 'notes' || kind === 'articles')) void notesChanged().catch(report);
    if (!kinds.some((kind) => kind === 'packs' || kind === 'feedback' || kind === 'settings')) return;
    index.forget();
    void rereadPages().catch(report);
  };
}
