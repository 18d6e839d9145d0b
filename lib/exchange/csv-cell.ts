/** Cells and rows of RFC 4180, for spreadsheets, which would calculate what a page or a tag says: `=HYPERLINK(…)`. */

export const BOM = '\uFEFF';

/** White space, control characters, signs without width and quotes do not count as text before a formula; full-width forms are calculated as well. */
const FORMULA_FIRST = /^[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠]|^[\t\r]/u;

/**
 * What a program may take for the beginning of a cell if it parts them by other signs than commas, or takes no notice of
 * quotes. Looks ahead no further than the next such sign, so that a million of them cost no more than a million steps.
 */
const FORMULA_INSIDE = /([\t\n\r;])(?=[^\S\t\n\r]*(?:[\p{Cf}"][^\S\t\n\r]*)*[=+\-@＝＋－＠])/gu;

/** Spreadsheets take a leading apostrophe as “this is text”. NUL ends a cell in some of them, so it becomes U+FFFD. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const plain = (value ?? '').replaceAll('\0', '\uFFFD').replace(FORMULA_INSIDE, "$1'");
  return `"${FORMULA_FIRST.test(plain) ? "'" : ''}${plain.replaceAll('"', '""')}"`;
}

/** Every text is quoted, whether it must be or not. */
export const csvRow = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
