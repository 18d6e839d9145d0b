/** The report's words from the English messages, by the functions of lib/ui. Import before anything of lib/ui. */
import '../ui/i18n-stub.ts';
import type { Words } from '@/lib/exchange/report-words.ts';
import { amountInWords, figureInWords } from '@/lib/ui/figure-words.ts';
import { noteKindInWords, writtenInWords } from '@/lib/ui/note-words.ts';
import { publishedInWords, sourceName, stanceInWords } from '@/lib/ui/source-words.ts';
import { dateInFull, listed, plural, t, toldDateInFull } from '@/lib/ui/text.ts';

export const WORDS: Words = {
  locale: 'en',
  direction: 'ltr',
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
  dayInFull: (time) => new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(time),
};
