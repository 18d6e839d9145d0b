/** Matching by meaning in Node: the model, what was learned for it, and the packs' vectors, as in the extension. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentenceModel } from '@/lib/core/sentence-model.ts';
import type { ClaimIndex } from '@/lib/matching/claim-index.ts';
import { EVIDENCE } from '@/lib/matching/meaning/evidence.ts';
import { meaningOf, type PackMeaning } from '@/lib/matching/meaning/pack-meaning.ts';
import { parseKeptMeaning, toKeptMeaning } from '@/lib/matching/meaning/kept-meaning.ts';
import type { Meaning } from '@/lib/matching/meaning/read-meaning.ts';
import { parseTrained } from '@/lib/matching/meaning/trained.ts';
import { MODEL_FOLDER, loadModel } from './load-model.ts';

export const MEANINGS_FOLDER = join(import.meta.dirname, '..', '..', 'public', 'meanings');

/** Null where there is no model. Rejects where it is damaged, or where what was learned belongs to another. */
export async function loadMeaning(folder: string = MODEL_FOLDER): Promise<Meaning | null> {
  const model = await loadModel(folder);
  if (model === null) return null;
  const trained = parseTrained(JSON.parse(readFileSync(join(folder, 'acceptance.json'), 'utf8')), EVIDENCE, model.id);
  return { model, trained, meaningOf: (index) => keptMeaning(index, model) };
}

/** Worked out once for a pack and a model, and kept in public/meanings/, from where it ships. */
export async function keptMeaning(index: ClaimIndex, model: SentenceModel): Promise<PackMeaning> {
  const path = join(MEANINGS_FOLDER, `${index.pack.id}.json`);
  const known = readKept(path, index, model);
  if (known !== null) return known;
  const meaning = await meaningOf(index, model);
  mkdirSync(MEANINGS_FOLDER, { recursive: true });
  writeFileSync(path, toKeptMeaning(index, meaning));
  return meaning;
}

function readKept(path: string, index: ClaimIndex, model: SentenceModel): PackMeaning | null {
  if (!existsSync(path)) return null;
  try {
    return parseKeptMeaning(readFileSync(path, 'utf8'), index, model.id);
  } catch {
    return null;
  }
}
