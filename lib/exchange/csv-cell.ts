/** Cells and rows of RFC 4180, for spreadsheets, which would calculate what a page or a tag says: `=HYPERLINK(…)`. */

export const BOM = '\uFEFF';

/** White space, control characters, signs without width and quotes do not count as text before a formula; full-width forms are calculated as well. */
const FORMULA_FIRST = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * What a program may take for the beginning of a cell if it parts them by other signs than commas, or takes no notice of
 * quotes. One class up to the next such sign: a million of them, or of spaces, cost no more than a million steps.
 */
const FORMULA_INSIDE = /([\t\n\r;])(?=[\0-\x08\x0B\f\x0E-\x1F\x7F-\x9F\p{Z}\p{Cf}"]*[=+\-@＝＋－＠])/gu;

/** Spreadsheets take a leading apostrophe as “this is text”. NUL ends a cell in some of them, so it becomes U+FFFD. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const plain = (value ?? '').replaceAll('\0', '\uFFFD').replace(FORMULA_INSIDE, "$1'");
  return `"${FORMULA_FIRST.test(plain) ? "'" : ''}${plain.replaceAll('"', '""')}"`;
}

/** Every text is quoted, whether it must be or not. */
export const csvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
