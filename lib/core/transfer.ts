/** Notes on their way out into files and in from them: what can be asked for, and what came of it. */

/** In the order in which they are offered. */
export const EXPORT_FORMATS = [
  'markdown-zip',
  'markdown',
  'w3c',
  'hypothesis',
  'csv',
  'readwise',
  'csl',
  'ris',
  'bibtex',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Nothing but `file` leaves anything behind. `unreadable`: the library is; `no-room`: the browser could not keep the
 * file. `entries`: how many notes, or rows of a backup, are in it.
 */
export type Exported<F> =
  | { readonly kind: 'file'; readonly name: string; readonly file: F; readonly entries: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: 'unreadable' | 'too-many-files' | 'no-room' };

/** How many entries came to what. */
export type TakenIn = { readonly added: number; readonly replaced: number; readonly kept: number };

/** What a reader would count: the rest (settings, texts, answers, packs, drafts) goes together. */
export const COUNTED = ['notes', 'articles', 'others'] as const;
export type Counted = (typeof COUNTED)[number];

/** `where`: the place in the file, after the file's name where there are several. */
export type Complaint = { readonly where: string; readonly why: string };

export type Summary = Readonly<Record<Counted, TakenIn>> & {
  readonly notUnderstood: number;
  /** The first hundred. */
  readonly complaints: readonly Complaint[];
};

/**
 * `full`: no space left. `unknown`: no format that we read. `broken`: it ends early or is damaged. `newer`: by a newer
 * version. What was taken in before stays, whole; of a backup that is broken or newer, nothing was.
 */
export type Ending =
  | { readonly kind: 'done' | 'cancelled' | 'full' | 'unavailable' }
  | { readonly kind: 'unknown' | 'broken' | 'newer'; readonly file: string };

export type TakenFiles = { readonly ending: Ending; readonly summary: Summary };
