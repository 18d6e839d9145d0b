/** Runs in the page under test: what the content script makes of its text and of what is selected in it. */
import { indexWholePage } from '@/lib/article/page-text.ts';
import { selectionRect, selectionSpan } from '@/lib/article/selection.ts';
import type { Box } from '@/lib/article/boxes.ts';

export const text = (): string => indexWholePage(document).text;

export function selected(): string | null {
  const index = indexWholePage(document);
  const span = selectionSpan(index);
  return span === null ? null : index.text.slice(span.start, span.end);
}

export function place(): Box | null {
  const box = selectionRect(indexWholePage(document));
  return box === null ? null : { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
}
