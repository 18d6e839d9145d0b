/** What the reader said of marks: “not the same claim”, remembered for the sentence wherever it stands. */
import type { PackId, QuestionId } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';

export type Rejection = { readonly pack: PackId; readonly question: QuestionId; readonly sentence: SentenceHash };

export type FeedbackStore = {
  readonly reject: (rejection: Rejection) => Promise<void>;
  readonly restore: (rejection: Rejection) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly all: () => Promise<Rejection[]>;
};

export function createFeedbackStore(db: LibraryDb): FeedbackStore {
  return {
    reject: (rejection) =>
      guarded(async () => {
        await db.feedback.put({ ...rejection, at: Date.now() });
      }),
    restore: ({ pack, question, sentence }) => guarded(() => db.feedback.delete([pack, question, sentence])),
    clear: () => guarded(() => db.feedback.clear()),
    all: () => guarded(() => db.feedback.toArray()),
  };
}

/** For look-up by the matcher. */
export const rejectionKey = ({ pack, question, sentence }: Rejection): string => `${pack}/${question}/${sentence}`;
