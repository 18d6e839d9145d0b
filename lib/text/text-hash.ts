/** Names a text, to the letter. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TextHash } from '@/lib/core/ids.ts';

/** SHA-256 of its UTF-8 bytes, in hexadecimal. Lone surrogates count as U+FFFD. */
export const textHashOf = (text: string): TextHash => bytesToHex(sha256(utf8ToBytes(text))) as TextHash;
