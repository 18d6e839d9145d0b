/** Who does what to whom, as far as the order of words tells: the words before a verb and behind it, turned in the passive. */
import { clauseStart, edgeBefore, isFinite, range } from './clauses.ts';
import { isIn } from './words.ts';
import type { Text } from './words.ts';

/** Indices of the words that name who acts and who or what is acted on; empty where the sentence does not say. */
export type Roles = {
  readonly agent: readonly number[];
  readonly patient: readonly number[];
  readonly isPassive: boolean;
};

export function rolesOf(text: Text, verb: number): Roles {
  const start = groupStart(text, verb);
  const passive = isPassive(text, verb, start);
  const before = subjectBefore(text, start, verb);
  const behind = wordsBehind(text, verb);
  const by = behind.find((at) => isIn(text, at, 'by'));
  if (isNominal(text, verb, start)) return nominalRoles(text, verb, { before, behind });
  if (!passive && isReduced(text, verb, start)) return { agent: [], patient: [], isPassive: false };
  if (!passive) return { agent: before, patient: contentOf(text, behind), isPassive: false };
  return {
    agent: by === undefined ? [] : contentOf(text, range(by + 1, (behind.at(-1) ?? by) + 1)),
    patient: before,
    isPassive: true,
  };
}

const MOST_GROUP = 7;

/** First word of the verb with its auxiliaries, adverbs and “not”: “had never been told”. */
function groupStart(text: Text, verb: number): number {
  let start = verb;
  for (let at = verb - 1; at >= Math.max(0, verb - MOST_GROUP); at -= 1) {
    if (edgeBefore(text.words[at + 1]) !== 'none') break;
    const word = text.words[at];
    const belongs =
      isIn(text, at, 'auxiliary', 'modal', 'negation', 'to') || text.language.isNegative(word?.word ?? '');
    if (belongs) start = at;
    else if (!isAdverb(text, at) && !isReported(text, at)) break;
  }
  return start;
}

/** “Were reported killed”. */
const isReported = (text: Text, at: number): boolean =>
  text.language.isPast(text.words[at]?.word ?? '') && isIn(text, at - 1, 'be');

const isAdverb = (text: Text, at: number): boolean =>
  isIn(text, at, 'adverb') || text.language.isAdverb(text.words[at]?.word ?? '');

/** “Was told”, “funded by”; not “was telling”. */
function isPassive(text: Text, verb: number, start: number): boolean {
  const isParticiple = text.language.isPast(text.words[verb]?.word ?? '');
  if (!isParticiple) return false;
  return (
    range(start, verb).some((at) => isIn(text, at, 'be')) || byFollows(text, verb) || coordinatedPassive(text, verb)
  );
}

const byFollows = (text: Text, verb: number): boolean =>
  edgeBefore(text.words[verb + 1]) === 'none' && isIn(text, verb + 1, 'by');

/** “There was no deal reached between them”: a participle that hangs on its noun does not say who acts. */
function isReduced(text: Text, verb: number, start: number): boolean {
  if (start < verb || !text.language.isPast(text.words[verb]?.word ?? '')) return false;
  const earlier = range(clauseStart(text, verb), verb).findLast((at) => isIn(text, at, 'be'));
  return (
    earlier !== undefined && !range(earlier, verb).some((at) => isIn(text, at, 'that', 'subject', 'saying', 'and'))
  );
}

/** “Were funded, armed and trained by”: the participles share their auxiliary and their “by”. */
function coordinatedPassive(text: Text, verb: number): boolean {
  const isPart = (at: number): boolean =>
    text.language.isPast(text.words[at]?.word ?? '') || isIn(text, at, 'and', 'or');
  let at = verb + 1;
  while (at < text.words.length && at - verb < 6 && isPart(at)) at += 1;
  if (at > verb + 1 && isIn(text, at, 'by')) return true;
  at = verb - 1;
  while (at >= 0 && verb - at < 6 && isPart(at) && !isIn(text, at, 'be')) at -= 1;
  return at < verb - 1 && isIn(text, at, 'be');
}

