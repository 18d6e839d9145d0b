import { describe, expect, it } from 'vitest';
import { generatePassphrase } from '@/lib/vault/passphrase.ts';
import { PASSPHRASE_WORDS } from '@/lib/vault/words.ts';

/** Everything that one slip makes of a word: a letter left out, another one in its place, two changed over. */
const withoutOne = (word: string): string[] => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
const changedOver = (word: string): string[] =>
  Array.from(word.slice(1), (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));

describe('the words', () => {
  const words = new Set(PASSPHRASE_WORDS);
  it('are 4,096, each of 4 to 8 letters', () => {
    expect(words.size).toBe(4096);
    expect(PASSPHRASE_WORDS.length).toBe(4096);
    expect(PASSPHRASE_WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
  });
  it('of which none begins another', () => {
    const begun = PASSPHRASE_WORDS.filter((word) =>
      Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1)).some((start) => words.has(start)),
    );
    expect(begun).toEqual([]);
  });
  it('of which none becomes another by one slip', () => {
    const gaps = new Map<string, string>();
    const alike: string[][] = [];
    for (const word of PASSPHRASE_WORDS) {
      for (const short of withoutOne(word)) if (words.has(short)) alike.push([word, short]);
      for (const swapped of changedOver(word)) if (swapped !== word && words.has(swapped)) alike.push([word, swapped]);
      for (let at = 0; at < word.length; at += 1) {
        const gap = `${word.slice(0, at)}_${word.slice(at + 1)}`;
        const other = gaps.get(gap);
        if (other !== undefined) alike.push([word, other]);
        gaps.set(gap, word);
      }
    }
    expect(alike).toEqual([]);
  });
});

describe('a passphrase made up by chance', () => {
  it('has six of them, each another time', async () => {
    const [one, other] = [await generatePassphrase(), await generatePassphrase()];
    expect(one.split(' ').filter((word) => PASSPHRASE_WORDS.includes(word))).toHaveLength(6);
    expect(one).not.toBe(other);
  });
  it('can have any of them: the first by zeros, the last by ones', async () => {
    const [first, last] = [PASSPHRASE_WORDS[0] ?? '', PASSPHRASE_WORDS[4095] ?? ''];
    expect(await generatePassphrase((length) => new Uint8Array(length))).toBe(Array(6).fill(first).join(' '));
    expect(await generatePassphrase((length) => new Uint8Array(length).fill(255))).toBe(Array(6).fill(last).join(' '));
  });
});
