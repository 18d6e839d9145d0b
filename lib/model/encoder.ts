/** The trained sentence model: word pieces, layers, mean. The same in a service worker, an event page and in Node. */
import type { ModelInput, SentenceModel } from '@/lib/core/sentence-model.ts';
import { startEngine, type Engine } from './engine.ts';
import type { ModelFiles } from './model-card.ts';
import { ModelError } from './model-error.ts';
import type { Dot } from './wasm/multiply.ts';
import { createWordPieces, type Tokens } from './word-pieces.ts';

export type Encoder = SentenceModel & {
  /** Lets go of the weights. Whatever is asked later, or is being answered, rejects. */
  readonly release: () => void;
};

/** Rejects with a ModelError. `dot`: how to multiply, for tests; else the best that the browser knows. */
export async function createEncoder(files: ModelFiles, { dot }: { readonly dot?: Dot } = {}): Promise<Encoder> {
  const { card } = files;
  const piecesOf = createWordPieces(files.vocabulary, card);
  let engine: Engine | null = await startEngine(files, dot);
  return {
    id: card.id,
    dimensions: card.dimensions,
    async encode(inputs, signal) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < inputs.length;) {
        signal?.throwIfAborted();
        if (engine === null) throw new ModelError('released', 'it was released');
        const batch = batchFrom(inputs, from, { piecesOf, room: engine.room });
        vectors.push(...engine.run(batch));
        from += batch.length;
        await nextTurn();
      }
      return vectors;
    },
    release: () => void (engine = null),
  };
}

type Filling = { readonly piecesOf: (input: ModelInput) => Tokens; readonly room: number };

/** As many inputs, from one on, as there is room for. In the order asked: what is in view comes first. */
function batchFrom(inputs: readonly ModelInput[], from: number, { piecesOf, room }: Filling): Tokens[] {
  const batch: Tokens[] = [];
  let free = room;
  for (const input of inputs.slice(from, from + room)) {
    const tokens = piecesOf(input);
    free -= tokens.ids.length;
    if (free < 0 && batch.length > 0) break;
    batch.push(tokens);
  }
  return batch;
}

/** Whoever else waits for this thread gets it: a message, a click. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    // A timer of 0 ms, set again and again, is made to wait 4.
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
