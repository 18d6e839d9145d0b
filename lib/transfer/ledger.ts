/** What came of what was taken in: counted in full, and why things were left out told of the first. */
import type { Complaint, Counted, Summary, TakenIn } from '@/lib/core/transfer.ts';
import type { OwnSection } from '@/lib/storage/own-rows.ts';
import { sum } from '@/lib/storage/taking-in.ts';

const MOST_COMPLAINTS = 100;
const NONE: TakenIn = { added: 0, replaced: 0, kept: 0 };

export type Ledger = {
  readonly count: (section: OwnSection, taken: TakenIn) => void;
  readonly complain: (complaint: Complaint) => void;
  readonly summary: () => Summary;
};

export function createLedger(): Ledger {
  const counts: Record<Counted, TakenIn> = { notes: NONE, articles: NONE, others: NONE };
  const complaints: Complaint[] = [];
  let notUnderstood = 0;
  return {
    count(section, taken) {
      const counted = section === 'notes' || section === 'articles' ? section : 'others';
      counts[counted] = sum([counts[counted], taken]);
    },
    complain({ where, why }) {
      notUnderstood += 1;
      if (complaints.length < MOST_COMPLAINTS) complaints.push({ where, why });
    },
    summary: () => ({ ...counts, notUnderstood, complaints: [...complaints] }),
  };
}
