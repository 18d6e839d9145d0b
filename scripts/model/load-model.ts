/** The sentence model of public/model in Node: the same weights, the same code as in the browser. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEncoder, type Encoder } from '@/lib/model/encoder.ts';
import { readModelFiles } from '@/lib/model/read-files.ts';

export const MODEL_FOLDER = join(import.meta.dirname, '..', '..', 'public', 'model');

/** Null where the folder holds no model. Rejects with a ModelError where it is damaged. */
export async function loadModel(folder: string = MODEL_FOLDER): Promise<Encoder | null> {
  if (!existsSync(join(folder, 'model.json'))) return null;
  return createEncoder(await readModelFiles((name) => Promise.resolve(readFileSync(join(folder, name)))));
}
