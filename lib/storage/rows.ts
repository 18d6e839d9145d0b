/** Rows as they lie in the database. A pack's parts are rows of their own, so that one can be read or changed alone. */
import type { ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Account, Claim, Pack, Question, SentenceHash, Source } from '@/lib/core/pack.ts';

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

/** “Not the same claim”: the sentence, by its hash, is not to be marked with the question again. */
export type FeedbackRow = {
  readonly pack: PackId;
  readonly question: QuestionId;
  readonly sentence: SentenceHash;
  /** Milliseconds since 1970, by this device's clock. */
  readonly at: number;
};

export type SettingRow = { readonly key: string; readonly value: unknown };
