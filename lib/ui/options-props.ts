/** What the options page shows and what the reader can do there. */
import type { ComponentChildren } from 'preact';
import type { LevelFigures } from '@/lib/core/match.ts';
import type { Settings } from '@/lib/core/settings.ts';

export const READING_MODES = ['click', 'sites', 'everywhere'] as const;
export type ReadingMode = (typeof READING_MODES)[number];

export type Reading = {
  readonly everywhere: boolean;
  /** Hosts on which it may read without a click. */
  readonly sites: readonly string[];
};

/** `shortcut` is as the browser writes it; empty where none is set. */
export type Command = { readonly name: string; readonly description: string; readonly shortcut: string };

export type Stored = {
  readonly packs: number;
  /** Notes, highlights and flags, without those in the bin. */
  readonly notes: number;
  readonly articles: number;
  /** “Not the same claim”, said so far. */
  readonly hiddenMarks: number;
  /** “This is what it says”, said so far. */
  readonly confirmedMarks: number;
  /** Null where the browser does not say. */
  readonly bytes: number | null;
  /** Whether the browser has promised not to clear it when space runs out. */
  readonly persisted: boolean;
};

/** `onEverywhere` and `onRemoveSite` are called within the reader's click: the browser asks for permissions only then. */
export type OptionsEvents = {
  readonly onSettings: (change: Partial<Settings>) => void;
  readonly onEverywhere: (on: boolean) => void;
  readonly onRemoveSite: (host: string) => void;
  readonly onShortcuts: () => void;
  /** Takes back all answers about marks. */
  readonly onTakeBack: () => void;
  readonly onWipe: () => void;
};

export type OptionsProps = {
  readonly settings: Settings;
  readonly reading: Reading;
  /** Null until they are known. */
  readonly levels: LevelFigures | null;
  readonly commands: readonly Command[];
  readonly stored: Stored;
  readonly version: string;
  /** The controls by which everything is backed up, and comes back. */
  readonly transfer: ComponentChildren;
  /** Sync, as a section of its own; null where there is none. */
  readonly sync: ComponentChildren;
  /** Whether a copy lies elsewhere too. */
  readonly isSynced: boolean;
  readonly events: OptionsEvents;
};
