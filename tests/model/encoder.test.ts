/** The encoder on a tiny model of chance weights (training/record_fixtures.py), and on the shipped one where it is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelInput } from '@/lib/core/sentence-model.ts';
import { createEncoder } from '@/lib/model/encoder.ts';
import { readModelFiles, type ModelFileName, type ReadModelFile } from '@/lib/model/read-files.ts';
import { DOTS } from '@/lib/model/wasm/multiply.ts';
import { loadModel, MODEL_FOLDER } from '@/scripts/model/load-model.ts';

const TINY = 'tests/fixtures/model/tiny';
type Expected = readonly [context: string | null, text: string, vector: readonly number[]];
const expected = JSON.parse(readFileSync(join(TINY, 'expected.json'), 'utf8')) as readonly Expected[];
const inputs = expected.map(([context, text]): ModelInput => (context === null ? { text } : { text, context }));

const read: ReadModelFile = (name) => Promise.resolve(new Uint8Array(readFileSync(join(TINY, name))));
const tiny = async () => createEncoder(await readModelFiles(read));
const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('vectors', () => {
  it('are those of the float model, but for what rounding costs', async () => {
    const vectors = await (await tiny()).encode(inputs);
    const cosines = vectors.map((vector, at) => cosine(vector, expected[at]?.[2] ?? []));
    expect(Math.min(...cosines)).toBeGreaterThan(0.995);
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });
  it('are the same to the last bit however products are made', async () => {
    const files = await readModelFiles(read);
    const all = await Promise.all(DOTS.map(async (dot) => (await createEncoder(files, { dot })).encode(inputs)));
    for (const vectors of all) expect(vectors).toEqual(all[0]);
  });
  it('are the same to the last bit whatever is asked beside them', async () => {
    const model = await tiny();
    const alone = (await Promise.all(inputs.map((input) => model.encode([input])))).flat();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...inputs.keys()], { minLength: 1 }), async (order) => {
        const together = await model.encode(order.flatMap((at) => inputs[at] ?? []));
        expect(together).toEqual(order.map((at) => alone[at]));
      }),
      { numRuns: 20 },
    );
  });
  it('depend on the context', async () => {
    const [without, one, other] = await (
      await tiny()
    ).encode([{ text: 'ripple' }, { text: 'ripple', context: 'trap' }, { text: 'ripple', context: 'faerie' }]);
    expect(new Set([without, one, other].map((vector) => vector?.join())).size).toBe(3);
  });
  it('are numbers for any text', async () => {
    const model = await tiny();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const [vector] = await model.encode([{ text }]);
        expect(vector?.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('lifetime', () => {
  it('stops between two batches when it is told to', async () => {
    const model = await tiny();
    const stop = new AbortController();
    const many = Array.from({ length: 400 }, (_, at) => inputs[at % inputs.length] ?? { text: '' });
    const answer = model.encode(many, stop.signal);
    stop.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
  });
  it('lets others in between two batches', async () => {
    const model = await tiny();
    const many = Array.from({ length: 400 }, () => inputs[0] ?? { text: '' });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await model.encode(many);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
  it('answers several who ask at once, each as if alone', async () => {
    const model = await tiny();
    const alone = await model.encode(inputs);
    const answers = await Promise.all([model.encode(inputs), model.encode(inputs.toReversed())]);
    expect(answers).toEqual([alone, alone.toReversed()]);
  });
  it('says so when it has been released', async () => {
    const model = await tiny();
    const late = model.encode(Array.from({ length: 400 }, () => inputs[0] ?? { text: '' }));
    model.release();
    await expect(late).rejects.toMatchObject({ kind: 'released' });
    await expect(model.encode(inputs)).rejects.toMatchObject({ kind: 'released' });
  });
});

describe('files that are not right', () => {
  const instead = (name: ModelFileName, bytes: Uint8Array<ArrayBuffer> | null): ReadModelFile =>
    async function (asked) {
      if (asked === name && bytes === null) throw new Error('404');
      return asked === name && bytes !== null ? bytes : read(asked);
    };
  const text = (value: string) => new TextEncoder().encode(value);
  const weights = new Uint8Array(readFileSync(join(TINY, 'model.bin')));
  const card = JSON.parse(readFileSync(join(TINY, 'model.json'), 'utf8')) as Record<string, unknown>;
  const changed = weights.map((byte, at) => (at === 1000 ? byte ^ 1 : byte));
  const cases: readonly (readonly [string, ReadModelFile, string])[] = [
    ['no weights', instead('model.bin', null), 'absent'],
    ['no card', instead('model.json', null), 'absent'],
    ['one bit changed', instead('model.bin', changed), 'damaged'],
    ['half the weights', instead('model.bin', weights.slice(0, 9000)), 'damaged'],
    ['another vocabulary', instead('vocab.txt', text('a\nb\n')), 'damaged'],
    ['a card of something else', instead('model.json', text('{"id":"x"}')), 'damaged'],
    ['a card that is no JSON', instead('model.json', text('<html>')), 'damaged'],
    ['heads that do not fit', instead('model.json', text(JSON.stringify({ ...card, heads: 3 }))), 'damaged'],
    ['a card of another size', instead('model.json', text(JSON.stringify({ ...card, layers: 3 }))), 'damaged'],
  ];
  it.each(cases)('%s', async (_what, reader, kind) => {
    const starting = readModelFiles(reader).then((files) => createEncoder(files));
    await expect(starting).rejects.toMatchObject({ name: 'ModelError', kind });
  });
});

describe.skipIf(!existsSync(join(MODEL_FOLDER, 'model.json')))(
  'the shipped model (skipped: public/model is empty)',
  () => {
    it('finds the sentence that says the same', async () => {
      const model = await loadModel();
      const texts = [
        'The bridge over the river was closed on Monday.',
        'On Monday traffic over the river bridge was halted.',
        'The choir sang for two hours.',
      ];
      const [bridge, same, choir] = (await model?.encode(texts.map((one) => ({ text: one })))) ?? [];
      if (bridge === undefined || same === undefined || choir === undefined) throw new Error('no vectors');
      expect(cosine(bridge, same)).toBeGreaterThan(cosine(bridge, choir) + 0.2);
    });
  },
);
