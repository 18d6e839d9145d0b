/**
 * Runs the model over a batch of token lists, in memory of its own that goes when the engine goes. Tokens of all
 * sentences lie behind one another as rows, without padding; only attention knows where a sentence ends.
 */
import type { ModelCard, ModelFiles } from './model-card.ts';
import { ModelError } from './model-error.ts';
import { layOut, type Layer, type Layout, type Matrix, type Norm } from './weights.ts';
import { compileKernels, type Kernels } from './wasm/kernels.ts';
import { ROWS, type Dot } from './wasm/multiply.ts';
import type { Tokens } from './word-pieces.ts';

export type Engine = {
  /** One vector for each list. All of them together have at most `room` tokens. */
  readonly run: (batch: readonly Tokens[]) => Float32Array[];
  readonly room: number;
};

const [PAGE, FLOAT] = [65_536, 4];
/** Tokens in a batch; more does not make it faster. */
const ROOM = 128;

/** Addresses of what is worked on, behind the weights. */
type Desk = {
  readonly rows: number;
  readonly added: number;
  readonly asked: number;
  readonly wide: number;
  readonly bytes: number;
  readonly scales: number;
  readonly sums: number;
  readonly scores: number;
  readonly end: number;
};
type Span = { readonly from: number; readonly count: number };
type Sides = {
  readonly card: ModelCard;
  readonly layout: Layout;
  readonly desk: Desk;
  readonly kernels: Kernels;
  readonly memory: WebAssembly.Memory;
};

/** Rejects with a ModelError where WebAssembly is refused or the weights are not those of the card. */
export async function startEngine({ card, weights }: Omit<ModelFiles, 'vocabulary'>, dot?: Dot): Promise<Engine> {
  const layout = layOut(card);
  if (weights.byteLength !== layout.size)
    throw new ModelError('damaged', `${weights.byteLength} bytes of weights, not ${layout.size}`);
  const room = Math.max(ROOM, card.maxTokens);
  const desk = deskBehind(layout.size, card, room);
  const memory = reserve(desk.end);
  const kernels = await compileKernels(card, memory, dot);
  new Uint8Array(memory.buffer).set(weights);
  const sides = { card, layout, desk, kernels, memory };
  return { room, run: (batch) => runBatch(sides, batch) };
}

function reserve(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch (cause) {
    throw new ModelError('refused', 'no memory for the weights', cause);
  }
}

function deskBehind(start: number, { dimensions, feedForward }: ModelCard, room: number): Desk {
  let end = start;
  // Rows are multiplied by fours: behind the last one there is room for three more.
  const part = (each: number): number => {
    const at = end;
    end += (room + ROWS) * each;
    return at;
  };
  return {
    rows: part(dimensions * FLOAT),
    added: part(dimensions * FLOAT),
    asked: part(3 * dimensions * FLOAT),
    wide: part(feedForward * FLOAT),
    bytes: part(Math.max(dimensions, feedForward)),
    scales: part(FLOAT),
    sums: part(FLOAT),
    scores: part(FLOAT),
    end,
  };
}

function runBatch(sides: Sides, batch: readonly Tokens[]): Float32Array[] {
  const spans = spansOf(batch);
  const count = spans.reduce((sum, span) => sum + span.count, 0);
  embed(sides, batch);
  normaliseRows(sides, sides.layout.embedded, count);
  for (const layer of sides.layout.layers) runLayer(sides, layer, { spans, count });
  return spans.map((span, at) => meanOf(sides, ownPart(span, batch[at]?.context ?? 0)));
}

/** Of its rows those of the sentence itself: a context bends them, and counts for nothing beside. */
const ownPart = ({ from, count }: Span, context: number): Span => ({ from: from + context, count: count - context });

function spansOf(batch: readonly Tokens[]): Span[] {
  let from = 0;
  return batch.map(({ ids }) => {
    const span = { from, count: ids.length };
    from += ids.length;
    return span;
  });
}

/** Each row: the word piece and its side; beside it, to be added, its place. */
function embed({ card: { dimensions }, layout, desk, memory: { buffer } }: Sides, batch: readonly Tokens[]): void {
  const [words, scales] = [new Int8Array(buffer, layout.words), new Float32Array(buffer, layout.wordScales)];
  const [places, types] = [new Float32Array(buffer, layout.positions), new Float32Array(buffer, layout.types)];
  const [rows, added] = [new Float32Array(buffer, desk.rows), new Float32Array(buffer, desk.added)];
  let row = 0;
  for (const { ids, context } of batch) {
    for (const [place, id] of ids.entries()) {
      const scale = scales[id] ?? 0;
      // Without a context, the sentence is what stands first.
      const type = context > 0 && place >= context ? dimensions : 0;
      for (let at = 0; at < dimensions; at += 1) {
        rows[row + at] = (words[id * dimensions + at] ?? 0) * scale + (types[type + at] ?? 0);
      }
      added.set(places.subarray(place * dimensions, (place + 1) * dimensions), row);
      row += dimensions;
    }
  }
}

function runLayer(
  sides: Sides,
  layer: Layer,
  { spans, count }: { readonly spans: readonly Span[]; readonly count: number },
): void {
  const { card, desk, kernels } = sides;
  const { dimensions, feedForward } = card;
  const row = dimensions * FLOAT;
  multiplyRows(sides, desk.rows, layer.ask, { count, columns: 3 * dimensions, out: desk.asked });
  for (const { from, count: tokens } of spans) {
    kernels.attend(desk.asked + from * 3 * row, tokens, desk.scores, desk.added + from * row);
  }
  multiplyRows(sides, desk.added, layer.mix, { count, columns: dimensions, out: desk.added });
  normaliseRows(sides, layer.mixed, count);
  multiplyRows(sides, desk.rows, layer.widen, { count, columns: feedForward, out: desk.wide });
  kernels.activate(desk.wide, desk.wide + count * feedForward * FLOAT);
  kernels.quantiseWide(desk.wide, count, desk.bytes, desk.scales, desk.sums);
  kernels.multiplyWide(...product(sides, layer.narrow, { count, columns: dimensions, out: desk.added }));
  normaliseRows(sides, layer.narrowed, count);
}

type Product = { readonly count: number; readonly columns: number; readonly out: number };

function multiplyRows(sides: Sides, rows: number, matrix: Matrix, wanted: Product): void {
  const { desk, kernels } = sides;
  kernels.quantise(rows, wanted.count, desk.bytes, desk.scales, desk.sums);
  kernels.multiply(...product(sides, matrix, wanted));
}

function product({ desk }: Sides, { weights, scales, bias }: Matrix, { count, columns, out }: Product): number[] {
  return [desk.bytes, desk.scales, desk.sums, count, weights, scales, bias, columns, out];
}

function normaliseRows({ desk, kernels }: Sides, { gain, bias }: Norm, count: number): void {
  kernels.normalise(desk.rows, desk.added, gain, bias, count);
}

/** The mean of a sentence's rows, brought to length 1. */
function meanOf({ card: { dimensions }, desk, memory }: Sides, { from, count }: Span): Float32Array {
  const rows = new Float32Array(memory.buffer, desk.rows + from * dimensions * FLOAT, count * dimensions);
  const mean = new Float64Array(dimensions);
  rows.forEach((value, at) => (mean[at % dimensions] = (mean[at % dimensions] ?? 0) + value));
  const length = Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(mean, (value) => (length === 0 ? 0 : value / length));
}
