/** Sentence vectors as a file of text can hold them. */
import type { Json } from '@/lib/core/note.ts';
import { ParseError, finite, list, record, text } from '@/lib/core/parse.ts';
import type { StoredVector } from '@/lib/core/sentence-model.ts';

export const vectorToJson = ({ model, scale, values }: StoredVector): Json => ({ model, scale, values: [...values] });

/** Throws `ParseError`. */
export function vectorFromJson(value: unknown, path: string): StoredVector {
  const vector = record(value, path);
  return {
    model: text(vector.model, `${path}.model`),
    scale: finite(vector.scale, `${path}.scale`),
    values: Int8Array.from(list(vector.values, `${path}.values`, byte)),
  };
}

function byte(value: unknown, path: string): number {
  const number = finite(value, path);
  if (!Number.isInteger(number) || number < -128 || number > 127) throw new ParseError(path, 'a byte');
  return number;
}
