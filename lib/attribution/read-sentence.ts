/** Of all cues in a sentence the one that governs it, and the medium by way of which it came. */
import type { Attribution, Who } from './attribution.ts';
import { attributionsIn } from './attributions.ts';
import { cueVerbs, isOne } from './lexicon.ts';
import { headOf, isAnybody, maySpeak, mentionOf } from './mentions.ts';
import { subjectBefore } from './subjects.ts';
import type { Phrase, Word } from './words.ts';

export type Governing = Attribution & { readonly who: Who };

/** Null where the outlet speaks. */
export function governing(words: readonly Word[], isTitle: boolean): Governing | null {
  const all = attributionsIn(words, isTitle).flatMap((one, at, every): Governing[] => {
    const who = one.who ?? sharedWith(words, one, every.slice(0, at));
    if (who === null || !isAnybody(words, who.phrase)) return [];
    return one.isWeak && !maySpeak(words, who.phrase) ? [] : [{ ...one, who }];
  });
  const media = all.filter((one) => isMedium(words, one.who.phrase) || isSource(words, one));
  const found = strongest(
    words,
    all.filter((one) => !media.includes(one)),
  );
  const [medium, other] = media.filter(({ standing }) => RANK[standing] < RANK.beside);
  if (
    medium !== undefined &&
    (found === null || (RANK[medium.standing] < RANK[found.standing] && RANK[found.standing] > RANK.main))
  )
    return {
      ...medium,
      stance: passesOn(words, medium) ? 'reports' : medium.stance,
      via: medium.via ?? other?.who.phrase ?? null,
    };
  const by = media.find(({ standing }) => standing === 'tag');
  return found === null ? null : { ...found, via: found.via ?? by?.who.phrase ?? null };
}

/** A medium that says so passes it on; one that argues takes it up. */
function passesOn(words: readonly Word[], { cue, stance, who }: Governing): boolean {
  if (!isMedium(words, who.phrase)) return false;
  const word = words[cue.from]?.word ?? '';
  return stance === 'asserts' && (word === 'according' || cueVerbs(word).some(({ base }) => isOne(base, 'neutral')));
}

const RANK = { tag: 0, main: 1, within: 2, beside: 3, noun: 4 } as const;

function strongest(words: readonly Word[], all: readonly Governing[]): Governing | null {
  const trailing = all.findLast((one) => one.standing === 'tag' && isTrailing(words, one));
  const early = all.find(({ standing }) => standing === 'tag' || standing === 'main');
  return trailing ?? early ?? all.toSorted((a, b) => RANK[a.standing] - RANK[b.standing])[0] ?? null;
}

const MOST_BEHIND = 8;

/** Behind all that is said. */
function isTrailing(words: readonly Word[], { cue, who: { phrase } }: Governing): boolean {
  return Math.min(cue.from, phrase.from) > 0 && Math.max(cue.to, phrase.to) >= words.length - MOST_BEHIND;
}

/** By its own name or by what it issued: “the FT report”. */
function isMedium(words: readonly Word[], phrase: Phrase): boolean {
  return isOne(headOf(words, mentionOf(words, phrase, null).phrase), 'medium');
}

/** “According to a translation”. */
function isSource(words: readonly Word[], { cue, who }: Governing): boolean {
  return words[cue.from]?.word === 'according' && isOne(headOf(words, who.phrase), 'document');
}

/** Of “and added”: the speaker before, else whoever the sentence is about. */
function sharedWith(words: readonly Word[], one: Attribution, before: readonly Attribution[]): Who | null {
  return before.findLast(({ who }) => who !== null)?.who ?? sentenceSubject(words, one.cue.from);
}

/** Who acts in the first clause that begins before `until`. */
export function sentenceSubject(words: readonly Word[], until: number): Who | null {
  for (let at = 1; at < until; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.capital) continue;
    if (!isOne(word.word, 'finite', 'auxiliary', 'modal') && !/[a-z](?:ed|[^s]s)$/.test(word.word)) continue;
    const found = subjectBefore(words, at);
    if (found !== null && found !== 'shared' && maySpeak(words, found.phrase)) return found;
  }
  return null;
}
