/** Passphrases: made up by chance, or judged when the reader makes up one. */
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

const LONG_ENOUGH = 20;
/** “aaaaaaaaaaaaaaaaaaaaaaaa” is long too. */
const VARIED_ENOUGH = 8;

/** `short`: a program that guesses might find it. `fine`: long enough, if it is no sentence that others know. */
export type Strength = 'empty' | 'short' | 'fine';

export function strengthOf(passphrase: string): Strength {
  const plain = passphrase.normalize('NFKC').trim();
  if (plain === '') return 'empty';
  const letters = Array.from(plain);
  return letters.length >= LONG_ENOUGH && new Set(letters).size >= VARIED_ENOUGH ? 'fine' : 'short';
}
