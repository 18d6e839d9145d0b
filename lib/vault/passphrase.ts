/** Passphrases made up by chance. */
import { secureRandom, type Random } from './bytes.ts';

/** Six words of 4,096: 72 bits. */
const WORDS = 6;

export async function generatePassphrase(random: Random = secureRandom): Promise<string> {
  const { PASSPHRASE_WORDS } = await import('./words.ts');
  const view = new DataView(random(WORDS * 2).buffer);
  // 65,536 is a multiple of 4,096: every word is as likely as any other.
  const words = Array.from(
    { length: WORDS },
    (_, at) => PASSPHRASE_WORDS[view.getUint16(at * 2) % PASSPHRASE_WORDS.length],
  );
  return words.join(' ');
}
