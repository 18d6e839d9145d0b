/** The pattern by which a mark shows its kind on the page, as a small sample beside the words for it. */
import type { MarkKind } from '@/lib/core/marks.ts';
import { t, type MessageKey } from './text.ts';

const KIND = { differ: 'kindDiffer', agree: 'kindAgree', single: 'kindSingle' } as const satisfies Record<
  MarkKind,
  MessageKey
>;

export const kindInWords = (kind: MarkKind): string => t(KIND[kind]);

export function KindSample({ kind }: { readonly kind: MarkKind }) {
  return (
    <span class={`sample mark-${kind}`} aria-hidden="true">
      {'\u2003\u2003'}
    </span>
  );
}
