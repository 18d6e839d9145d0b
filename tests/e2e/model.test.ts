/** The sentence model in the background of real browsers: the same vectors as in Node, whatever happens to the worker. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelInput } from '@/lib/core/sentence-model.ts';
import { privateMegabytes } from '@/scripts/drive/extension-process.ts';
import { serve, type Site } from '@/scripts/drive/serve.ts';
import { until } from '@/scripts/drive/until.ts';
import { loadModel, MODEL_FOLDER } from '@/scripts/model/load-model.ts';
import { BACKSTAGES, type Backstage } from './backstage.ts';
import { marked } from './driver.ts';
import { SAMPLE } from './pages.ts';

const MOST_MEGABYTES = 150;
const TEXTS = [
  'The ferry to the northern islands was cancelled for the third day in a row.',
  'Nobody answered.',
  '“We never agreed to that,” the mayor said, “and we never will.”',
  'The museum denied that the painting had been sold; it was on loan to a gallery in Gdańsk.',
  'Паром отменили в третий раз.',
  '渡船又取消了 🚢👩‍👩‍👧‍👦',
  '1,351 crates — no, 3,925 — were counted at 14:30.',
  '',
  'x'.repeat(300),
  'A sentence that goes on and on, '.repeat(30),
];
/** Each alone, and each behind the one before it: twenty. */
const INPUTS: readonly ModelInput[] = TEXTS.flatMap((text, at) => [
  { text },
  { text, context: TEXTS.at(at - 1) ?? '' },
]);
const MANY = Array.from({ length: 300 }, (_, at) => ({ text: `On day ${at} the ferry carried ${at * 37} people.` }));

const encode = (inputs: readonly ModelInput[]) => `
  const model = await globalThis.__parallaxModel.get();
  const vectors = await model.encode(${JSON.stringify(inputs)});
  return JSON.stringify(vectors.map((vector) => [...vector]));`;

const isThere = existsSync(join(MODEL_FOLDER, 'model.json'));
const browsers = BACKSTAGES.filter(({ missing }) => !missing);

describe.skipIf(!isThere)('with the model (skipped: public/model is empty)', () => {
  describe.each(browsers)('$name', ({ build, launch }) => {
    let stage: Backstage;
    let wanted: number[][];
    beforeAll(async () => {
      const model = await loadModel();
      wanted = ((await model?.encode(INPUTS)) ?? []).map((vector) => [...vector]);
      stage = await launch(build);
    });
    afterAll(() => stage.driver.close());
    const vectors = async (inputs = INPUTS) => JSON.parse(await stage.ask<string>(encode(inputs))) as number[][];

    it('gives the vectors that Node gives, to the last bit', async () => {
      expect(await vectors()).toEqual(wanted);
    });
    it('gives them when the background has been killed', async () => {
      await stage.driver.killBackground();
      expect(await vectors()).toEqual(wanted);
    });
    it('gives them to who asks again after the background was killed at work', async () => {
      const broken = stage.ask(encode(MANY)).catch(() => 'broken off');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await stage.driver.killBackground();
      expect(await vectors()).toEqual(wanted);
      // In Firefox who asked hears nothing at all; nobody may wait for that without an end.
      await Promise.race([broken, new Promise((resolve) => setTimeout(resolve, 1000))]);
    });
    it('gives them to several who ask at once', async () => {
      const answers = await Promise.all([vectors(), vectors(INPUTS.toReversed()), vectors()]);
      expect(answers).toEqual([wanted, wanted.toReversed(), wanted]);
    });
  });

  // In a browser of its own: what earlier backgrounds left is collected when the browser likes.
  it.skipIf(process.platform !== 'linux').each(browsers)(
    `$name takes at most ${MOST_MEGABYTES} MB more at work than idle, and gives back what it took (skipped but on Linux)`,
    async ({ build, launch }) => {
      const { driver, ask, pid: pidOf } = await launch(build);
      await ask('return 1');
      const pid = await pidOf();
      const before = privateMegabytes(pid) ?? 0;
      const most = await highest(pid, () => ask(encode(MANY)));
      expect(most).toBeGreaterThan(before + 20);
      expect(most - before).toBeLessThanOrEqual(MOST_MEGABYTES);
      await ask('globalThis.__parallaxModel.release()');
      // The weights and the room to work in are 28 MB. A browser collects when somebody asks for memory.
      await until(async () => {
        await ask('return new Uint8Array(64 * 1024 * 1024).fill(1, 0, 1).length');
        return (privateMegabytes(pid) ?? 0) < most - 25;
      }, 60_000);
      await driver.close();
    },
  );
});

describe.each(browsers)('without a model: $name', ({ build, launch }) => {
  let site: Site;
  let folder: string;
  beforeAll(async () => {
    site = await serve({ '/sample': SAMPLE });
    folder = mkdtempSync(join(tmpdir(), 'parallax-model-'));
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const cases: readonly (readonly [what: string, change: (copy: string) => void])[] = [
    ['missing', (copy) => rmSync(join(copy, 'model'), { recursive: true, force: true })],
    ['damaged', (copy) => flipBit(join(copy, 'model', 'model.bin'))],
    ['refused by the policy', (copy) => edit(join(copy, 'manifest.json'), " 'wasm-unsafe-eval'", '')],
  ];
  it.each(cases.filter(([what]) => isThere || what === 'missing'))('%s: says so and reads on', async (what, change) => {
    const copy = join(folder, what);
    cpSync(build, copy, { recursive: true });
    change(copy);
    const { driver, ask } = await launch(copy);
    try {
      const answers = await ask(`const keeper = globalThis.__parallaxModel;
        return [await keeper.get(), await keeper.get(), keeper.isLoaded()];`);
      expect(answers).toEqual([null, null, false]);
      const tab = await driver.open(`${site.url}/sample`);
      await driver.clickAction(tab);
      await until(async () => (await marked(tab)).length >= 8);
    } finally {
      await driver.close();
    }
  });
});

/** The most that a process takes while something is done. */
async function highest(pid: number, work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, privateMegabytes(pid) ?? 0)), 50);
  await work();
  clearInterval(timer);
  return most;
}

function flipBit(file: string): void {
  const bytes = readFileSync(file);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
