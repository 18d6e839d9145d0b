/** Runs in the page under test: what the content script makes of its text and of what is selected in it. */
import { indexPage } from '@/lib/article/page-text.ts';
import { selectionRect, selectionSpan } from '@/lib/article/selection.ts';
import type { Box } from '@/lib/article/boxes.ts';

export const text = (): string => indexPage(document).text;

export function selected(): string | null {
  const index = indexPage(document);
  const span = selectionSpan(index);
  return span === null ? null : index.text.slice(span.start, span.end);
}

export function place(): Box | null {
  const box = selectionRect(indexPage(document));
  return box === null ? null : { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
}
