/** What the reader has chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How sure Parallax must be of a mark before it shows it. */
export const MARK_LEVELS = ['few', 'balanced', 'more'] as const;
export type MarkLevel = (typeof MARK_LEVELS)[number];

export type Settings = {
  /** Hosts on which Parallax does not read, even where it may read everywhere. */
  readonly offSites: readonly string[];
  readonly theme: Theme;
  readonly level: MarkLevel;
  /** A thin strip at the page's edge that shows where the marks are. */
  readonly overview: boolean;
  /** Offers flag and note beside words that the reader has selected. */
  readonly toolbar: boolean;
  /** Keeps the text of every article read; else only of those with a note. */
  readonly keepRead: boolean;
  readonly firstRunDone: boolean;
};

export const DEFAULT_SETTINGS: Settings = {
  offSites: [],
  theme: 'system',
  level: 'balanced',
  overview: false,
  toolbar: true,
  keepRead: true,
  firstRunDone: false,
};

/** What of the settings concerns a page that is read. */
export type PageSettings = Pick<Settings, 'overview' | 'theme' | 'toolbar'>;
