/** What a record from elsewhere says that a note cannot: kept with the note, and laid over what goes out again. */
import type { Json } from '@/lib/core/note.ts';

export type Fields = Readonly<Record<string, Json>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry by itself, or a list of them: formats allow both. Nothing: an empty list. */
export const entriesOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : isList(value) ? value : [value];

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The same values under the same keys, in whatever order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const ours = Object.entries(one);
  const theirs = new Map<string, unknown>(Object.entries(other));
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)));
}

/** The same with every record's keys in the order of their code units: what is equal is then written alike. */
export function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder);
  return isFields(value) ? fieldsInOrder(value) : value;
}

export const fieldsInOrder = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((key) => [key, inOrder(fields[key] ?? null)]),
  );

export const without = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

/**
 * Of `row`, what writing the note anew (`plain`) would not give; an empty record where it gives it all. `needed`: keys
 * that are written even where the row lacked them.
 */
export function restOf(row: Fields, plain: Fields, needed: readonly string[]): Fields {
  const fields = Object.entries(row).filter(
    ([key, value]) => !(Object.hasOwn(plain, key) && isSame(value, plain[key])),
  );
  const missing = Object.keys(plain).filter((key) => !Object.hasOwn(row, key) && !needed.includes(key));
  return {
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    ...(missing.length > 0 && { without: missing }),
  };
}

/** The row that `restOf` was given, where the note has not changed since. A rest of another make is as none. */
export function overlay(plain: Fields, rest: Json): Fields {
  if (!isFields(rest)) return plain;
  const fields = isFields(rest.fields) ? rest.fields : {};
  const missing = entriesOf(rest.without);
  const kept = Object.entries({ ...plain, ...fields });
  return Object.fromEntries(kept.filter(([key]) => Object.hasOwn(fields, key) || !missing.includes(key)));
}
