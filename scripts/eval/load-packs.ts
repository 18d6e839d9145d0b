/** The packs that ship: every folder under packs/. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@/lib/core/pack.ts';
import { loadPack } from '../pack/load-folder.ts';

const PACKS = join(import.meta.dirname, '..', '..', 'packs');

/** Throws where one is not valid: `npm run pack` says what is wrong with it. */
export function loadShippedPacks(): Pack[] {
  const folders = readdirSync(PACKS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const result = loadPack(join(PACKS, name));
    if (result.kind === 'ok') return result.pack;
    const [first] = result.problems;
    throw new Error(`packs/${name} is not valid: ${first?.path ?? ''}: ${first?.message ?? ''}`);
  });
}
