/** The rungs of the anchoring benchmark: what happens to a page between noting and finding. */
import * as edits from './anchoring-edits.ts';
import type { Edit } from './anchoring-edits.ts';

export type Rung = {
  readonly name: string;
  /**
   * `survives`: all but the printing is as it was; `unplaced`: so too, but the passage came without a position. `around`:
   * edited around the passage. `within`: the passage too.
   */
  readonly kind: 'survives' | 'unplaced' | 'around' | 'within';
  readonly edit: Edit;
  /** Whole stretches of text are gone. */
  readonly loses?: boolean;
  /** The words of the passages stay as they are, so that no two passages may overlap. */
  readonly sparesPassages?: boolean;
  /** The passages come from another tool: with the page's raw white space, shorter contexts and half of them unplaced. */
  readonly imported?: boolean;
};

const RATES = [0.05, 0.1, 0.2, 0.3];
const percent = (rate: number): string => `${Math.round(100 * rate)} %`;
const same: Edit = (blocks) => blocks;

export const RUNGS: readonly Rung[] = [
  { name: 'as it was', kind: 'survives', edit: same },
  { name: 'other white space', kind: 'survives', edit: edits.reflow },
  { name: 'other quotes, dashes, ligatures', kind: 'survives', edit: edits.reprint },
  { name: 'imported', kind: 'survives', edit: same, imported: true },
  ...RATES.map((rate): Rung => ({
    name: `${percent(rate)} of the words around`,
    kind: 'around',
    edit: edits.editWords(rate),
    sparesPassages: true,
  })),
  { name: 'paragraphs moved', kind: 'around', edit: edits.moveParagraphs },
  { name: 'paragraphs inserted', kind: 'around', edit: edits.insertParagraphs },
  { name: 'paragraphs removed', kind: 'around', edit: edits.removeParagraphs, loses: true },
  { name: 'cut off', kind: 'around', edit: edits.truncate, loses: true },
  ...RATES.map((rate): Rung => ({
    name: `${percent(rate)} of all words`,
    kind: 'within',
    edit: edits.editWords(rate),
  })),
  { name: 'all of it', kind: 'within', edit: edits.revise, loses: true },
];
