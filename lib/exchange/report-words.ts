/** The words of the report, in the reader's language: all are handed in, since this room knows no browser. */
import type { CardSource } from '@/lib/card/card.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Figure } from '@/lib/core/figures.ts';
import type { MarkKind } from '@/lib/core/marks.ts';
import type { Relation } from '@/lib/core/match.ts';
import type { Note } from '@/lib/core/note.ts';
import type { Stance, ToldDate } from '@/lib/core/pack.ts';
import type messages from '@/public/_locales/en/messages.json';

type MessageKey = keyof typeof messages;

/** Those of its own, and those that it shares with the card and the library. */
export type ReportKey =
  | Extract<MessageKey, `report${string}`>
  | 'accountVia'
  | 'amountWithUnit'
  | 'articleUndated'
  | 'articleUntitled'
  | 'disputedBy'
  | 'figuresBy'
  | 'figuresTitle'
  | 'foldAlsoPrinted'
  | 'foldArticles'
  | 'foldTakenFrom'
  | 'hereDenies'
  | 'hereOnQuestion'
  | 'hereOtherAnswer'
  | 'hereOtherFigure'
  | 'hereSame'
  | 'kindAgree'
  | 'kindAndTally'
  | 'kindDiffer'
  | 'kindSingle'
  | 'nameAndDate'
  | 'noteImage'
  | 'noteTaskDone'
  | 'noteTaskOpen'
  | 'openPassage'
  | 'openSource'
  | 'packVersionDate'
  | 'speakerIn'
  | 'tally'
  | 'titleQuoted'
  | 'unmarkedNotChecked';

export type ReportCounted =
  'accounts' | 'articles' | 'marked' | 'origins' | 'reportNotes' | 'reportPlaces' | 'sentencesRead';

/** Functions of lib/ui, by their names there. */
export type Words = {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly t: (key: ReportKey, ...substitutions: readonly string[]) => string;
  readonly plural: (base: ReportCounted, count: number) => string;
  readonly listed: (items: readonly string[]) => string;
  readonly dateInFull: (date: PartialDate) => string;
  readonly toldDateInFull: (date: ToldDate) => string;
  readonly figureInWords: (figure: Figure) => string;
  readonly amountInWords: (figure: Figure) => string;
  readonly stanceInWords: (stance: Stance) => string;
  readonly sourceName: (source: Pick<CardSource, 'outlet' | 'title' | 'author'>) => string;
  readonly publishedInWords: (source: Pick<CardSource, 'published' | 'dateCertain'>) => string | null;
  readonly noteKindInWords: (note: Pick<Note, 'flag' | 'body' | 'passage'>) => string;
  readonly writtenInWords: (note: Pick<Note, 'created' | 'modified'>) => string;
  /** The day of a moment, in milliseconds since 1970, where the reader lives. */
  readonly dayInFull: (time: number) => string;
};

export const KIND_KEY = {
  differ: 'kindDiffer',
  agree: 'kindAgree',
  single: 'kindSingle',
} as const satisfies Record<MarkKind, ReportKey>;

export const HERE_KEY = {
  same: 'hereSame',
  denies: 'hereDenies',
  'other-figure': 'hereOtherFigure',
  'other-answer': 'hereOtherAnswer',
  'on-question': 'hereOnQuestion',
} as const satisfies Record<Relation, ReportKey>;
