/** Reads a whole article for the names that it introduces, with the offices beside them, before anybody is looked up. */
import { Cast } from './cast.ts';
import type { Place } from './cast.ts';
import { isOne } from './lexicon.ts';
import { headOf, mentionOf } from './mentions.ts';
import { runEndingAt } from './names.ts';
import { partOf } from './proposal.ts';
import { phraseEndingAt } from './noun-phrases.ts';
import { besideAfter } from './subjects.ts';
import { isPlain, isSoft, spanOf } from './words.ts';
import type { Phrase, Word } from './words.ts';

export function castOf(text: string, read: readonly { readonly words: readonly Word[] }[]): Cast {
  const cast = new Cast();
  for (const [sentence, { words }] of read.entries()) {
    const place: Place = { words, sentence, part: (phrase) => partOf(text, spanOf(words, phrase)) };
    for (let at = 0; at < words.length; at += 1) {
      if (endsRun(words, at)) introduceAt(cast, place, at);
      if (isAbbreviation(words, at)) abbreviate(cast, place, at);
    }
  }
  return cast;
}

function endsRun(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || !word.capital || word.quoted) return false;
  return next === undefined || !next.capital || !isPlain(next.gap) || isOne(next.word, 'time');
}

const MOST_WORDS = 24;

function introduceAt(cast: Cast, place: Place, at: number): void {
  const { words } = place;
  let from = at;
  while (from > 0 && at - from < MOST_WORDS && isPlain(words[from]?.gap) && words[from - 1]?.quoted === false)
    from -= 1;
  const phrase = phraseEndingAt(words, { from, to: at });
  const run = phrase === null ? null : runEndingAt(words, phrase);
  if (phrase === null || run === null) {
    cast.noteAgain(words[at]?.word ?? '', place.sentence);
    return;
  }
  const isOffice = words.slice(phrase.from, at).some(({ word }) => isOne(word, 'title', 'personNoun'));
  if (run.to === run.from && !isOffice) {
    cast.noteAgain(words[at]?.word ?? '', place.sentence);
    return;
  }
  const named = mentionOf(words, phrase, besideAfter(words, at) ?? officeBefore(words, phrase));
  if (named.kind === 'name') cast.note(named, place);
}

/** “The Ukrainian president, Volodymyr Zelensky,”. */
function officeBefore(words: readonly Word[], { from }: Phrase): Phrase | null {
  if (from < 2 || !isSoft(words[from]?.gap)) return null;
  let start = from - 1;
  while (start > 0 && from - start < 12 && isPlain(words[start]?.gap)) start -= 1;
  const phrase = phraseEndingAt(words, { from: start, to: from - 1 });
  const isOffice = phrase !== null && isOne(headOf(words, phrase), 'personNoun');
  return isOffice ? phrase : null;
}

/** “(ISW)”. */
function isAbbreviation(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    at > 1 && word !== undefined && word.shouted && word.gap.includes('(') && (words[at + 1]?.gap.includes(')') ?? true)
  );
}

/** The words before whose initials it is. */
function abbreviate(cast: Cast, place: Place, at: number): void {
  const { words } = place;
  const letters = words[at]?.word ?? '';
  let [left, from] = [letters.length, at];
  for (let before = at - 1; before >= 0 && left > 0 && at - before < 16; before -= 1) {
    const word = words[before];
    if (word?.quoted !== false || (before < at - 1 && !isPlain(words[before + 1]?.gap))) break;
    if (!word.capital) continue;
    if (word.word.charAt(0) !== letters.charAt(left - 1)) return;
    left -= 1;
    from = before;
  }
  if (left > 0) return;
  const mention = mentionOf(words, { from, to: at - 1 }, null);
  const whole = {
    ...mention,
    kind: 'name' as const,
    sort: 'body' as const,
    phrase: { from, to: at - 1 },
    keys: words.slice(from, at).map(({ word }) => word),
    role: null,
  };
  cast.members.abbreviate(letters, whole, place);
}
