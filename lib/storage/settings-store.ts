/** The reader's settings. Unknown keys are left alone: a newer version, on another device, may have written them. */
import { liveQuery } from 'dexie';
import { flag, oneOf, record } from '@/lib/core/parse.ts';
import { DEFAULT_SETTINGS, MARK_LEVELS, THEMES, type Settings } from '@/lib/core/settings.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';

export type SettingsStore = {
  readonly get: () => Promise<Settings>;
  /** Calls `seen` now and after every change, by whichever page or worker; `failed` when the library cannot be read. */
  readonly watch: (seen: (settings: Settings) => void, failed: (cause: unknown) => void) => void;
  readonly set: (change: Partial<Settings>) => Promise<void>;
};

export function createSettingsStore(db: LibraryDb): SettingsStore {
  const read = async () =>
    parseSettings(Object.fromEntries((await db.settings.toArray()).map(({ key, value }) => [key, value])));
  return {
    get: () => guarded(read),
    watch: (seen, failed) => void liveQuery(() => guarded(read)).subscribe(seen, failed),
    set: (change) =>
      guarded(async () => {
        await db.settings.bulkPut(Object.entries(change).map(([key, value]) => ({ key, value })));
      }),
  };
}

/** A setting that cannot be read is the default: a broken row must not lock the reader out. */
export function parseSettings(value: unknown): Settings {
  const { offSites, theme, level, overview, toolbar, keepRead, firstRunDone } = record(value, 'settings');
  return {
    offSites: Array.isArray(offSites)
      ? offSites.filter((site): site is string => typeof site === 'string')
      : DEFAULT_SETTINGS.offSites,
    theme: orDefault(DEFAULT_SETTINGS.theme, () => oneOf(THEMES, theme, 'theme')),
    level: orDefault(DEFAULT_SETTINGS.level, () => oneOf(MARK_LEVELS, level, 'level')),
    overview: orDefault(DEFAULT_SETTINGS.overview, () => flag(overview, 'overview')),
    toolbar: orDefault(DEFAULT_SETTINGS.toolbar, () => flag(toolbar, 'toolbar')),
    keepRead: orDefault(DEFAULT_SETTINGS.keepRead, () => flag(keepRead, 'keepRead')),
    firstRunDone: orDefault(DEFAULT_SETTINGS.firstRunDone, () => flag(firstRunDone, 'firstRunDone')),
  };
}

function orDefault<T>(fallback: T, parse: () => T): T {
  try {
    return parse();
  } catch {
    return fallback;
  }
}
