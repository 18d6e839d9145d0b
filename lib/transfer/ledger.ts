/** What came of what was taken in: counted in full, and why things were left out told of the first. */
import type { OwnSection } from '@/lib/storage/own-rows.ts';
import { sum, type TakenIn } from '@/lib/storage/taking-in.ts';

/** What a reader would count: the rest (settings, texts, answers, packs, drafts) goes together. */
export type Counted = 'notes' | 'articles' | 'others';

/** `where`: the place in the file, after the file's name where there are several. */
export type Complaint = { readonly where: string; readonly why: string };

export type Summary = Readonly<Record<Counted, TakenIn>> & {
  readonly notUnderstood: number;
  /** The first hundred. */
  readonly complaints: readonly Complaint[];
};

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
