/** What the texts of a pack mean: a vector for each, and how near a sentence's is to those of each question. */
import type { PackedVectors, SentenceModel } from '@/lib/core/sentence-model.ts';
import { digestOf } from '@/lib/text/digest.ts';
import type { ClaimIndex } from '../claim-index.ts';
import { targetsOf, type Target } from './targets.ts';
import { cosinesWith, packVectors } from './vectors.ts';

/** `vectors`: one for each target, in order, of the model `model`. */
export type PackMeaning = {
  readonly model: string;
  readonly targets: readonly Target[];
  readonly vectors: PackedVectors;
};

/** Of a sentence to a question; cosines to its nearest text of each kind, −1 where it has none. */
export type Nearness = {
  readonly asks: number;
  readonly claim: number;
  readonly wording: number;
  readonly aspect: number;
  /** Of the claim that is nearest in its own or other words; −1 where the question has none. */
  readonly claimEntry: number;
  /** How near that one is. */
  readonly claimCosine: number;
  /** The aspect that is nearest, in the pack's words; null where the question has none. */
  readonly nearestAspect: string | null;
  /** All its texts together, near ones counting most; by this the encoder was trained. */
  readonly all: number;
  /** Mean of the nearest three: one text may be near by chance. */
  readonly topThree: number;
};

/** Sharpness of the soft maximum, and how much of the advantage of many texts is taken back. As in training. */
const [SHARPNESS, TAKEN_BACK] = [16, 0.5];
const NONE = -1;

/** By which vectors that were kept are known to be of these texts. */
export function digestOfTargets(index: ClaimIndex): string {
  return digestOf(targetsOf(index).map(({ text }) => text));
}

/** Rejects where the model does. */
export async function meaningOf(index: ClaimIndex, model: SentenceModel, signal?: AbortSignal): Promise<PackMeaning> {
  const targets = targetsOf(index);
  const vectors = await model.encode(
    targets.map(({ text }) => ({ text })),
    signal,
  );
  return { model: model.id, targets, vectors: packVectors(vectors) };
}

/** By question, in the order of the pack. */
export function nearnessOf(vector: Float32Array, { targets, vectors }: PackMeaning, questions: number): Nearness[] {
  const cosines = cosinesWith(vector, vectors);
  const found: Nearness[] = [];
  for (let from = 0, question = 0; question < questions; question += 1) {
    let to = from;
    while (targets[to]?.question === question) to += 1;
    found.push(summarise(targets.slice(from, to), cosines.subarray(from, to)));
    from = to;
  }
  return found;
}

function summarise(targets: readonly Target[], cosines: Float32Array): Nearness {
  const best = { asks: NONE, claim: NONE, wording: NONE, aspect: NONE };
  const byClaim = new Map<number, number>();
  let nearestAspect: string | null = null;
  let sum = 0;
  for (const [at, { kind, claimEntry, text }] of targets.entries()) {
    const cosine = cosines[at] ?? NONE;
    if (kind === 'aspect' && cosine > best.aspect) nearestAspect = text;
    best[kind] = Math.max(best[kind], cosine);
    sum += Math.exp(SHARPNESS * cosine);
    if (claimEntry >= 0) byClaim.set(claimEntry, Math.max(cosine, byClaim.get(claimEntry) ?? NONE));
  }
  const [first] = [...byClaim].sort(([, a], [, b]) => b - a);
  const nearest = Array.from(cosines)
    .sort((a, b) => b - a)
    .slice(0, 3);
  return {
    ...best,
    nearestAspect,
    claimEntry: first?.[0] ?? -1,
    claimCosine: first?.[1] ?? NONE,
    all: (Math.log(sum) - TAKEN_BACK * Math.log(targets.length)) / SHARPNESS,
    topThree: nearest.reduce((total, cosine) => total + cosine, 0) / nearest.length,
  };
}

/** Vectors that were kept, with the texts that they are of. Null where there are not as many. */
export function meaningFrom(index: ClaimIndex, model: string, vectors: PackedVectors): PackMeaning | null {
  const targets = targetsOf(index);
  return targets.length === vectors.count ? { model, targets, vectors } : null;
}
