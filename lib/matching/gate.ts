/** “Does this article tell a story we know?” Cheap enough to ask of every page, in the content script. */
import type { PackSummary } from '@/lib/core/marks.ts';

/** What the gate knows of a pack: plain data, a few kilobytes. `term` is lower-case, as it stands in running text. */
export type Fingerprint = {
  readonly pack: PackSummary;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly threshold: number;
};
