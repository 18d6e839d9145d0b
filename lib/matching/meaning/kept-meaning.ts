/** The vectors of a pack as a file keeps them, and whether they are of this pack's texts and of this model. */
import { record, text } from '@/lib/core/parse.ts';
import type { ClaimIndex } from '../claim-index.ts';
import { digestOfTargets, meaningFrom, type PackMeaning } from './pack-meaning.ts';
import { parsePackedText, toPackedText } from './packed-text.ts';

export function toKeptMeaning(index: ClaimIndex, { model, vectors }: PackMeaning): string {
  return `${JSON.stringify({ model, digest: digestOfTargets(index), vectors: toPackedText(vectors) })}\n`;
}

/** Null where they are of another model or of other texts. @throws SyntaxError or ParseError where the file is damaged. */
export function parseKeptMeaning(json: string, index: ClaimIndex, model: string): PackMeaning | null {
  const file = record(JSON.parse(json), 'meaning');
  const isOf =
    text(file.model, 'meaning.model') === model && text(file.digest, 'meaning.digest') === digestOfTargets(index);
  return isOf ? meaningFrom(index, model, parsePackedText(file.vectors, 'meaning.vectors')) : null;
}
