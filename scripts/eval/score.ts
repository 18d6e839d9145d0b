/** Scores marks against labelled articles, figure for figure as ../shared/eval/score.mjs does. */
import type { Label, LabelledArticle } from './labelled.ts';

export type Prediction = {
  /** Index of the sentence; at most one prediction each. */
  readonly i: number;
  readonly question: string;
  readonly claim: string | null;
  readonly relation: string;
  readonly score: number;
  /** False: only for the figures of ranking. */
  readonly shown: boolean;
};
export type Predictions = Readonly<Record<string, readonly Prediction[]>>;

export type Scores = {
  readonly articles: number;
  readonly sentences: number;
  readonly need: number;
  readonly shown: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly claimAccuracy: number | null;
  readonly denialsNamed: number | null;
  readonly averagePrecision: number | null;
  readonly recallAtPrecision: Readonly<Record<string, number>>;
  readonly falseMarksPer1000: number | null;
};

const PRECISIONS = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

export function score(gold: readonly LabelledArticle[], predictions: Predictions): Scores {
  const judged = gold.flatMap((article) => judge(article, predictions[article.file] ?? []));
  const shown = judged.filter(({ prediction }) => prediction.shown);
  const hits = shown.filter(({ right }) => right);
  const sentences = sum(gold, (article) => article.sentences.filter((text) => text !== '').length);
  const need = sum(gold, ({ labels, sentences: texts }) => labels.filter((l) => l.need && texts[l.i]).length);
  return {
    articles: gold.length,
    sentences,
    need,
    shown: shown.length,
    precision: round(hits.length / shown.length),
    recall: round(hits.length / need),
    f1: round((2 * hits.length) / (shown.length + need)),
    claimAccuracy: shareOf(hits, ({ claims }) => claims.length > 0, isClaimRight),
    denialsNamed: shareOf(
      hits,
      ({ denies }) => denies.length > 0,
      ({ relation }) => relation === 'denies',
    ),
    ...rankingOf(judged, need),
    falseMarksPer1000: round((1000 * (shown.length - hits.length)) / sentences),
  };
}

export function scoreEach(
  gold: readonly LabelledArticle[],
  predictions: Predictions,
): Readonly<Record<string, Scores>> {
  return Object.fromEntries(gold.map((article) => [article.file, score([article], predictions)]));
}

type Judged = { readonly prediction: Prediction; readonly label: Label | undefined; readonly right: boolean };

/** Without the optional sentences that have a right question: they count neither way. */
function judge({ labels }: LabelledArticle, predictions: readonly Prediction[]): Judged[] {
  const byIndex = new Map(labels.map((label) => [label.i, label]));
  return predictions
    .map((prediction) => {
      const label = byIndex.get(prediction.i);
      const questions = label === undefined ? [] : [...label.questionsAny, ...label.questions];
      return { prediction, label, right: questions.includes(prediction.question) };
    })
    .filter(({ label, right }) => !(label !== undefined && !label.need && right));
}

function isClaimRight({ claim }: Prediction, { claims, claimsAny }: Label): boolean {
  return claim !== null && (claims.includes(claim) || claimsAny.includes(claim));
}

function shareOf(
  hits: readonly Judged[],
  asked: (label: Label) => boolean,
  isRight: (prediction: Prediction, label: Label) => boolean,
): number | null {
  const all = hits.flatMap(({ prediction, label }) => (label && asked(label) ? [{ prediction, label }] : []));
  return round(all.filter(({ prediction, label }) => isRight(prediction, label)).length / all.length);
}

function rankingOf(judged: readonly Judged[], need: number): Pick<Scores, 'averagePrecision' | 'recallAtPrecision'> {
  const ranked = judged.toSorted((a, b) => b.prediction.score - a.prediction.score);
  const recallAtPrecision: Record<string, number> = {};
  let found = 0;
  let area = 0;
  ranked.forEach(({ right }, at) => {
    if (!right) return;
    found += 1;
    const precision = found / (at + 1);
    area += precision;
    for (const least of PRECISIONS)
      if (precision >= least) recallAtPrecision[least] = Number((found / need).toFixed(3));
  });
  return { averagePrecision: round(area / need), recallAtPrecision };
}

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
/** Null where nothing was asked. */
const round = (value: number): number | null => (Number.isFinite(value) ? Number(value.toFixed(3)) : null);
