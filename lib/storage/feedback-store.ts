/** What the reader said of marks, remembered for the sentence wherever it stands: one answer for a question. */
import type { PackId, QuestionId } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import type { StoredVector } from '@/lib/core/sentence-model.ts';
import type { LibraryDb } from './db.ts';
import { guarded } from './library-error.ts';
import { parseFeedbackRow } from './parse-rows.ts';
import { readable } from './readable.ts';
import type { FeedbackRow } from './rows.ts';

/** What an answer is about. */
export type Answered = { readonly pack: PackId; readonly question: QuestionId; readonly sentence: SentenceHash };
export type Feedback = Omit<FeedbackRow, 'at'>;

export type FeedbackStore = {
  /** Takes the place of what was said before of the same sentence and question. */
  readonly say: (feedback: Feedback) => Promise<void>;
  readonly takeBack: (answered: Answered) => Promise<void>;
  /** Adds what the sentence means to an answer. Does nothing when the answer has been taken back meanwhile. */
  readonly remember: (answered: Answered, vector: StoredVector) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Rows that are damaged are left out, and left alone. */
  readonly all: () => Promise<FeedbackRow[]>;
};

export function createFeedbackStore(db: LibraryDb): FeedbackStore {
  return {
    say: (feedback) =>
      guarded(async () => {
        await db.feedback.put({ ...feedback, at: Date.now() });
      }),
    takeBack: (answered) => guarded(() => db.feedback.delete(rowKey(answered))),
    remember: (answered, vector) =>
      guarded(async () => {
        await db.feedback.update(rowKey(answered), { vector });
      }),
    clear: () => guarded(() => db.feedback.clear()),
    all: () => guarded(async () => (await db.feedback.toArray()).flatMap((row) => readable(row, parseFeedbackRow))),
  };
}

const rowKey = ({ pack, question, sentence }: Answered): [string, string, string] => [pack, question, sentence];
