/** Checks labelled articles: `tsx training/check-invented.ts DIR [PREFIX]` prints what is wrong, and the counts by question. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseLabelled, type Label, type LabelledArticle } from '../scripts/eval/labelled.ts';
import { loadPack } from '../scripts/pack/load-folder.ts';

const [folder = 'training/invented', prefix = ''] = process.argv.slice(2);
const result = loadPack('packs/istanbul-2022');
if (result.kind === 'invalid') throw new Error('the pack is invalid');
const questionOf = new Map(
  result.pack.questions.flatMap(({ id, claims }) => claims.map((claim) => [claim.id as string, id as string])),
);
const questions = new Set<string>(questionOf.values());
const problems: string[] = [];
const counts = new Map<string, number>();
let [sentences, need, optional, articles] = [0, 0, 0, 0];

for (const name of readdirSync(folder).filter((one) => one.startsWith(prefix) && one.endsWith('.json'))) {
  const article = parseLabelled(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  articles += 1;
  sentences += article.sentences.length;
  const report = (what: string) => problems.push(`${name}: ${what}`);
  if (`${article.file}.json` !== name) report(`file is “${article.file}”`);
  if (article.published === null) report('published is no date');
  const seen = new Set<string>();
  for (const sentence of article.sentences) {
    if (sentence.trim() !== sentence || sentence === '') report(`untidy sentence “${sentence}”`);
    if (seen.has(sentence)) report(`twice: “${sentence}”`);
    seen.add(sentence);
  }
  const places = new Set<number>();
  for (const label of article.labels) checkLabel(label, article, places, report);
}

function checkLabel(label: Label, article: LabelledArticle, places: Set<number>, report: (what: string) => void): void {
  const { i, claims, claimsAny, questions: sure, questionsAny, denies } = label;
  if (article.sentences[i] === undefined) report(`no sentence ${i}`);
  if (places.has(i)) report(`two labels on ${i}`);
  places.add(i);
  for (const claim of [...claims, ...claimsAny, ...denies])
    if (!questionOf.has(claim)) report(`${i}: no claim “${claim}”`);
  for (const question of [...sure, ...questionsAny])
    if (!questions.has(question)) report(`${i}: no question “${question}”`);
  for (const claim of claims)
    if (![...sure, ...questionsAny].includes(questionOf.get(claim) ?? ''))
      report(`${i}: the question of “${claim}” is not named`);
  for (const claim of denies)
    if (![...claims, ...claimsAny].includes(claim)) report(`${i}: denies “${claim}”, which is not among its claims`);
  if (label.need && sure.length === 0) report(`${i}: needed, but no question`);
  if (label.need) need += 1;
  else optional += 1;
  if (label.need) for (const question of sure) counts.set(question, (counts.get(question) ?? 0) + 1);
}

for (const problem of problems) console.log(problem);
console.log(
  `${articles} articles, ${sentences} sentences, ${need} needed, ${optional} optional, ${problems.length} problems`,
);
for (const question of questions) console.log(`${String(counts.get(question) ?? 0).padStart(5)} ${question}`);
process.exitCode = problems.length === 0 ? 0 : 1;
