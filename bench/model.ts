/**
 * What the sentence model costs, in Node and in Chromium's worker: `tsx bench/model.ts`, after a build, prints JSON.
 * All text is made up by a seed; forty sentences are about what is in view when an article opens.
 */
import type { ModelInput } from '@/lib/core/sentence-model.ts';
import { nearest, packVectors } from '@/lib/matching/meaning/vectors.ts';
import { createWordPieces } from '@/lib/model/word-pieces.ts';
import { readModelFiles } from '@/lib/model/read-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../scripts/build-for.ts';
import { launchChromium } from '../scripts/drive/chromium.ts';
import { chromiumExtensionPid, privateMegabytes } from '../scripts/drive/extension-process.ts';
import { loadModel, MODEL_FOLDER } from '../scripts/model/load-model.ts';
import { createWriter } from './made-up-words.ts';

const ROUNDS = 7;
const [IN_VIEW, ARTICLE, WORDS] = [40, 400, 11];
const [FEW, MANY, DIMENSIONS] = [2000, 100_000, 384];

type Place = { readonly load: () => Promise<number>; readonly encode: (count: number) => Promise<number> };

const { sentence } = createWriter(1);
const inputs = Array.from({ length: ARTICLE }, (): ModelInput => ({ text: `The ${sentence(WORDS)}.` }));

console.log(
  JSON.stringify(
    {
      tokensPerSentence: await tokensPerSentence(),
      node: await measure(inNode()),
      chromium: await inChromium(),
      nearest: { [`ms of ${FEW}`]: search(FEW), [`ms of ${MANY}`]: search(MANY) },
    },
    null,
    1,
  ),
);

async function measure({ load, encode }: Place) {
  const loadMs = await load();
  // The first is still being compiled to its fastest: what a reader meets who opens the first article.
  const first = await encode(IN_VIEW);
  return {
    loadMs: rounded(loadMs),
    [`first${IN_VIEW}Ms`]: rounded(first),
    [`warm${IN_VIEW}Ms`]: await median(() => encode(IN_VIEW)),
    oneMs: await median(() => encode(1)),
    [`ms of ${ARTICLE}`]: rounded(await encode(ARTICLE)),
  };
}

function inNode(): Place {
  const loading = async () => {
    const model = await loadModel();
    if (model === null) throw new Error('public/model holds no model to measure');
    return model;
  };
  let loaded: ReturnType<typeof loading>;
  return {
    load: () => timed(() => (loaded = loading())),
    encode: async (count) => {
      const model = await loaded;
      return timed(() => model.encode(inputs.slice(0, count)));
    },
  };
}

async function inChromium() {
  const chromium = await launchChromium(outputOf('chrome'));
  const ask = (body: string) =>
    chromium.inWorker<number>(`(async () => {
      const began = performance.now();
      const model = await globalThis.__parallaxModel.get();
      ${body}
      return performance.now() - began;
    })()`);
  const pid = await chromiumExtensionPid(chromium);
  const idle = privateMegabytes(pid);
  const costs = await measure({
    load: () => ask(''),
    encode: (count) => ask(`await model.encode(${JSON.stringify(inputs.slice(0, count))});`),
  });
  const used = privateMegabytes(pid);
  await chromium.inWorker('globalThis.__parallaxModel.release()');
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const released = privateMegabytes(pid);
  await chromium.close();
  return { ...costs, processMB: { idle: whole(idle), used: whole(used), released: whole(released) } };
}

async function tokensPerSentence(): Promise<number> {
  const read = (name: string) => Promise.resolve(new Uint8Array(readFileSync(join(MODEL_FOLDER, name))));
  const { card, vocabulary } = await readModelFiles(read);
  const piecesOf = createWordPieces(vocabulary, card);
  return rounded(inputs.reduce((sum, input) => sum + piecesOf(input).ids.length, 0) / inputs.length);
}

function search(count: number): number {
  const vectors = Array.from({ length: count }, (_, row) =>
    Float32Array.from({ length: DIMENSIONS }, (_one, at) => Math.sin(row * 7 + at * at) / Math.sqrt(DIMENSIONS / 2)),
  );
  const packed = packVectors(vectors);
  const [query = new Float32Array(DIMENSIONS)] = vectors;
  const times = Array.from({ length: 40 }, () => {
    const began = performance.now();
    nearest(query, packed, 10);
    return performance.now() - began;
  });
  return rounded(middle(times));
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

async function median(task: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await task());
  return rounded(middle(times));
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}
