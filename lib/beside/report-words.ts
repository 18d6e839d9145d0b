/** The words of the report: those of the interface, in the reader's language. */
import type { Words } from '@/lib/exchange/report-words.ts';
import { amountInWords, figureInWords } from '@/lib/ui/figure-words.ts';
import { noteKindInWords, writtenInWords } from '@/lib/ui/note-words.ts';
import { publishedInWords, sourceName, stanceInWords } from '@/lib/ui/source-words.ts';
import { dateInFull, listed, plural, t, toldDateInFull, uiDirection, uiLocale } from '@/lib/ui/text.ts';

export const reportWords = (): Words => ({
  locale: uiLocale(),
  direction: uiDirection(),
  t,
  plural,
  listed,
  dateInFull,
  toldDateInFull,
  figureInWords,
  amountInWords,
  stanceInWords,
  sourceName,
  publishedInWords,
  noteKindInWords,
  writtenInWords,
  dayInFull: (time) => new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'long' }).format(time),
});
