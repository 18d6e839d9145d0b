/** A small valid pack of a made-up story, as its file holds it, for tests to break. */
import { readPackFolder } from '@/scripts/pack/load-folder.ts';

export const SAMPLE_FOLDER = 'tests/fixtures/packs/harbour-bridge';
export const SAMPLE_ARTICLES = 'tests/fixtures/packs/harbour-bridge-articles';

export function samplePack(): unknown {
  const result = readPackFolder(SAMPLE_FOLDER);
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.folder.value;
}

/** A copy of `value` in which the JSON Pointer leads to `put`; without the field when `put` is undefined. */
export function withAt(value: unknown, pointer: string, put: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  const holder = steps.reduce((at, step) => Reflect.get(at, step) as object, copy as object);
  if (last === undefined) return put;
  if (put === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, put);
  return copy;
}
