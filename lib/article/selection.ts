/** The reader's selection as a span of the page's text, and where it is on the screen. */
import type { Span } from '@/lib/core/article.ts';
import { boxesOf, type Box } from './boxes.ts';
import type { WholePage } from './page-text.ts';
import { textAfter, textBefore } from './position.ts';
import { selectedRange } from './selected-range.ts';
import { rangesOf } from './text-index.ts';

/**
 * Without white space around. What is selected and no text of the page is left out: fields, hidden words, our own parts.
 * Null where no word is selected, or the reader is writing in a field.
 */
export function selectionSpan(page: WholePage): Span | null {
  const [document] = page.documents;
  const selected = document === undefined ? null : selectedRange(document, page.shadowRoots);
  if (selected === null) return null;
  const from = textAfter(page, selected.startContainer, selected.startOffset);
  const to = textBefore(page, selected.endContainer, selected.endOffset);
  if (from === null || to === null) return null;
  // What a slot shows may stand before what precedes it in the document.
  const [start, end] = from < to ? [from, to] : [to, from];
  const words = page.text.slice(start, end);
  const span = { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
  return span.end > span.start ? span : null;
}

/** Of the selection's lines, in reading order; none where nothing is selected or the page has changed. */
export function selectionBoxes(page: WholePage): readonly Box[] {
  const span = selectionSpan(page);
  return span === null ? [] : boxesOf(rangesOf(page, span));
}

/** Of the selection's last line: where its end is. */
export const selectionRect = (page: WholePage): Box | null => selectionBoxes(page).at(-1) ?? null;
