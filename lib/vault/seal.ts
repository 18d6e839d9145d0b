/** Content into sealed files and back, with the keys of one vault. */
import type { Sealer } from '@/lib/sync/sealed.ts';
import { hash32, secureRandom, type Random } from './bytes.ts';
import { deflate, inflate } from './deflate.ts';
import { IV_LENGTH, openFile, SALT_LENGTH, sealFile } from './sealed-file.ts';
import { VaultError } from './vault-error.ts';
import type { VaultKeys } from './vault.ts';

/** More is neither sealed nor inflated. */
export const LARGEST_CONTENT = 32 * 1024 * 1024;

export function createSealer({ vault, roots }: VaultKeys, random: Random = secureRandom): Sealer {
  return {
    seal: async (content, place) => {
      const root = roots.at(-1);
      if (root === undefined) throw new VaultError('locked');
      if (content.length > LARGEST_CONTENT) throw new VaultError('too-big');
      const nonces = { salt: random(SALT_LENGTH), iv: random(IV_LENGTH) };
      return sealFile(vault, root, { place, content: await deflate(content) }, nonces);
    },
    open: async (bytes, place) => {
      const opened = await openFile(vault, roots, bytes, place);
      if (opened.kind !== 'content') return opened;
      const content = await inflate(opened.content, LARGEST_CONTENT);
      return content === null ? { kind: 'damaged' } : { kind: 'opened', content };
    },
    hash: hash32,
  };
}
