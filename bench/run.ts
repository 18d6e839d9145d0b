/** Runs every measurement and keeps its figures in bench/figures.json, with the machine they were taken on left out. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const MEASURES = [
  'extraction',
  'reading',
  'matching',
  'model',
  'exchange',
  'library',
  'transfer',
  'anchoring',
  'sync-year',
] as const;

const figures: Record<string, unknown> = {};
for (const measure of MEASURES) {
  console.error(`measuring ${measure}…`);
  const { status, stdout, stderr } = spawnSync('tsx', [`bench/${measure}.ts`], { encoding: 'utf8' });
  if (status !== 0) {
    console.error(stderr);
    process.exit(status ?? 1);
  }
  figures[measure] = JSON.parse(stdout);
}
const text = `${JSON.stringify(figures, null, 1)}\n`;
writeFileSync('bench/figures.json', text);
console.log(text);
