/**
 * The hash by which a locator proves itself and a sentence is recognised. Two printings of one sentence get one
 * hash: typography, punctuation, case, accents and markup do not count; every letter and digit does.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SentenceHash } from '@/lib/core/pack.ts';

const MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
export const HASH_PATTERN = '^[0-9a-f]{32}$';

/** Lower-case letters and digits, words parted by one space: “It’s 1,351.” → `it s 1 351`. */
export function sentenceKey(sentence: string): string {
  const plain = sentence.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return (plain.match(WORDS) ?? []).join(' ');
}

/** The first 128 bits of SHA-256 over the key. Pure and synchronous: a page on plain http has no WebCrypto. */
export function hashSentence(sentence: string): SentenceHash {
  return bytesToHex(sha256(utf8ToBytes(sentenceKey(sentence)))).slice(0, 32) as SentenceHash;
}
