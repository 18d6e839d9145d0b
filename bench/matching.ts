/** What matching costs: `tsx bench/matching.ts` prints milliseconds and ratios as JSON. All text is made up by a seed. */
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { partialDate } from '@/lib/core/dates.ts';
import { buildIndex } from '@/lib/matching/claim-index.ts';
import { fingerprintOf } from '@/lib/matching/fingerprint.ts';
import { gate } from '@/lib/matching/gate.ts';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { createRetriever } from '@/lib/matching/retrieve.ts';
import { termsOf } from '@/lib/text/names.ts';
import { loadShippedPacks } from '../scripts/eval/load-packs.ts';
import { createWriter } from './made-up-words.ts';

const ROUNDS = 9;
const [SMALL, LARGE] = [100, 100_000];
const SENTENCES = 60;
const GATE_WORDS = 20_000;

const shipped = loadShippedPacks();
console.log(JSON.stringify({ ...(await measureShipped(shipped)), ...measureGrowth() }, null, 1));

async function measureShipped(packs: readonly Pack[]) {
  const article = articleAbout(packs);
  const which = [...article.sentences.keys()];
  const matcher = createMatcher(packs);
  const inTurn = [article, { ...article, published: null }];
  // Two articles in turn, so that none is remembered from the round before.
  const match = await median(async (round) => {
    await matcher.match(inTurn[round % 2] ?? article, which, { known: true });
  });
  const prints = packs.map(fingerprintOf);
  const long = longText(packs);
  return {
    claims: packs.flatMap(({ questions }) => questions.flatMap(({ claims }) => claims)).length,
    buildMs: await median(() => void createMatcher(packs)),
    sentences: SENTENCES,
    matchMs: match,
    matchMsPerSentence: rounded(match / SENTENCES),
    gateWords: GATE_WORDS,
    gateMs: await median(() => void gate(long, prints)),
  };
}

function measureGrowth() {
  const small = retrieval(SMALL);
  const large = retrieval(LARGE);
  return {
    [`retrieveMsPerSentence${SMALL}Claims`]: small.perSentence,
    [`retrieveMsPerSentence${LARGE}Claims`]: large.perSentence,
    retrieveRatio: rounded(large.perSentence / small.perSentence),
    claimsRatio: LARGE / SMALL,
    [`buildMs${LARGE}Claims`]: large.build,
  };
}

/** A library of made-up claims, and sentences made of the same words. */
function retrieval(claims: number): { readonly build: number; readonly perSentence: number } {
  const writer = createWriter(claims);
  const pack = made(claims, writer.sentence);
  const began = performance.now();
  const index = buildIndex(pack);
  const build = performance.now() - began;
  const retrieve = createRetriever(index);
  const sentences = Array.from({ length: SENTENCES }, () => termsOf(writer.sentence(25), index.names));
  const times = Array.from({ length: ROUNDS }, () => timed(() => sentences.forEach((terms) => retrieve(terms))));
  return { build: rounded(build), perSentence: rounded(middle(times) / SENTENCES) };
}

function made(claims: number, sentence: (words: number) => string): Pack {
  const [template] = shipped;
  const [question] = template?.questions ?? [];
  const [claim] = question?.claims ?? [];
  if (!template || !question || !claim) throw new Error('packs/ holds no claim to make others from');
  const perQuestion = 3;
  const questions = Array.from({ length: Math.ceil(claims / perQuestion) }, () => ({
    ...question,
    asks: sentence(8),
    claims: Array.from({ length: perQuestion }, () => ({ ...claim, says: sentence(14), figures: [], accounts: [] })),
  }));
  return { ...template, names: [], questions };
}

/** The words of the packs' own claims, so that the gate lets them in and the index is at work. */
function articleAbout(packs: readonly Pack[]): ArticleToMatch {
  const says = packs.flatMap(({ questions }) => questions.flatMap(({ claims }) => claims.map((claim) => claim.says)));
  const sentences = Array.from(
    { length: SENTENCES },
    (_, n) => `${says[n % says.length] ?? ''} ${says[(n * 7) % says.length] ?? ''}`,
  );
  return {
    title: null,
    url: null,
    published: partialDate('2022-03-30'),
    language: 'en',
    sentences: sentences.map((text, block) => ({ text, role: 'body', block })),
  };
}

function longText(packs: readonly Pack[]): string {
  const words = articleAbout(packs).sentences.flatMap(({ text }) => text.split(' '));
  return Array.from({ length: GATE_WORDS }, (_, n) => words[n % words.length] ?? '').join(' ');
}

async function median(task: (round: number) => void | Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await task(round);
    times.push(performance.now() - began);
  }
  return rounded(middle(times));
}

function timed(task: () => void): number {
  const began = performance.now();
  task();
  return performance.now() - began;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
