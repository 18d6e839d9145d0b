/** The built-in pack, where `npm run pack` has built it; else null. */
import { parsePack } from '@/lib/pack/parse-pack.ts';
import type { Pack } from '@/lib/core/pack.ts';

const built = import.meta.glob<{ default: unknown }>('../../../public/packs/istanbul-2022.json', { eager: true });
const [file] = Object.values(built);
const result = file === undefined ? null : parsePack(file.default);

export const realPack: Pack | null = result?.kind === 'ok' ? result.pack : null;
