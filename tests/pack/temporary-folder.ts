/** A copy of the sample folder that a test may spoil; gone after the test. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { SAMPLE_FOLDER } from './sample-pack.ts';

export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'parallax-pack-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

/** `packs/harbour-bridge` in a fresh folder. */
export function copiedSample(): { readonly packs: string; readonly dir: string } {
  const packs = join(temporaryFolder(), 'packs');
  const dir = join(packs, 'harbour-bridge');
  cpSync(SAMPLE_FOLDER, dir, { recursive: true });
  return { packs, dir };
}

/** Replaces the first `from`, which must be there, so that a test cannot pass because its fixture has moved on. */
export function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}
