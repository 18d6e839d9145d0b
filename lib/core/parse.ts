/** Small parsers for what comes from a page, a message, the disk or a file: `unknown` until one of these has seen it. */

/** Names the field that is wrong, by its path from the value that was parsed. */
export class ParseError extends Error {
  readonly path: string;
  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.name = 'ParseError';
    this.path = path;
  }
}

export function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ParseError(path, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

/** `maxLength` in UTF-16 code units: a hostile page must not make us keep a gigabyte. */
export function text(value: unknown, path: string, maxLength = 10_000): string {
  if (typeof value !== 'string' || value.length > maxLength)
    throw new ParseError(path, `text of at most ${maxLength} characters`);
  return value;
}

export function finite(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ParseError(path, 'a number');
  return value;
}

/** A whole number from 0. */
export function count(value: unknown, path: string): number {
  const number = finite(value, path);
  if (!Number.isSafeInteger(number) || number < 0) throw new ParseError(path, 'a whole number from 0');
  return number;
}

export function flag(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw new ParseError(path, 'true or false');
  return value;
}

export function oneOf<const T extends string>(options: readonly T[], value: unknown, path: string): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw new ParseError(path, options.join(' | '));
  return found;
}

export function list<T>(
  value: unknown,
  path: string,
  item: (value: unknown, path: string) => T,
  maxLength = 100_000,
): T[] {
  if (!Array.isArray(value) || value.length > maxLength) throw new ParseError(path, `a list of at most ${maxLength}`);
  return value.map((entry: unknown, index) => item(entry, `${path}[${index}]`));
}

export function orNull<T>(value: unknown, path: string, parse: (value: unknown, path: string) => T): T | null {
  return value === null || value === undefined ? null : parse(value, path);
}
