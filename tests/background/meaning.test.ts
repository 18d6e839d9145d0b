/** The model, what was learned for it and the packs' vectors, from wherever they are kept. */
import { describe, expect, it, vi } from 'vitest';
import { keepMeaning, vectorToKeep } from '@/entrypoints/background/meaning.ts';
import { buildIndex } from '@/lib/matching/claim-index.ts';
import { EVIDENCE } from '@/lib/matching/meaning/evidence.ts';
import { toKeptMeaning } from '@/lib/matching/meaning/kept-meaning.ts';
import { meaningOf } from '@/lib/matching/meaning/pack-meaning.ts';
import { toPackedText } from '@/lib/matching/meaning/packed-text.ts';
import { packVectors } from '@/lib/matching/meaning/vectors.ts';
import type { MeaningKey, MeaningStore } from '@/lib/storage/meaning-store.ts';
import { damPack } from '@/tests/matching/dam-story.ts';
import { MADE_UP, madeUpModel } from '@/tests/matching/meaning/made-up-model.ts';

const LEARNED = {
  format: 'parallax-acceptance-1',
  model: 'made-up',
  evidence: EVIDENCE,
  intercept: 0,
  levels: MADE_UP.levels,
  trees: [],
  taught: [{ pack: 'p', questions: [], rows: toPackedText(packVectors([Float32Array.of(1)])), biases: [0] }],
};
const INDEX = buildIndex(damPack());

function keep(files: Record<string, string>, { model = madeUpModel(), broken = false } = {}) {
  const rows = new Map<string, Parameters<MeaningStore['put']>[1]>();
  const nameOf = ({ pack, model: id, digest }: MeaningKey) => `${pack}/${id}/${digest}`;
  const full = () => Promise.reject(new Error('full'));
  const store: MeaningStore = broken
    ? { get: full, put: full }
    : {
        get: (key) => Promise.resolve(rows.get(nameOf(key)) ?? null),
        put: (key, one) => Promise.resolve(void rows.set(nameOf(key), one)),
      };
  const keeper = { get: () => Promise.resolve(model), release: () => undefined, isLoaded: () => true };
  const readFile = (path: string) =>
    files[path] === undefined ? Promise.reject(new Error('none')) : Promise.resolve(files[path]);
  return { meaning: keepMeaning({ keeper, readFile, store }), rows, model };
}
const ACCEPTANCE = '/model/acceptance.json';
const SHIPPED = '/meanings/orrin-dam.json';

describe('what was learned', () => {
  it.each([
    ['is missing', {}],
    ['is damaged', { [ACCEPTANCE]: '{' }],
    ['belongs to another model', { [ACCEPTANCE]: JSON.stringify({ ...LEARNED, model: 'other' }) }],
  ])('%s: words are compared, and why is said once', async (_what, files) => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { meaning } = keep(files);
    expect([await meaning(), await meaning()]).toEqual([null, null]);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});

describe('the vectors of a pack', () => {
  const acceptance = { [ACCEPTANCE]: JSON.stringify(LEARNED) };

  it('are those that ship, where they are of its texts and of the model', async () => {
    const wanted = await meaningOf(INDEX, madeUpModel());
    const shipped = toKeptMeaning(INDEX, wanted);
    const { meaning, model } = keep({ ...acceptance, [SHIPPED]: shipped });
    expect(await (await meaning())?.meaningOf(INDEX)).toEqual(wanted);
    expect(model.encoded).toEqual([]);
    for (const other of [shipped.replace('"made-up"', '"other"'), shipped.replace('"digest":"', '"digest":"0'), '{']) {
      const stale = keep({ ...acceptance, [SHIPPED]: other });
      expect(await (await stale.meaning())?.meaningOf(INDEX)).toEqual(wanted);
      expect(stale.model.encoded.length).toBeGreaterThan(0);
    }
  });

  it('are worked out once, and kept', async () => {
    const { meaning, rows, model } = keep(acceptance);
    const first = await (await meaning())?.meaningOf(INDEX);
    const asked = model.encoded.length;
    expect(rows.size).toBe(1);
    expect(await (await meaning())?.meaningOf(INDEX)).toEqual(first);
    expect(model.encoded).toHaveLength(asked);
  });

  it('are there though nothing can be kept', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { meaning } = keep(acceptance, { broken: true });
    expect((await (await meaning())?.meaningOf(INDEX))?.targets.length).toBeGreaterThan(0);
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  });

  it('a sentence that the reader speaks of is kept with the model’s name, and without a model not at all', async () => {
    const { meaning } = keep(acceptance);
    expect(await vectorToKeep('The sluices were stuck.', meaning)).toMatchObject({ model: 'made-up' });
    expect(await vectorToKeep('The sluices were stuck.', () => Promise.resolve(null))).toBeNull();
  });
});
