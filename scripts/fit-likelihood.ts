/**
 * `npx tsx scripts/fit-likelihood.ts`: learns the weights of lib/attribution/likelihood.ts from the labelled sentences
 * that are for building, and prints them with how well they rank: cross-validated over articles, and held out.
 */
import { proposeAccounts } from '../lib/attribution/propose-accounts.ts';
import { LIKELY, SIGNS, signsOf } from '../lib/attribution/likelihood.ts';
import { quotationsIn } from '../lib/attribution/quotations.ts';
import { wordsOf } from '../lib/attribution/words.ts';
import { readLabels } from './eval/attribution-labels.ts';

const [STEPS, RATE, RIDGE, FOLDS] = [6000, 0.5, 0.003, 5];

type Row = {
  readonly signs: readonly number[];
  readonly isClaim: boolean;
  readonly split: string;
  readonly fold: number;
};

const rows = readLabels().flatMap(({ article, labels }, at): Row[] => {
  const quotations = quotationsIn(
    article.text,
    article.sentences.map(({ end }) => end),
  );
  const proposals = proposeAccounts(article);
  return labels.flatMap(({ sentence: index, split, claim }): Row[] => {
    const sentence = article.sentences[index];
    const proposal = proposals.find((one) => one.sentence === index);
    if (sentence === undefined || proposal === undefined || claim === null) return [];
    const here = quotations.filter(({ start, end }) => start < sentence.end && end > sentence.start);
    const words = wordsOf(sentence, here);
    const signs = signsOf({ words, text: sentence.text, figures: proposal.figures.length });
    return [{ signs: SIGNS.map((sign) => signs[sign]), isClaim: claim, split, fold: at % FOLDS }];
  });
});
const dev = rows.filter(({ split }) => split === 'dev');
const apart = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fit(dev.filter((row) => row.fold !== fold));
  return dev.filter((row) => row.fold === fold).map((row) => ({ score: scoreOf(weights, row), isClaim: row.isClaim }));
}).flat();
const weights = fit(dev);
const rightly = (some: readonly Ranked[]): string => {
  const likely = some.filter(({ score }) => score >= LIKELY);
  const right = likely.filter(({ isClaim }) => isClaim).length;
  const all = some.filter(({ isClaim }) => isClaim).length;
  return `from ${LIKELY} on precision ${(right / likely.length).toFixed(2)}, recall ${(right / all).toFixed(2)}`;
};
console.log(`BASE ${weights[0]?.toFixed(1) ?? ''}`);
SIGNS.forEach((sign, at) => console.log(`${sign}: ${weights[at + 1]?.toFixed(1) ?? ''}`));
const test = rows
  .filter(({ split }) => split === 'test')
  .map((row) => ({ score: scoreOf(weights, row), isClaim: row.isClaim }));
for (const [name, some] of [
  ['cross-validated', apart],
  ['held out', test],
] as const)
  console.log(`${name}: ${some.length} sentences, area under the curve ${areaOf(some).toFixed(2)}, ${rightly(some)}`);

function scoreOf(learned: readonly number[], { signs }: Row): number {
  const sum = signs.reduce((all, sign, at) => all + sign * (learned[at + 1] ?? 0), learned[0] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Logistic regression by plain descent; the first weight stands alone. */
function fit(some: readonly Row[]): number[] {
  let learned = Array<number>(SIGNS.length + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = learned.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    for (const row of some) {
      const off = (scoreOf(learned, row) - (row.isClaim ? 1 : 0)) / some.length;
      [1, ...row.signs].forEach((sign, at) => (slope[at] = (slope[at] ?? 0) + off * sign));
    }
    learned = learned.map((weight, at) => weight - RATE * (slope[at] ?? 0));
  }
  return learned;
}

type Ranked = { readonly score: number; readonly isClaim: boolean };

/** How often a sentence with a claim is ranked above one without. */
function areaOf(ranked: readonly Ranked[]): number {
  const [claims, others] = [ranked.filter(({ isClaim }) => isClaim), ranked.filter(({ isClaim }) => !isClaim)];
  const above = claims.flatMap(({ score }) =>
    others.map((one) => (score > one.score ? 1 : score === one.score ? 0.5 : 0)),
  );
  return above.reduce((all: number, one) => all + one, 0) / above.length;
}
