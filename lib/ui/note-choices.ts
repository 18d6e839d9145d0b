/** What a reader chooses from for a note. */
import { COLOURS, FLAG_KINDS, type Colour, type FlagKind } from '@/lib/core/note.ts';
import { colourInWords, flagInWords } from './note-words.ts';

export const flagChoices = (): { readonly flag: FlagKind; readonly words: string }[] =>
  FLAG_KINDS.map((flag) => ({ flag, words: flagInWords(flag) }));

export const colourChoices = (): { readonly colour: Colour; readonly words: string }[] =>
  COLOURS.map((colour) => ({ colour, words: colourInWords(colour) }));
