/** A sentence or claim read once: its words, what is denied of them, how they are said, and the dates it names. */
import type { Span } from '@/lib/core/article.ts';
import { datesIn } from '@/lib/text/date-mentions.ts';
import type { DateMention } from '@/lib/text/date-mentions.ts';
import type { Names } from '@/lib/text/names.ts';
import { takeBack } from './denial.ts';
import type { Language } from './language.ts';
import { modesIn } from './modes.ts';
import type { Said } from './modes.ts';
import { negationIn } from './negation.ts';
import type { Signs } from './signs.ts';
import { readWords } from './words.ts';
import type { Text } from './words.ts';

export type Reading = Text & {
  readonly names: Names;
  readonly signs: Signs;
  readonly modes: readonly Said[];
  readonly dates: readonly DateMention[];
  /** “He called that a lie”: words that deny what another sentence says. */
  readonly unnamedDenial: Span | null;
};

export function readText(given: string, names: Names, language: Language): Reading {
  const text: Text = { text: given, words: readWords(given, names, language), language };
  const signs = negationIn(text);
  const unnamedDenial = takeBack(text, signs);
  return { ...text, names, signs, modes: modesIn(text), dates: datesIn(given), unnamedDenial };
}
