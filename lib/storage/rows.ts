/** Rows as they lie in the database. A pack's parts are rows of their own, so that one can be read or changed alone. */
import type { ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Account, Claim, Pack, Question, SentenceHash, Source } from '@/lib/core/pack.ts';
import type { PackedVectors, StoredVector } from '@/lib/core/sentence-model.ts';

export type PackRow = Omit<Pack, 'sources' | 'questions'> & {
  /** Off: kept, but no page is matched against it. */
  readonly on: boolean;
  /** `built-in` packs follow the extension's own updates and cannot be removed. */
  readonly from: 'built-in' | 'reader';
};

type InPack = { readonly pack: PackId; readonly place: number };
export type SourceRow = Source & InPack;
export type QuestionRow = Omit<Question, 'claims'> & InPack;
export type ClaimRow = Omit<Claim, 'accounts'> & InPack & { readonly question: QuestionId };
export type AccountRow = Account & InPack & { readonly claim: ClaimId };

/** `no`: the sentence, by its hash, is not to be marked with the question again. `yes`: it speaks to the question. */
export const VERDICTS = ['no', 'yes'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The reader's last word on a sentence and a question. */
export type FeedbackRow = {
  readonly pack: PackId;
  readonly question: QuestionId;
  readonly sentence: SentenceHash;
  readonly verdict: Verdict;
  /** With `yes`: the claim that the sentence states; null: none in particular. */
  readonly claim: ClaimId | null;
  /** What the sentence means; null where no model has read it. */
  readonly vector: StoredVector | null;
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
};

export type SettingRow = { readonly key: string; readonly value: unknown };

/** What a pack's texts mean to a model: a cache, made anew where it is missing or of other texts (`digest`). */
export type MeaningRow = {
  readonly pack: PackId;
  readonly model: string;
  readonly digest: string;
  readonly vectors: PackedVectors;
};
