/** How exactly a number is meant, from the words around it: “at least”, “up to”, “an estimated”, “… or so”. English. */
import type { Qualifier } from '@/lib/core/figures.ts';

type Cue = readonly [Qualifier, RegExp];

const ending = (words: string): RegExp =>
  new RegExp(`(?:^|[^\\p{L}])(?:${words})\\s+(?:(?:a|an|the|some|about|only|just|well)\\s+){0,2}$`, 'iu');

/** In this order: “no more than” is not “more than”. */
const BEFORE: readonly Cue[] = [
  [
    'at least',
    ending('no (?:fewer|less) than|not (?:fewer|less) than|at least|at the very least|a minimum of|minimum of'),
  ],
  [
    'at most',
    ending('(?:no|not) more than|at (?:the )?most|up to|as many as|as much as|as high as|a maximum of|maximum of'),
  ],
  ['at most', ending('within|a total not exceeding|not exceeding')],
  [
    'almost',
    ending(
      'almost|nearly|close to|just (?:under|below|short of)|not quite|slightly (?:under|below|less than)|approaching|nigh on|a little (?:under|less than)|getting on for',
    ),
  ],
  ['less than', ending('(?:fewer|less|lower) than|under|below|short of')],
  [
    'more than',
    ending(
      '(?:more|greater|higher) than|over|above|upwards? of|in excess of|exceed(?:s|ed|ing)?|north of|beyond|surpass(?:es|ed|ing)?|topp(?:ed|ing)|past',
    ),
  ],
  [
    'estimated',
    ending(
      '(?:an )?estimated(?: at)?|estimates? of|by (?:some|one) estimates?|put at|reckoned(?: at)?|thought to (?:be|number)',
    ),
  ],
  [
    'about',
    /(?:^|[^\p{L}])(?:about|around|some|roughly|approximately|approx\.?|circa|c\.|ca\.|in the (?:region|order|neighbou?rhood) of|something like|on the order of|more or less|give or take)\s+(?:(?:a|an|the)\s+)?$/iu,
  ],
];
const AFTER: readonly Cue[] = [
  ['at least', /^(?:\+|-plus\b|\s+(?:or|and) (?:more|above|over|upwards?)\b|\s+at least\b|\s+plus\b)/iu],
  ['at most', /^\s+(?:(?:or|and) (?:fewer|less|under|below)|at (?:the )?most|at the outside)\b/iu],
  ['about', /^(?:-odd\b|\s+or so\b|\s+odd\b|\s+more or less\b|\s+give or take\b|-ish\b)/iu],
];
/** “Over fifteen years” is how long, not how much. */
const OVER = /(?:^|[^\p{L}])(?:over|past|within|under)\s+(?:(?:a|an|the|next|last|some)\s+)*$/iu;

/** `before` ends where the number starts; `after` starts behind it, `afterNoun` behind what it counts. */
export function qualifierOf(
  { before, after, afterNoun }: Readonly<Record<'before' | 'after' | 'afterNoun', string>>,
  isTime: boolean,
): Qualifier | null {
  const behind = AFTER.find(([, cue]) => cue.test(after) || cue.test(afterNoun));
  if (behind !== undefined) return behind[0];
  if (isTime && OVER.test(before)) return /within\s+(?:\S+\s+)*$|under\s+$/iu.test(before) ? 'at most' : null;
  return BEFORE.find(([, cue]) => cue.test(before))?.[0] ?? null;
}
