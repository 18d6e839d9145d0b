/** Builds the extension for one browser into .output/, the packs first. */
import { mustQuietly } from './run.ts';

export type Target = 'chrome' | 'firefox';

export const outputOf = (target: Target): string => `.output/${target}-mv3`;

export function buildFor(...targets: readonly Target[]): void {
  mustQuietly('tsx', ['scripts/pack.ts']);
  // Firefox would otherwise get manifest version 2.
  for (const target of targets) mustQuietly('wxt', ['build', '-b', target, '--mv3']);
}
