/** The long runs: what `npm test` does once, many times over. `npm run soak [-- ROUNDS]` */
import { buildFor } from './build-for.ts';
import { run } from './run.ts';

const rounds = process.argv[2] ?? '20';
buildFor('chrome', 'firefox');
const env = { PARALLAX_BUILT: '1', PARALLAX_ROUNDS: rounds };
const statuses = [
  // Properties, each with as many times more cases.
  run('vitest', ['run', '--project', 'pure', '--project', 'dom'], env),
  // Three devices on every real server, each time with other faults.
  run('vitest', ['run', '--project', 'servers', 'tests/servers/converge.test.ts'], env),
  run(
    'vitest',
    [
      'run',
      '--project',
      'e2e',
      'tests/e2e/killed-worker.test.ts',
      'tests/e2e/reading.test.ts',
      'tests/e2e/saved-pages.test.ts',
      'tests/e2e/sync.test.ts',
    ],
    env,
  ),
];
process.exitCode = statuses.some((status) => status !== 0) ? 1 : 0;
