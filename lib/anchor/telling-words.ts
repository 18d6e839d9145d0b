/** The words of a passage on which its meaning turns: numbers, dates, names, and what says no. English where it matters. */
import type { Span } from '@/lib/core/article.ts';
import { datesIn } from '@/lib/text/date-mentions.ts';
import { compileNames, termsOf } from '@/lib/text/names.ts';
import { numbersIn } from '@/lib/text/numbers.ts';
import { splitSentences } from '@/lib/text/sentences.ts';

export type TellingKind = 'number' | 'date' | 'name' | 'negation';
/** `means`: equal for two wordings of the same: “57” and “fifty-seven”. */
export type TellingWord = Span & { readonly kind: TellingKind; readonly text: string; readonly means: string };

/** In reading order; none overlaps another. */
export function tellingWordsIn(text: string): TellingWord[] {
  const dates = datesIn(text).map(({ start, end, date, month, day }) =>
    tellingWord(text, 'date', { start, end }, `${date ?? ''} ${month ?? ''} ${day ?? ''}`),
  );
  const numbers = numbersIn(text).map(({ start, end, value, unit }) =>
    tellingWord(text, 'number', { start, end }, `${value} ${unit ?? ''}`),
  );
  const taken = [...dates, ...numbers.filter((number) => !dates.some((date) => overlaps(date, number)))];
  const rest = [...negationsIn(text), ...namesIn(text)].filter((word) => !taken.some((other) => overlaps(other, word)));
  return [...taken, ...rest].sort((a, b) => a.start - b.start);
}

const tellingWord = (text: string, kind: TellingKind, { start, end }: Span, means: string): TellingWord => ({
  kind,
  start,
  end,
  text: text.slice(start, end),
  means,
});

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Words that deny; those that only put it otherwise (“refused”, “failed”) are words like others. */
const NEGATION =
  /\b(?:(?:not|cannot)\b|[a-z]+n['’]t\b|(?:never|no|none|nobody|nothing|neither|nor|nowhere|without|hardly|scarcely|denie[sd]|deny|denying)\b)/giu;
const PLAIN_NOT = /^(?:not|cannot|.*n['’]t)$/iu;

function negationsIn(text: string): TellingWord[] {
  return Array.from(text.matchAll(NEGATION), ({ index, 0: word }) =>
    tellingWord(
      text,
      'negation',
      { start: index, end: index + word.length },
      PLAIN_NOT.test(word) ? 'not' : word.toLowerCase(),
    ),
  );
}

const NO_LIST = compileNames([]);

/** Names of several words are one: “Volodymyr Zelensky”. */
function namesIn(text: string): TellingWord[] {
  const names: TellingWord[] = [];
  for (const sentence of splitSentences(text)) {
    for (const term of termsOf(text.slice(sentence.start, sentence.end), NO_LIST)) {
      if (!term.name) continue;
      const [start, end] = [sentence.start + term.start, sentence.start + term.end];
      const last = names.at(-1);
      if (last !== undefined && text.slice(last.end, start) === ' ')
        names[names.length - 1] = tellingWord(text, 'name', { start: last.start, end }, `${last.means} ${term.term}`);
      else names.push(tellingWord(text, 'name', { start, end }, term.term));
    }
  }
  return names;
}