/** “The Russian attack on Kyiv”, “shelling of Kyiv”. */
const isNominal = (text: Text, verb: number, start: number): boolean =>
  start === verb && !isVerb(text, verb) && edgeBefore(text.words[verb + 1]) === 'none';

const FUNCTION_WORDS = [
  'preposition',
  'determiner',
  'and',
  'or',
  'that',
  'stopper',
  'subject',
  'auxiliary',
  'modal',
  'adverb',
  'negation',
  'to',
] as const;

/** Whether the word stands as a verb does: behind its auxiliary or its subject, not behind “the”. */
export function isVerb(text: Text, at: number): boolean {
  const [word, before] = [text.words[at], text.words[at - 1]];
  if (word === undefined || word.name || isIn(text, at, ...FUNCTION_WORDS) || text.language.isAdverb(word.word))
    return false;
  if (isIn(text, at + 1, 'of') && isIn(text, at + 1, 'preposition')) return false;
  const start = groupStart(text, at);
  if (range(start, at).some((next) => isIn(text, next, 'auxiliary', 'modal', 'to'))) return true;
  if (before === undefined || isIn(text, at - 1, 'determiner') || before.possessive) return false;
  const isAfterPreposition = isIn(text, at - 1, 'preposition', 'of');
  if (text.language.isProgress(word.word)) return isAfterPreposition || edgeBefore(word) !== 'none';
  if (text.language.isPast(word.word)) return !isAfterPreposition;
  return (before.name || before.capital || isIn(text, at - 1, 'subject')) && isObject(text, at + 1);
}

const isObject = (text: Text, at: number): boolean =>
  isIn(text, at, 'determiner', 'that') ||
  text.words[at]?.capital === true ||
  /^\p{N}/u.test(text.words[at]?.word ?? '');

function nominalRoles(
  text: Text,
  verb: number,
  { before, behind }: { readonly before: readonly number[]; readonly behind: readonly number[] },
): Roles {
  const by = behind.find((at) => isIn(text, at, 'by'));
  const possessor = text.words[verb - 1]?.possessive === true ? [verb - 1] : [];
  const agent = by === undefined ? possessor : contentOf(text, range(by + 1, (behind.at(-1) ?? by) + 1));
  const patient = contentOf(
    text,
    behind.filter((at) => by === undefined || at < by),
  );
  return { agent: agent.length > 0 ? agent : before.filter((at) => at === verb - 1), patient, isPassive: false };
}

/** Up to the end of the clause; what follows “that” is a clause of its own. */
function wordsBehind(text: Text, verb: number): number[] {
  const behind: number[] = [];
  for (let at = verb + 1; at < text.words.length; at += 1) {
    const isEdge =
      edgeBefore(text.words[at]) !== 'none' && !(edgeBefore(text.words[at]) === 'comma' && isIn(text, at, 'by'));
    if (isEdge || isIn(text, at, 'stopper', 'that') || (behind.length > 0 && isIn(text, at, 'auxiliary', 'modal')))
      break;
    if (isIn(text, at, 'and') && (isFinite(text, at + 1) || isIn(text, at + 1, 'subject'))) break;
    behind.push(at);
  }
  return behind;
}

const contentOf = ({ words }: Text, at: readonly number[]): number[] =>
  at.filter((one) => words[one]?.term !== null && words[one] !== undefined);

