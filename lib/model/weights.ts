/** Where what lies in the file of weights, one part behind the other. training/export_model.py writes it so. */
import type { ModelCard } from './model-card.ts';

/** Addresses, in bytes: 7-bit weights in panels, a scale and a bias for each column. */
export type Matrix = { readonly weights: number; readonly scales: number; readonly bias: number };
export type Norm = { readonly gain: number; readonly bias: number };
export type Layer = {
  /** Queries, keys and values beside each other. */
  readonly ask: Matrix;
  readonly mix: Matrix;
  readonly mixed: Norm;
  readonly widen: Matrix;
  readonly narrow: Matrix;
  readonly narrowed: Norm;
};
export type Layout = {
  /** A row of bytes for each word piece, and the scale of each row. */
  readonly words: number;
  readonly wordScales: number;
  readonly positions: number;
  /** Of the context, and of the sentence behind it. */
  readonly types: number;
  readonly embedded: Norm;
  readonly layers: readonly Layer[];
  readonly size: number;
};

const [FLOAT, ALIGNED] = [4, 16];

export function layOut({ vocabulary, dimensions, maxTokens, layers, feedForward }: ModelCard): Layout {
  let size = 0;
  const part = (bytes: number): number => {
    const at = size;
    size += Math.ceil(bytes / ALIGNED) * ALIGNED;
    return at;
  };
  const floats = (many: number): number => part(many * FLOAT);
  const matrix = (rows: number, columns: number): Matrix => ({
    weights: part(rows * columns),
    scales: floats(columns),
    bias: floats(columns),
  });
  const norm = (): Norm => ({ gain: floats(dimensions), bias: floats(dimensions) });
  const layer = (): Layer => ({
    ask: matrix(dimensions, 3 * dimensions),
    mix: matrix(dimensions, dimensions),
    mixed: norm(),
    widen: matrix(dimensions, feedForward),
    narrow: matrix(feedForward, dimensions),
    narrowed: norm(),
  });
  const start = {
    words: part(vocabulary * dimensions),
    wordScales: floats(vocabulary),
    positions: floats(maxTokens * dimensions),
    types: floats(2 * dimensions),
    embedded: norm(),
  };
  return { ...start, layers: Array.from({ length: layers }, layer), size };
}
