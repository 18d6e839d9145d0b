/** Builds the extension for both browsers once before the browser tests; PARALLAX_BUILT=1 trusts what is in .output/. */
import { run } from '@/scripts/run.ts';

export default function setup(): void {
  if (process.env.PARALLAX_BUILT === '1') return;
  if (run('tsx', ['scripts/build.ts']) !== 0) throw new Error('the extension does not build');
}