/** The words that name the subject of the verb whose group starts at `start`. */
function subjectBefore(text: Text, start: number, verb: number): number[] {
  let end = start;
  if (isIn(text, end - 1, 'relative')) end -= 1;
  if (edgeBefore(text.words[end]) === 'comma' && end === start) end = beforeParenthesis(text, end);
  // “Halted the talks, holding that …”: whose act it is stands with another verb.
  if (edgeBefore(text.words[verb]) !== 'none' && text.language.isProgress(text.words[verb]?.word ?? '')) return [];
  if (isIn(text, end - 1, 'and', 'or') || isLaterVerb(text, end)) return subjectOfFirst(text, end - 1, verb);
  if (range(start, verb).some((at) => isIn(text, at, 'to')) && !isIn(text, start, 'auxiliary', 'modal'))
    return isIn(text, start, 'to') && edgeBefore(text.words[start]) === 'none' ? agentOfInfinitive(text, start) : [];
  // “Denied telling”: who denied.
  if (end === verb && text.language.isProgress(text.words[verb]?.word ?? '') && isVerb(text, end - 1))
    return rolesOf(text, end - 1).agent.slice();
  return dropAside(text, nounsBefore(text, end));
}

/** “Told Kyiv to wreck”: whom one tells; “wanted to wreck”: who wants. “A plan to wreck” does not say who. */
function agentOfInfinitive(text: Text, to: number): number[] {
  let verb = to - 1;
  const isAuxiliary = (at: number): boolean => isIn(text, at, 'auxiliary');
  while (
    verb > 0 &&
    edgeBefore(text.words[verb + 1]) === 'none' &&
    !isIn(text, verb, 'stopper', 'that') &&
    !isVerb(text, verb) &&
    !isAuxiliary(verb)
  )
    verb -= 1;
  // “Was about to launch”, “had to pre-empt”.
  if (isAuxiliary(verb)) return dropAside(text, nounsBefore(text, groupStart(text, verb)));
  if (!isVerb(text, verb)) return [];
  const between = range(verb + 1, to);
  if (between.length === 0) return rolesOf(text, verb).agent.slice();
  return between.some((at) => isIn(text, at, 'preposition', 'of')) ? [] : contentOf(text, between);
}

/** “Johnson, who had come by train, told”: the subject stands before the first comma. */
function beforeParenthesis(text: Text, end: number): number {
  for (let at = end - 1; at > 0; at -= 1) if (edgeBefore(text.words[at]) !== 'none') return at;
  return end;
}

/** “…, armed and trained”. */
const isLaterVerb = (text: Text, end: number): boolean =>
  edgeBefore(text.words[end]) === 'comma' && text.language.isPast(text.words[end - 1]?.word ?? '');

/** A verb that shares the subject of an earlier one. */
function subjectOfFirst(text: Text, before: number, verb: number): number[] {
  for (let at = before; at > 0; at -= 1) {
    if (edgeBefore(text.words[at + 1]) === 'hard' || isIn(text, at, 'stopper', 'that')) return [];
    if (isFinite(text, at) && at < verb) {
      const start = groupStart(text, at);
      if (!isIn(text, start - 1, 'and', 'or') && edgeBefore(text.words[start]) === 'none')
        return dropAside(text, nounsBefore(text, start));
    }
  }
  return [];
}

function nounsBefore(text: Text, end: number): number[] {
  let found: number[] = [];
  for (let at = end - 1; at >= 0; at -= 1) {
    if (isIn(text, at, 'stopper', 'that', 'auxiliary', 'modal')) break;
    if (at < end - 1 && isIn(text, at, 'saying') && text.words[at]?.name !== true) break;
    const isParticiple = isVerb(text, at) && at < end - 1;
    if (isParticiple && isIn(text, at + 1, 'by')) found = [];
    else if (isParticiple) break;
    else found.unshift(at);
    if (edgeBefore(text.words[at]) !== 'none') break;
  }
  return found;
}

/** “Johnson in April”: what a preposition brings in does not act; “of” brings in who does. */
function dropAside(text: Text, words: readonly number[]): number[] {
  const kept: number[] = [];
  let aside = false;
  for (const at of words) {
    if (isIn(text, at, 'preposition')) aside = !isIn(text, at, 'of') && kept.length > 0;
    else if (isIn(text, at, 'and', 'of')) aside = false;
    if (!aside) kept.push(at);
  }
  return contentOf(text, kept);
}
