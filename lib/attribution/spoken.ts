/** Who speaks in a sentence by its own words, looked up among those whom the article names. */
import type { Cast, Place } from './cast.ts';
import { isOne } from './lexicon.ts';
import type { Member } from './members.ts';
import { mentionOf } from './mentions.ts';
import type { Speaker } from './proposal.ts';
import type { Read, Spoken } from './read.ts';
import { governing, sentenceSubject } from './read-sentence.ts';
import type { Governing } from './read-sentence.ts';
import { stanceIn } from './stance.ts';
import { hasQuoteMark } from './words.ts';
import type { Phrase } from './words.ts';

/** Null where the outlet speaks, or where the cue may stand in another sentence. In reading order only. */
export function spokenIn(cast: Cast, { sentence, words }: Read, place: Place): Spoken | null {
  cast.readTo(place.sentence);
  const found = governing(words, sentence.role !== 'body');
  if (found !== null) return byCue(cast, found, place);
  const opened = labelled(cast, place) ?? introduced(cast, place);
  if (opened === null) noteSubject(cast, place);
  return opened;
}

function byCue(cast: Cast, found: Governing, place: Place): Spoken | null {
  const { words } = place;
  const { phrase, beside } = found.who;
  const mention = mentionOf(words, phrase, beside);
  if (mention.kind === 'pronoun' && isOne(mention.keys[0], 'self')) return null;
  const resolved = (isInner(found) ? cast.resolveWithin(mention, place) : null) ?? cast.resolve(mention, place);
  if (resolved !== null) cast.heard(resolved.member, place.sentence);
  const given = place.part(phrase);
  // “They said”, of nobody whom the article names: still not the outlet's own words.
  const name = resolved?.name ?? given;
  const by = resolved?.isReferred === false ? 'named' : 'referred';
  return {
    speaker: { name: name.text, introduced: name, given, by },
    role: resolved?.role ?? null,
    via: found.via === null ? null : place.part(found.via),
    cue: place.part(found.cue),
    stance: stanceIn(words, found),
    governing: found,
  };
}

/** In such a clause a pronoun may mean somebody whom the sentence names before. */
const isInner = ({ standing }: Governing): boolean =>
  standing === 'within' || standing === 'beside' || standing === 'noun';

const LONGEST_LABEL = 5;

/** “Porter: “I would not””, in a headline too, where the article names a Porter. */
function labelled(cast: Cast, place: Place): Spoken | null {
  const { words } = place;
  const colon = words.findIndex(({ gap }, at) => at > 0 && gap.includes(':'));
  const label = words.slice(0, Math.max(0, colon));
  if (colon < 1 || colon > LONGEST_LABEL || !label.every(({ capital, quoted }) => capital && !quoted)) return null;
  const phrase = { from: 0, to: colon - 1 };
  const known = cast.members.known(mentionOf(words, phrase, null));
  return known === null || known.sort === 'unknown' ? null : spokenBy(cast, known, place, phrase);
}

/** “Porter showed them the letter: “It says …””. */
function introduced(cast: Cast, place: Place): Spoken | null {
  const { words } = place;
  const quote = words.findIndex(({ gap, quoted }, at) => at > 0 && quoted && gap.includes(':') && hasQuoteMark(gap));
  const subject = quote < 0 ? null : sentenceSubject(words, quote);
  if (subject === null) return null;
  const resolved = cast.resolve(mentionOf(words, subject.phrase, subject.beside), place);
  if (resolved === null || resolved.member.sort === 'body') return null;
  return spokenBy(cast, resolved.member, place, subject.phrase);
}

function spokenBy(cast: Cast, member: Member, place: Place, phrase: Phrase): Spoken {
  cast.heard(member, place.sentence);
  const name = cast.members.nameOf(member, place.sentence);
  const role = member.roles[0]?.part ?? null;
  const speaker: Speaker = { name: name.text, introduced: name, given: place.part(phrase), by: 'named' };
  return { speaker, role, via: null, cue: null, stance: 'asserts', governing: null };
}

/** Whom the next sentence may call “he” or “it”. */
function noteSubject(cast: Cast, { words, sentence }: Place): void {
  const subject = sentenceSubject(words, words.length);
  const mention = subject === null ? null : mentionOf(words, subject.phrase, subject.beside);
  const member = mention?.kind === 'name' ? cast.members.known(mention) : null;
  if (member !== null) cast.heard(member, sentence);
}
