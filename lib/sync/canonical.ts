/** Values as text that is the same on every device, and what may be a value at all. */
import type { Json } from '@/lib/core/note.ts';

/** Deeper than this nothing of the reader's is; a hostile file might be. */
const DEEPEST = 64;

type Fields = { readonly [key: string]: Json };

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** JSON with the keys of every object in order. */
export function canonical(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const fields: Fields = value;
  const parts = Object.keys(fields)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(fields[key] ?? null)}`);
  return `{${parts.join(',')}}`;
}

/**
 * The same value with nothing in it that JSON does not hold, in which no key is `__proto__`. Undefined: it is no such
 * value, or too deep; such a value is neither sent nor taken.
 */
export function toJson(value: unknown, depth = 0): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || depth >= DEEPEST) return undefined;
  if (Array.isArray(value)) return listToJson(value, depth);
  const entries: [string, Json][] = [];
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined || key === '__proto__') continue;
    const json = toJson(entry, depth + 1);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}

function listToJson(values: readonly unknown[], depth: number): Json | undefined {
  const list: Json[] = [];
  for (const entry of values) {
    const json = toJson(entry ?? null, depth + 1);
    if (json === undefined) return undefined;
    list.push(json);
  }
  return list;
}
