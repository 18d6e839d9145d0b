/**
 * The reliability diagram: of marks that are said to be right with some probability, how many are. From the
 * cross-validation of training/train_acceptance.py, which wrote reliability.json. `npx tsx bench/reliability.ts`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, finite, list, record } from '@/lib/core/parse.ts';

const WIDTH = 50;
const bins = list(
  JSON.parse(readFileSync(join(import.meta.dirname, 'reliability.json'), 'utf8')),
  'bins',
  (bin, path) => {
    const { said, right, sentences } = record(bin, path);
    return { said: finite(said, path), right: finite(right, path), sentences: count(sentences, path) };
  },
);

console.log('said  right  sentences   (| where they would be equal)');
for (const { said, right, sentences } of bins) {
  const bar = Array.from({ length: WIDTH + 1 }, (_, at) =>
    at === Math.round(said * WIDTH) ? '|' : at < Math.round(right * WIDTH) ? '█' : ' ',
  );
  console.log(`${said.toFixed(2)}  ${right.toFixed(2)}   ${String(sentences).padStart(9)}   ${bar.join('')}`);
}
const all = bins.reduce((sum, { sentences }) => sum + sentences, 0);
const error = bins.reduce((sum, { said, right, sentences }) => sum + (sentences / all) * Math.abs(said - right), 0);
console.log(`expected calibration error ${error.toFixed(3)}`);
