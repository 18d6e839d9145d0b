/**
 * `npx tsx scripts/measure-evidence.ts OUT [--taught FILE] [--half odd|even] DIR…`: what the matcher measures of the
 * sentences of labelled articles, for training/train_acceptance.py. `--taught`: what was taught, if not what ships;
 * `--half`: of each folder every second article. One JSON value a line: first the names of the numbers and of the model, then for each
 * article `{ dir, file, told, rows: [sentence, question, …numbers] }`.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { record } from '@/lib/core/parse.ts';
import { createVectorReader } from '@/lib/matching/meaning/article-vectors.ts';
import { EVIDENCE } from '@/lib/matching/meaning/evidence.ts';
import { meaningOf } from '@/lib/matching/meaning/pack-meaning.ts';
import { createMeaningReader } from '@/lib/matching/meaning/read-meaning.ts';
import { parseTaughtPacks, type Trained } from '@/lib/matching/meaning/trained.ts';
import { createStory } from '@/lib/matching/story.ts';
import { readLabelled, toArticle } from './eval/labelled.ts';
import { loadShippedPacks } from './eval/load-packs.ts';
import { MODEL_FOLDER, loadModel } from './model/load-model.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { taught: { type: 'string' }, half: { type: 'string' } },
});
const [out, ...dirs] = positionals;
const model = await loadModel();
const [pack] = loadShippedPacks();
if (out === undefined || dirs.length === 0) throw new Error('npx tsx scripts/measure-evidence.ts OUT DIR…');
if (model === null || pack === undefined) throw new Error('There is no model, or no pack');

const taughtFile = values.taught ?? join(MODEL_FOLDER, 'acceptance.json');
const file = record(JSON.parse(readFileSync(taughtFile, 'utf8')), 'acceptance');
/** Whether an article, by its place in its folder, is asked for. */
const isWanted = (_: unknown, at: number): boolean =>
  values.half === undefined || (values.half === 'odd') === (at % 2 === 1);
const nothing = { threshold: 2, precision: 1, recall: 0 };
const trained: Trained = {
  model: model.id,
  trees: [],
  intercept: 0,
  levels: { few: nothing, balanced: nothing, more: nothing },
  taught: parseTaughtPacks(file.taught),
};
const story = createStory(pack);
const reader = createMeaningReader(
  story,
  { model, trained, meaningOf: (index) => meaningOf(index, model) },
  createVectorReader(model),
);
const handle = openSync(out, 'w');
const say = (value: unknown): void => void writeSync(handle, `${JSON.stringify(value)}\n`);
say({ evidence: EVIDENCE, model: model.id });
for (const dir of dirs)
  for (const labelled of readLabelled(dir).filter(isWanted)) {
    const article = toArticle(labelled);
    const read = story.read(article);
    const reading = read === null ? null : await reader(article, read, [...article.sentences.keys()]);
    const rows = article.sentences.flatMap((_, at) =>
      (reading?.weigh(at) ?? []).map(({ hit, evidence }) => {
        const numbers = evidence.map((number) => Number(number.toFixed(5)));
        return [at, pack.questions[hit.question]?.id, ...numbers];
      }),
    );
    say({ dir, file: labelled.file, told: read !== null, rows });
  }
closeSync(handle);
