/**
 * `npx tsx scripts/eval-retrieval.ts DIR NAME [--meaning]`: whether retrieval is right on other stories. Texts are looked
 * up among the fact-checked claims of DIR/NAME.docs.jsonl; prints MAP@5 and how often the first is right.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { list, record, text } from '@/lib/core/parse.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { buildIndex } from '@/lib/matching/claim-index.ts';
import { packVectors, cosinesWith } from '@/lib/matching/meaning/vectors.ts';
import { createRetriever } from '@/lib/matching/retrieve.ts';
import { termsOf } from '@/lib/text/names.ts';
import { loadShippedPacks } from './eval/load-packs.ts';
import { loadModel } from './model/load-model.ts';

/** What a cosine of 1 is worth beside the scores of words, whose best is taken as 1. Not tuned. */
const MEANING = 0.6;
const DEPTH = 5;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { meaning: { type: 'boolean', default: false }, part: { type: 'string', default: 'test' } },
});
const [dir = '', name = ''] = positionals;
const rows = (kind: string) =>
  readFileSync(join(dir, `${name}.${kind}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => record(JSON.parse(line), kind));
const docs = rows('docs').map((row) => ({
  id: text(row.id, 'id'),
  claim: text(row.claim, 'claim'),
  title: text(row.title ?? '', 'title'),
}));
const queries = rows(values.part).map((row) => ({
  text: text(row.text, 'text'),
  gold: new Set(list(row.gold, 'gold', text)),
}));

const index = buildIndex(packOf(docs));
const retrieve = createRetriever(index);
const model = values.meaning ? await loadModel() : null;
let [sum, first] = [0, 0];
for (const query of queries) {
  const hits = retrieve(termsOf(query.text, index.names));
  const words = hits.map((hit) => hit.claimScore + hit.questionScore);
  const near =
    model === null
      ? []
      : await cosines(
          query.text,
          hits.map(({ question }) => docs[question]?.claim ?? ''),
        );
  const score = hits.map((_, n) => (words[n] ?? 0) / Math.max(...words) + MEANING * (near[n] ?? 0));
  const order = [...hits.keys()].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
  const ids = order.slice(0, DEPTH).map((n) => docs[hits[n]?.question ?? -1]?.id ?? '');
  let found = 0;
  let precision = 0;
  ids.forEach((id, at) => {
    if (query.gold.has(id)) precision += ++found / (at + 1);
  });
  sum += precision / Math.min(DEPTH, query.gold.size);
  if (query.gold.has(ids[0] ?? '')) first += 1;
}
console.log(
  `${name} ${values.part}: ${queries.length} texts, ${docs.length} claims, MAP@5 ${(sum / queries.length).toFixed(3)}, first right ${(first / queries.length).toFixed(3)}`,
);

async function cosines(query: string, claims: readonly string[]): Promise<number[]> {
  const [own, ...others] = (await model?.encode([query, ...claims].map((one) => ({ text: one })))) ?? [];
  return own === undefined || others.length === 0 ? [] : Array.from(cosinesWith(own, packVectors(others)));
}

/** Made without the checks of a pack: the sets say some claims twice. */
function packOf(claims: typeof docs): Pack {
  const [template] = loadShippedPacks();
  const [question] = template?.questions ?? [];
  const [claim] = question?.claims ?? [];
  if (!template || !question || !claim) throw new Error('packs/ holds no claim to make others from');
  return {
    ...template,
    names: [],
    questions: claims.map(({ id, claim: says, title }) => ({
      ...question,
      id: id as typeof question.id,
      asks: title,
      aspects: [],
      claims: [{ ...claim, id: id as typeof claim.id, says, figures: [], accounts: [], wordings: [] }],
    })),
  };
}
