/** All that must hold before a change is kept: format, lint, types, tests (which build for both browsers), size. */
import { run } from './run.ts';

const STEPS: readonly (readonly [string, ...string[]])[] = [
  ['prettier', '--check', '.'],
  ['wxt', 'prepare'],
  ['eslint', '.'],
  ['tsc', '--noEmit'],
  ['tsx', 'scripts/test.ts'],
  ['tsx', 'scripts/size.ts'],
];

for (const [command, ...args] of STEPS) {
  console.log(`\n— ${command} ${args.join(' ')}`);
  const status = run(command, args);
  if (status !== 0) {
    console.error(`\n${command} ${args.join(' ')}: not in order.`);
    process.exit(status);
  }
}
console.log('\nAll in order.');
