/** Who speaks where the speaker is not the subject: “was denied by”, “was quoted by Tass as saying”, “Tass quoted him as saying”. */
import type { Attribution, Who } from './attribution.ts';
import { isOne } from './lexicon.ts';
import type { CueVerb } from './lexicon.ts';
import { phraseEndingAt } from './noun-phrases.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import type { Chain } from './verb-forms.ts';
import { isPlain } from './words.ts';
import type { Phrase, Word } from './words.ts';

const MOST_BETWEEN = 5;
const MOST_OBJECT = 16;

/** “Was told by police”. */
export function passiveCue(words: readonly Word[], cue: Phrase, verb: CueVerb, { be }: Chain): Attribution | null {
  // “A plan proposed by” tells of a plan, “a claim made by” of a claim.
  if (!be && !isOne(words[cue.from - 1]?.word, 'said', 'document')) return null;
  const by = indexBehind(words, cue.to, MOST_BETWEEN, (at) => words[at]?.word === 'by' && isPlain(words[at].gap));
  const agent = by < 0 ? null : subjectAfter(words, by);
  if (verb.base === 'quote') return quotedAsSaying(words, cue, agent?.phrase ?? null);
  if (agent === null) return null;
  const who = { phrase: agent.phrase, beside: agent.beside };
  const isWeak = verb.asks !== 'says';
  return { ...found(who, { from: cue.from, to: by }), stance: verb.stance, behind: agent.phrase.to + 1, isWeak };
}

const found = (who: Who, cue: Phrase): Attribution => ({
  cue,
  who,
  stance: 'asserts',
  standing: 'main',
  via: null,
  behind: cue.to + 1,
  isWeak: true,
});

function quotedAsSaying(words: readonly Word[], cue: Phrase, via: Phrase | null): Attribution | null {
  const saying = indexBehind(words, cue.to, MOST_OBJECT, (at) => words[at]?.word === 'saying');
  const subject = saying < 0 ? null : subjectBefore(words, cue.from);
  return subject === null || subject === 'shared' ? null : { ...found(subject, cue), via, behind: saying + 1 };
}

/** “Reuters quoted an official as saying”. */
export function quotesSaying(words: readonly Word[], cue: Phrase): Attribution | null {
  const as = indexBehind(
    words,
    cue.to,
    MOST_OBJECT,
    (at) => words[at]?.word === 'as' && words[at + 1]?.word === 'saying',
  );
  const medium = as < 0 ? null : subjectBefore(words, cue.from);
  const phrase = as < 0 ? null : phraseEndingAt(words, { from: cue.to + 1, to: as - 1 });
  if (phrase === null || medium === null || medium === 'shared') return null;
  const isBehind = words.slice(0, medium.phrase.from).some(({ quoted }) => quoted);
  return {
    ...found({ phrase, beside: null }, cue),
    standing: isBehind ? 'tag' : 'main',
    via: medium.phrase,
    behind: as + 2,
  };
}

/** -1 where none of the next `most` words is so. */
function indexBehind(words: readonly Word[], from: number, most: number, is: (at: number) => boolean): number {
  for (let at = from + 1; at < words.length && at - from <= most; at += 1) if (is(at)) return at;
  return -1;
}

const MOST_BEFORE_HEARER = 8;

/** The medium that a speaker told it: “told Reuters”, “said in an interview with the Mirror”. */
export function hearerOf(words: readonly Word[], { to }: Phrase): Phrase | null {
  for (let at = to + 1; at < words.length && at - to <= MOST_BEFORE_HEARER; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || !isPlain(word.gap)) return null;
    if (isOne(word.word, 'relative', 'pronoun', 'finite', 'auxiliary', 'modal')) return null;
    if (!word.capital) continue;
    let end = at;
    while (words[end + 1]?.capital === true && isPlain(words[end + 1]?.gap) && !isOne(words[end + 1]?.word, 'time'))
      end += 1;
    const before = isOne(words[at - 1]?.word, 'determiner') ? at - 2 : at - 1;
    const isHearer = before === to || isOne(words[before]?.word, 'hearing');
    return isHearer && words.slice(at, end + 1).some((one) => isOne(one.word, 'medium')) ? { from: at, to: end } : null;
  }
  return null;
}
