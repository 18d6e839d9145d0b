import { ParseError } from '@/lib/core/parse.ts';

/** The row, or nothing where there is none or it is damaged: damaged rows are left out, and left alone. */
export function readable<T>(row: unknown, parse: (row: unknown) => T): T[] {
  if (row === undefined) return [];
  try {
    return [parse(row)];
  } catch (cause) {
    if (cause instanceof ParseError) return [];
    throw cause;
  }
}
