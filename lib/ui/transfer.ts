/** What a dialog for taking notes out or in may show. */
import type { Exported, TakenFiles } from '@/lib/core/transfer.ts';

/** `percent`: the measure is no number of entries that a reader could count. */
export type TransferProgress = { readonly done: number; readonly of: number; readonly percent: boolean };

export type TransferState =
  /** Nothing has been asked for yet. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'working'; readonly progress: TransferProgress | null }
  | { readonly kind: 'exported'; readonly outcome: Exported<unknown> }
  | { readonly kind: 'taken-in'; readonly outcome: TakenFiles };
