/** What the reader has said of sentences, applied to what the matcher says: to those very sentences, and to those like them. */
import type { ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Match, Reason } from '@/lib/core/match.ts';
import type { Pack, SentenceHash } from '@/lib/core/pack.ts';
import type { StoredVector } from '@/lib/core/sentence-model.ts';

/** `no`: the sentence does not speak to the question. `yes`: it does; `claim`: it states that claim. */
export type Answer = {
  readonly pack: PackId;
  readonly question: QuestionId;
  readonly sentence: SentenceHash;
  readonly verdict: 'no' | 'yes';
  readonly claim: ClaimId | null;
  /** What the sentence alone means, by some model. */
  readonly vector: StoredVector | null;
};

export type ReadForAnswers = {
  /** The sentences asked about, by their place in the article. */
  readonly which: readonly number[];
  readonly hashAt: (sentence: number) => SentenceHash;
  /** What the sentence alone means; null where it is not known. */
  readonly vectorAt: (sentence: number) => { readonly model: string; readonly vector: Float32Array } | null;
  readonly packs: readonly Pack[];
};

export type Answering = { readonly shown: readonly Match[]; readonly hidden: readonly Match[] };

/** Cosine from which on what was said of one sentence is taken to hold of the other. */
export const ALIKE = 0.8;

export function applyAnswers(matches: readonly Match[], answers: readonly Answer[], read: ReadForAnswers): Answering {
  if (answers.length === 0) return { shown: matches, hidden: [] };
  const bySentence = new Map(matches.map((match) => [match.sentence, match]));
  const shown: Match[] = [];
  const hidden: Match[] = [];
  for (const at of [...new Set(read.which)].sort((a, b) => a - b)) {
    const match = bySentence.get(at) ?? null;
    const { answer, alike } = answerFor(at, match, { answers, read });
    if (answer === null) shown.push(...(match === null ? [] : [match]));
    else if (answer.verdict === 'yes') shown.push(...confirmed(at, answer, { match, alike, packs: read.packs }));
    else if (match !== null) hidden.push(alike ? withReason(match, { kind: 'like-one-you-hid' }) : match);
  }
  return { shown, hidden };
}

type Said = { readonly answers: readonly Answer[]; readonly read: ReadForAnswers };
type Found = { readonly answer: Answer | null; readonly alike: boolean };

/** What was said of the sentence itself goes before what was said of one like it; “yes” before “no”. */
function answerFor(at: number, match: Match | null, { answers, read }: Said): Found {
  const hash = read.hashAt(at);
  const own = answers.filter(({ sentence }) => sentence === hash);
  const yes = own.find(({ verdict }) => verdict === 'yes');
  if (yes !== undefined) return { answer: yes, alike: false };
  const no = own.find((answer) => answer.verdict === 'no' && isOf(answer, match));
  if (no !== undefined) return { answer: no, alike: false };
  const near = nearest(answers, read.vectorAt(at));
  // The reader has said that this one does not: one like it changes nothing.
  if (near === null || own.some((answer) => answer.question === near.question && answer.pack === near.pack))
    return { answer: null, alike: false };
  return { answer: near.verdict === 'yes' || isOf(near, match) ? near : null, alike: true };
}

const isOf = (answer: Answer, match: Match | null): boolean =>
  answer.pack === match?.pack && answer.question === match.question;

function nearest(answers: readonly Answer[], here: ReturnType<ReadForAnswers['vectorAt']>): Answer | null {
  if (here === null) return null;
  let best: { readonly answer: Answer; readonly cosine: number } | null = null;
  for (const answer of answers) {
    if (answer.vector?.model !== here.model) continue;
    const cosine = cosineOf(here.vector, answer.vector);
    if (cosine >= ALIKE && cosine > (best?.cosine ?? -1)) best = { answer, cosine };
  }
  return best?.answer ?? null;
}

function cosineOf(vector: Float32Array, { values, scale }: StoredVector): number {
  return scale * values.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0);
}

type Confirming = { readonly match: Match | null; readonly alike: boolean; readonly packs: readonly Pack[] };

/** Nothing where the pack no longer has the question. */
function confirmed(at: number, answer: Answer, { match, alike, packs }: Confirming): Match[] {
  const same = match !== null && isOf(answer, match);
  if (alike && same && match.claim === answer.claim) return [match];
  const question = packs.find(({ id }) => id === answer.pack)?.questions.find(({ id }) => id === answer.question);
  if (question === undefined) return match === null ? [] : [match];
  const claim = question.claims.some(({ id }) => id === answer.claim) ? answer.claim : null;
  return [
    {
      sentence: at,
      pack: answer.pack,
      question: answer.question,
      claim,
      // Of a sentence that is only like it nobody has said that it does not deny.
      relation: claim === null || alike ? 'on-question' : 'same',
      accounts: same && match.claim === claim ? match.accounts : [],
      score: 1,
      reasons: [alike ? { kind: 'like-one-you-confirmed' } : { kind: 'reader-said' }],
      also: [],
    },
  ];
}

const withReason = (match: Match, reason: Reason): Match => ({ ...match, reasons: [reason, ...match.reasons] });
