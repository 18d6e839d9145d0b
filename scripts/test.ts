/** Runs every test: first the fast ones, then sync over real servers, then the built extension in real browsers. Ends with “N passed, N failed”. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must, run } from './run.ts';

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };
const RUNS = [['pure', 'dom'], ['servers'], ['e2e']];

must('wxt', ['prepare']);
must('tsx', ['scripts/pack.ts']);
const folder = mkdtempSync(join(tmpdir(), 'parallax-test-'));
const counts = RUNS.map((projects) => runVitest(projects, join(folder, `${projects.join('-')}.json`)));
rmSync(folder, { recursive: true });
const total = (field: keyof Count): number => counts.reduce((sum, count) => sum + count[field], 0);
if (total('skipped') > 0) console.log(`${total('skipped')} skipped: their titles say why`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;

/** A run that broke off counts as one failure more: what it did not reach must not look passed. */
function runVitest(projects: readonly string[], report: string): Count {
  const status = run('vitest', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      string,
      number
    >;
    const failed = numFailedTests ?? 0;
    return {
      passed: numPassedTests ?? 0,
      failed: status !== 0 && failed === 0 ? 1 : failed,
      skipped: numPendingTests ?? 0,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
