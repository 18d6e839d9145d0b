/**
 * Notes as a collection of W3C Web Annotations. A single page within the collection: pages of pages would have to be
 * files of their own, and a page may be of any length.
 */
import type { FileReader, Writer } from './export-item.ts';
import { readRows, writeRows } from './note-file.ts';
import { W3C_ANNOTATION } from './w3c-annotation.ts';
import { CONTEXT } from './w3c-words.ts';

const COLLECTION = 'urn:parallax:notes';
const PAGE = `${COLLECTION}:1`;

/** `total`: how many notes will come. The standard wants it at the head of the file. */
export const createW3cWriter =
  (total: number): Writer =>
  (items) =>
    writeRows(W3C_ANNOTATION, { head: headOf(total), tail: '\n]}}\n' }, items);

/** A collection, a page, a list of annotations or a single one, whoever wrote it. */
export const readW3c: FileReader = (pieces) => readRows(W3C_ANNOTATION, ['/items', '/first/items', '/@graph'], pieces);

function headOf(total: number): string {
  const page = { '@context': CONTEXT, id: PAGE, type: 'AnnotationPage', partOf: COLLECTION, startIndex: 0 };
  const collection = {
    '@context': CONTEXT,
    id: COLLECTION,
    type: 'AnnotationCollection',
    label: 'Parallax',
    total,
    ...(total > 0 && { last: PAGE }),
    first: page,
  };
  return JSON.stringify(collection).replace(/\}\}$/, ',"items":[');
}
