/**
 * Plants bugs, one at a time, in a copy of the project, and runs the tests on it: each must be found. `npm run
 * test:mutants [-- WORD]` tries those of which the description or the file has the word in it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MERGING_MUTANTS } from './mutants/merging-mutants.ts';
import type { Mutant } from './mutants/mutant.ts';
import { SENDING_MUTANTS } from './mutants/sending-mutants.ts';

const TESTS = 'tests/sync';
/** What has not ended by then goes round in circles. */
const PATIENCE = 300_000;
const COPIED = ['lib/core', 'lib/sync', TESTS, 'tests/rounds.ts', 'tests/setup-pure.ts', 'package.json'];
const CONFIG = `import { fileURLToPath } from 'node:url';
export default {
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/setup-pure.ts'], testTimeout: 120_000 },
};
`;

const folder = mkdtempSync(join(tmpdir(), 'parallax-mutants-'));
for (const path of COPIED) cpSync(path, join(folder, path), { recursive: true });
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
writeFileSync(join(folder, 'vitest.config.ts'), CONFIG);

/** `broken`: the tests could not even start. */
type Found = 'found' | 'goes round in circles' | 'not found' | 'broken';

function tryTests(): Found {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--bail=1', '--reporter=json', `--outputFile=${report}`];
  const { status, error } = spawnSync(process.execPath, args, { cwd: folder, timeout: PATIENCE, encoding: 'utf8' });
  if (error !== undefined) return 'goes round in circles';
  if (status === 0) return 'not found';
  const { numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numFailedTests: number };
  return numFailedTests > 0 ? 'found' : 'broken';
}

/** @returns what is wrong with the mutant; null: it was found. */
function plant({ file, find, put }: Mutant): string | null {
  const path = join(folder, 'lib/sync', file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) return `does not stand once in lib/sync/${file} any more`;
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  const found = tryTests();
  writeFileSync(path, text);
  return found === 'found' || found === 'goes round in circles' ? null : found;
}

const word = process.argv[2] ?? '';
const chosen = [...SENDING_MUTANTS, ...MERGING_MUTANTS].filter(
  ({ bug, file }) => bug.includes(word) || file.includes(word),
);
const asItIs = tryTests();
if (asItIs !== 'not found') console.error(`the tests fail as it is: ${asItIs}`);
let left = asItIs === 'not found' ? 0 : 1;
for (const mutant of asItIs === 'not found' ? chosen : []) {
  const start = performance.now();
  const problem = plant(mutant);
  if (problem !== null) left += 1;
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${problem === null ? 'found' : problem.toUpperCase()}  ${mutant.bug} (${mutant.file}, ${seconds} s)`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${chosen.length - left} of ${chosen.length} planted bugs found`);
process.exitCode = left === 0 ? 0 : 1;
