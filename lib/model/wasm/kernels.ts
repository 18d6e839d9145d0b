/** The kernels of one model, compiled: made for its widths, and for what this browser's processor can do. */
import { ModelError } from '../model-error.ts';
import type { ModelCard } from '../model-card.ts';
import { assemble } from './assembler.ts';
import { attend } from './attention.ts';
import { DOTS, multiply, type Dot } from './multiply.ts';
import { activate, normalise, quantise } from './row-kernels.ts';

/** Addresses and counts, as each kernel's own comment lists them. */
export type Kernel = (...numbers: readonly number[]) => void;
/** `…Wide`: for rows as wide as they are between the two halves of a layer. */
export type Kernels = {
  readonly attend: Kernel;
  readonly activate: Kernel;
  readonly normalise: Kernel;
  readonly quantise: Kernel;
  readonly quantiseWide: Kernel;
  readonly multiply: Kernel;
  readonly multiplyWide: Kernel;
};

export function kernelCode({ dimensions, heads, feedForward }: ModelCard, dot: Dot): Uint8Array<ArrayBuffer> {
  return assemble([
    attend('attend', dimensions, heads),
    activate('activate'),
    normalise('normalise', dimensions),
    quantise('quantise', dimensions),
    quantise('quantiseWide', feedForward),
    multiply('multiply', dimensions, dot),
    multiply('multiplyWide', feedForward, dot),
  ]);
}

/** Rejects with a ModelError where the browser, or its policy, lets no WebAssembly run. */
export async function compileKernels(card: ModelCard, memory: WebAssembly.Memory, wanted?: Dot): Promise<Kernels> {
  try {
    const codes = (wanted === undefined ? DOTS.toReversed() : [wanted]).map((dot) => kernelCode(card, dot));
    const code = codes.find((one) => WebAssembly.validate(one));
    if (code === undefined) throw new ModelError('refused', 'this browser knows no SIMD');
    const { instance } = await WebAssembly.instantiate(code, { env: { memory } });
    return kernelsOf(instance.exports);
  } catch (cause) {
    throw cause instanceof ModelError ? cause : new ModelError('refused', 'WebAssembly was refused', cause);
  }
}

function kernelsOf(exports: WebAssembly.Exports): Kernels {
  const kernel = (name: string): Kernel => {
    const found = exports[name];
    if (typeof found !== 'function') throw new ModelError('refused', `no kernel ${name}`);
    return (...numbers) => void Reflect.apply(found, undefined, numbers);
  };
  return {
    attend: kernel('attend'),
    activate: kernel('activate'),
    normalise: kernel('normalise'),
    quantise: kernel('quantise'),
    quantiseWide: kernel('quantiseWide'),
    multiply: kernel('multiply'),
    multiplyWide: kernel('multiplyWide'),
  };
}
