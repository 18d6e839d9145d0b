/** Files that are lines of JSON, each of which can be written in one way only: what is signed must not be read in two. */
import { count, record, text } from '@/lib/core/parse.ts';
import { joinBytes, utf8, type Bytes } from './bytes.ts';
import { paddedSize } from './padding.ts';
import type { Wrapped } from './wrapped.ts';

const LAST_EPOCH = 0xffff_ffff;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
const LONGEST = 100_000;

/** A root of before, under that of now. */
export type OlderRoot = Wrapped & { readonly epoch: number; readonly salt: string };

/** Each ended by a line feed; then spaces. */
export function paddedText(lines: readonly string[]): Bytes {
  const content = utf8(lines.map((line) => `${line}\n`).join(''));
  return joinBytes(content, new Uint8Array(paddedSize(content.length) - content.length).fill(0x20));
}

/** Null where there are not as many lines, filled up exactly as `paddedText` does. */
export function linesOf(content: string | null, lines: number): readonly string[] | null {
  const parts = content?.split('\n') ?? [];
  const padding = parts.pop();
  if (content === null || parts.length !== lines || padding === undefined || !/^ *$/.test(padding)) return null;
  const bytes = utf8(content).length;
  return paddedSize(bytes - padding.length) === bytes ? parts : null;
}

/** Throws where it would be written differently. */
export function exactly<T>(line: string, parse: (value: unknown) => T): T {
  const parsed = parse(JSON.parse(line));
  if (JSON.stringify(parsed) !== line) throw new SyntaxError('not as it is written');
  return parsed;
}

export function matching(value: unknown, path: string, pattern: RegExp): string {
  const found = text(value, path, LONGEST);
  if (!pattern.test(found)) throw new SyntaxError(path);
  return found;
}

export const base64 = (value: unknown, path: string): string => matching(value, path, BASE64URL);

export function epochNumber(value: unknown, path: string): number {
  const epoch = count(value, path);
  if (epoch < 1 || epoch > LAST_EPOCH) throw new RangeError(path);
  return epoch;
}

export function olderRoot(value: unknown, path: string): OlderRoot {
  const { epoch, salt, iv, box } = record(value, path);
  return { epoch: epochNumber(epoch, path), salt: base64(salt, path), iv: base64(iv, path), box: base64(box, path) };
}
