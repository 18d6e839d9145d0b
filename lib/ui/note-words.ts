/** How a note is called: its kind, its colour, the words it stands on, and when it was written. */
import type { Colour, FlagKind, Note } from '@/lib/core/note.ts';
import { joined, t, uiLocale, type MessageKey } from './text.ts';
import { withoutSigns } from './without-signs.ts';

/** A note as it is shown: without what an import brought along. */
export type ShownNote = Omit<Note, 'imported'>;

const FLAG = {
  question: 'flagQuestion',
  figure: 'flagFigure',
  source: 'flagSource',
  quote: 'flagQuote',
  context: 'flagContext',
} as const satisfies Record<FlagKind, MessageKey>;

const COLOUR = {
  yellow: 'colourYellow',
  orange: 'colourOrange',
  sky: 'colourSky',
  blue: 'colourBlue',
  purple: 'colourPurple',
} as const satisfies Record<Colour, MessageKey>;

export const flagInWords = (flag: FlagKind): string => t(FLAG[flag]);
export const colourInWords = (colour: Colour): string => t(COLOUR[colour]);

/** “Flag: figure”, “Note”, “Highlight”, “Note on the page”. */
export function noteKindInWords({ flag, body, passage }: Pick<Note, 'flag' | 'body' | 'passage'>): string {
  if (flag !== null) return t('noteFlag', flagInWords(flag));
  if (passage === null) return t('noteOnPage');
  return body === '' ? t('noteHighlight') : t('noteNote');
}

/** “March 3, 2021 · changed March 5, 2021”; the second only on another day. */
export function writtenInWords({ created, modified }: Pick<Note, 'created' | 'modified'>): string {
  const [first, last] = [dayInFull(created), dayInFull(modified)];
  return joined(first, last !== first && t('noteEditedOn', last));
}

/** Characters by which a note is told from others in the name of a button. */
const NAME_LENGTH = 60;

/** The words a note stands on, else its own, cut short: what it is called in the names of its buttons. */
export function noteName({ passage, body, flag }: Pick<Note, 'flag' | 'body' | 'passage'>): string {
  const words = (passage?.exact ?? withoutSigns(body)).replace(/\s+/g, ' ').trim();
  return words === '' ? noteKindInWords({ flag, body, passage }) : cutShort(words, NAME_LENGTH);
}

/** At most `most` characters, as a reader counts them; “…” where some are left out. */
export function cutShort(text: string, most: number): string {
  let count = 0;
  for (const { index } of new Intl.Segmenter(uiLocale()).segment(text)) {
    if (count === most) return `${text.slice(0, index).trimEnd()}…`;
    count += 1;
  }
  return text;
}

/** `time`: milliseconds since 1970. */
const dayInFull = (time: number): string => new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'long' }).format(time);
