/** Builds the extension for both browsers once before the browser tests; PARALLAX_BUILT=1 trusts what is in .output/. */
import { buildFor } from '@/scripts/build-for.ts';

export default function setup(): void {
  if (process.env.PARALLAX_BUILT !== '1') buildFor('chrome', 'firefox');
}
