/** Bytes put together, taken apart, and written as text. */

export type Bytes = Uint8Array<ArrayBuffer>;
/** As many bytes as asked for; the browser's own, but for tests with fixed ones. */
export type Random = (length: number) => Bytes;

export const secureRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Null where it is not UTF-8. */
export function textOf(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function joinBytes(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Four bytes, the highest first. */
export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export const readU32 = (bytes: Bytes, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

export const sameBytes = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

export const hexOf = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Null where it is not hexadecimal, in lower case. */
export function hexBytes(text: string): Bytes | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** The first 32 hexadecimal digits of SHA-256. */
export const hash32 = async (bytes: Bytes): Promise<string> => hexOf((await sha256(bytes)).subarray(0, 16));
