/** Matching by meaning in Node: the model, what was learned for it, and the packs' vectors, as in the extension. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { record, text } from '@/lib/core/parse.ts';
import type { SentenceModel } from '@/lib/core/sentence-model.ts';
import type { ClaimIndex } from '@/lib/matching/claim-index.ts';
import { EVIDENCE } from '@/lib/matching/meaning/evidence.ts';
import { digestOfTargets, meaningFrom, meaningOf, type PackMeaning } from '@/lib/matching/meaning/pack-meaning.ts';
import { parsePackedText, toPackedText } from '@/lib/matching/meaning/packed-text.ts';
import type { Meaning } from '@/lib/matching/meaning/read-meaning.ts';
import { parseTrained } from '@/lib/matching/meaning/trained.ts';
import { MODEL_FOLDER, loadModel } from './load-model.ts';

export const MEANINGS_FOLDER = join(import.meta.dirname, '..', '..', 'public', 'meanings');

/** Null where there is no model. Rejects where it is damaged, or where what was learned belongs to another. */
export async function loadMeaning(folder: string = MODEL_FOLDER): Promise<Meaning | null> {
  const model = await loadModel(folder);
  if (model === null) return null;
  const trained = parseTrained(JSON.parse(readFileSync(join(folder, 'acceptance.json'), 'utf8')), EVIDENCE);
  if (trained.model !== model.id) throw new Error(`learned for ${trained.model}, not for ${model.id}`);
  return { model, trained, meaningOf: (index) => keptMeaning(index, model) };
}

/** Worked out once for a pack and a model, and kept in public/meanings/, from where it ships. */
export async function keptMeaning(index: ClaimIndex, model: SentenceModel): Promise<PackMeaning> {
  const path = join(MEANINGS_FOLDER, `${index.pack.id}.json`);
  const digest = digestOfTargets(index);
  const kept = readKept(path, { model: model.id, digest });
  const known = kept === null ? null : meaningFrom(index, model.id, kept);
  if (known !== null) return known;
  const meaning = await meaningOf(index, model);
  mkdirSync(MEANINGS_FOLDER, { recursive: true });
  writeFileSync(path, `${JSON.stringify({ model: model.id, digest, vectors: toPackedText(meaning.vectors) })}\n`);
  return meaning;
}

function readKept(path: string, { model, digest }: { readonly model: string; readonly digest: string }) {
  if (!existsSync(path)) return null;
  try {
    const file = record(JSON.parse(readFileSync(path, 'utf8')), 'meaning');
    const isOf = text(file.model, 'meaning.model') === model && text(file.digest, 'meaning.digest') === digest;
    return isOf ? parsePackedText(file.vectors, 'meaning.vectors') : null;
  } catch {
    return null;
  }
}
