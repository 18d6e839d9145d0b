/** Who tells something, as a figure's row and the timeline name it. */
import type { Account, Source } from '@/lib/core/pack.ts';
import type { Teller } from './card.ts';

export function toTeller({ id, speaker }: Account, source: Source | undefined): Teller {
  return {
    account: id,
    speaker,
    outlet: source?.outlet ?? null,
    title: source?.title ?? null,
    author: source?.author ?? null,
  };
}
