/** What the reader has chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export type Settings = {
  /** Hosts on which Parallax does not read, even where it may read everywhere. */
  readonly offSites: readonly string[];
  readonly theme: Theme;
  /** A thin strip at the page's edge that shows where the marks are. */
  readonly overview: boolean;
  readonly firstRunDone: boolean;
};

export const DEFAULT_SETTINGS: Settings = { offSites: [], theme: 'system', overview: false, firstRunDone: false };

/** What of the settings concerns a page that is read. */
export type PageSettings = Pick<Settings, 'overview' | 'theme'>;
