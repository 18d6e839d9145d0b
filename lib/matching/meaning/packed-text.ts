/** Packed vectors as text, for files: `values` in base64, `scales` as numbers. */
import { ParseError, count, finite, list, record, text } from '@/lib/core/parse.ts';
import type { PackedVectors } from '@/lib/core/sentence-model.ts';

export type PackedText = {
  readonly dimensions: number;
  readonly scales: readonly number[];
  readonly values: string;
};

const [MOST_ROWS, LONGEST] = [1_000_000, 600_000_000];

export function toPackedText({ dimensions, values, scales }: PackedVectors): PackedText {
  let bytes = '';
  for (const value of values) bytes += String.fromCharCode(value & 0xff);
  return { dimensions, scales: Array.from(scales), values: btoa(bytes) };
}

/** @throws ParseError */
export function parsePackedText(value: unknown, path: string): PackedVectors {
  const packed = record(value, path);
  const dimensions = count(packed.dimensions, `${path}.dimensions`);
  const scales = Float32Array.from(list(packed.scales, `${path}.scales`, finite, MOST_ROWS));
  const values = bytesOf(text(packed.values, `${path}.values`, LONGEST), `${path}.values`);
  if (values.length !== scales.length * dimensions)
    throw new ParseError(`${path}.values`, `${scales.length} rows of ${dimensions} numbers`);
  return { dimensions, count: scales.length, values, scales };
}

function bytesOf(base64: string, path: string): Int8Array {
  try {
    return Int8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    throw new ParseError(path, 'base64');
  }
}
