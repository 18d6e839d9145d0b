/** The vectors of the packs that ship, worked out where the model is there: a reader's device need not. */
import { readdirSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@/lib/core/pack.ts';
import { buildIndex } from '@/lib/matching/claim-index.ts';
import { MEANINGS_FOLDER, keptMeaning } from '../model/load-meaning.ts';
import { loadModel } from '../model/load-model.ts';

/** Writes public/meanings/, and clears it of packs that are no more. */
export async function buildMeanings(packs: readonly Pack[]): Promise<void> {
  const wanted = new Set(packs.map(({ id }) => `${id}.json`));
  if (existsSync(MEANINGS_FOLDER))
    for (const name of readdirSync(MEANINGS_FOLDER)) if (!wanted.has(name)) rmSync(join(MEANINGS_FOLDER, name));
  const model = await loadModel();
  if (model === null) return;
  for (const pack of packs) await keptMeaning(buildIndex(pack), model);
}
