/** The sentence model in the background: loaded when first needed, let go when nobody has needed it for a while. */
import { browser } from 'wxt/browser';
import type { SentenceModel } from '@/lib/core/sentence-model.ts';
import { createEncoder, type Encoder } from '@/lib/model/encoder.ts';
import { ModelError } from '@/lib/model/model-error.ts';
import { readModelFiles, type ReadModelFile } from '@/lib/model/read-files.ts';
import { report } from './report.ts';

export type ModelKeeper = {
  /** Null where there is none: then words alone are compared. Never rejects; why is said once to the console. */
  readonly get: () => Promise<SentenceModel | null>;
  /** Frees its memory; whoever asks it next waits for it to be loaded again. */
  readonly release: () => void;
  readonly isLoaded: () => boolean;
};
export type KeeperOptions = { readonly load?: () => Promise<Encoder>; readonly idleSeconds?: number };

/** Less than browsers let pass before they end an idle background, which frees everything. */
const IDLE_SECONDS = 20;
/** When, after a release, memory is asked for: by then nothing on any stack holds the model any more. */
const ASKED_AFTER = [500, 2000];
const ASKED_BYTES = 64 * 1024 * 1024;

export function keepModel({ load = loadOwn, idleSeconds = IDLE_SECONDS }: KeeperOptions = {}): ModelKeeper {
  let loading: Promise<Encoder | null> | null = null;
  let loaded: Encoder | null = null;
  let working = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = (): void => {
    if (loaded === null) return;
    loaded.release();
    [loading, loaded] = [null, null];
    for (const delay of ASKED_AFTER) setTimeout(askForMemory, delay);
  };
  const start = async () => (loaded = await loadOrReport(load));
  const whileWorking = async <T>(work: (encoder: Encoder | null) => T | Promise<T>): Promise<T> => {
    clearTimeout(timer);
    working += 1;
    try {
      return await work(await (loading ??= start()));
    } finally {
      working -= 1;
      clearTimeout(timer);
      if (working === 0 && loaded !== null) timer = setTimeout(release, 1000 * idleSeconds);
    }
  };
  const encode: SentenceModel['encode'] = (inputs, signal) =>
    whileWorking((encoder) => {
      if (encoder === null) throw new ModelError('absent', 'it could not be loaded again');
      return encoder.encode(inputs, signal);
    });

  return {
    get: () => whileWorking((encoder) => encoder && { id: encoder.id, dimensions: encoder.dimensions, encode }),
    release,
    isLoaded: () => loaded !== null,
  };
}

/** Null stays until the background starts anew: what failed once is not tried again for every sentence. */
async function loadOrReport(load: () => Promise<Encoder>): Promise<Encoder | null> {
  try {
    return await load();
  } catch (cause) {
    report(cause);
    return null;
  }
}

async function loadOwn(): Promise<Encoder> {
  const files = await readModelFiles(readOwnBytes);
  const encoder = await createEncoder(files);
  // The encoder has copied them. Left to themselves they would stay until somebody collects.
  files.weights.buffer.transfer(0);
  return encoder;
}

/**
 * Chromium collects when memory is asked for, not when it is let go: an idle background would keep what it released.
 * Of what is asked for one byte is written, so that no build takes it for needless; the rest is never really taken.
 */
function askForMemory(): void {
  try {
    new Uint8Array(ASKED_BYTES).fill(1, 0, 1);
  } catch (cause) {
    // Where there is none to be had, the browser has collected already.
    if (!(cause instanceof RangeError)) throw cause;
  }
}

const readOwnBytes: ReadModelFile = async (name) => {
  // eslint-disable-next-line no-restricted-globals -- the address is the extension's own: no request leaves the browser
  const response = await fetch(browser.runtime.getURL(`/model/${name}` as '/'));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
