/** Matching by meaning, as the background has it: the model, what was learned for it, and the vectors of packs. */
import { EVIDENCE } from '@/lib/matching/meaning/evidence.ts';
import { digestOfTargets, meaningFrom, meaningOf, type PackMeaning } from '@/lib/matching/meaning/pack-meaning.ts';
import { parseKeptMeaning } from '@/lib/matching/meaning/kept-meaning.ts';
import type { Meaning } from '@/lib/matching/meaning/read-meaning.ts';
import { parseTrained } from '@/lib/matching/meaning/trained.ts';
import type { ClaimIndex } from '@/lib/matching/claim-index.ts';
import { packVectors } from '@/lib/matching/meaning/vectors.ts';
import type { SentenceModel, StoredVector } from '@/lib/core/sentence-model.ts';
import type { MeaningStore } from '@/lib/storage/meaning-store.ts';
import type { ReadOwnFile } from './seed-packs.ts';
import type { ModelKeeper } from './sentence-model.ts';
import { report } from './report.ts';

/** Null where there is no model, or where it and what was learned are not of one release. Never rejects. */
export type MeaningKeeper = () => Promise<Meaning | null>;

type Sources = { readonly keeper: ModelKeeper; readonly readFile: ReadOwnFile; readonly store: MeaningStore };

export function keepMeaning(sources: Sources): MeaningKeeper {
  let kept: Promise<Meaning | null> | null = null;
  return () => (kept ??= load(sources));
}

async function load({ keeper, readFile, store }: Sources): Promise<Meaning | null> {
  const model = await keeper.get();
  if (model === null) return null;
  try {
    const trained = parseTrained(JSON.parse(await readFile('/model/acceptance.json')), EVIDENCE, model.id);
    return { model, trained, meaningOf: (index) => ofPack(index, model, { readFile, store }) };
  } catch (cause) {
    report(cause);
    return null;
  }
}

/** Of a sentence alone, to be kept with what the reader has said of it. */
export async function vectorToKeep(sentence: string, meaning: MeaningKeeper): Promise<StoredVector | null> {
  const model = (await meaning())?.model;
  const [vector] = (await model?.encode([{ text: sentence }])) ?? [];
  if (model === undefined || vector === undefined) return null;
  const { values, scales } = packVectors([vector]);
  return { model: model.id, values, scale: scales[0] ?? 0 };
}

type Kept = Pick<Sources, 'readFile' | 'store'>;

/** As it ships, else as it was worked out before, else worked out now and kept. */
async function ofPack(index: ClaimIndex, model: SentenceModel, { readFile, store }: Kept): Promise<PackMeaning> {
  const shipped = await shippedMeaning(index, model, readFile);
  if (shipped !== null) return shipped;
  const key = { pack: index.pack.id, model: model.id, digest: digestOfTargets(index) };
  const vectors = await store.get(key).catch(nothing);
  const known = vectors === null ? null : meaningFrom(index, model.id, vectors);
  if (known !== null) return known;
  const worked = await meaningOf(index, model);
  await store.put(key, worked.vectors).catch(nothing);
  return worked;
}

/** The store is a cache: a full disk costs time, not marks. */
function nothing(cause: unknown): null {
  report(cause);
  return null;
}

async function shippedMeaning(index: ClaimIndex, model: SentenceModel, readFile: ReadOwnFile) {
  try {
    return parseKeptMeaning(await readFile(`/meanings/${encodeURIComponent(index.pack.id)}.json`), index, model.id);
  } catch {
    // Of a reader's own pack there is none.
    return null;
  }
}
