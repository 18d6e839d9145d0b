/** Notes as Hypothesis' API and its client's export file have them. */
import type { FileReader, Writer } from './export-item.ts';
import { HYPOTHESIS_ROW } from './hypothesis-row.ts';
import { readRows, writeRows } from './note-file.ts';

/** As a search of the API answers. `total`: how many notes will come. */
export const createHypothesisWriter =
  (total: number): Writer =>
  (items) =>
    writeRows(HYPOTHESIS_ROW, { head: `{"total":${total},"rows":[`, tail: '\n]}\n' }, items);

/** A search's answer, the client's export file, a list of rows or a single one. */
export const readHypothesis: FileReader = (pieces) =>
  readRows(HYPOTHESIS_ROW, ['/rows', '/replies', '/annotations'], pieces);
