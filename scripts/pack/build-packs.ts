/** Folders of YAML → the JSON files that ship. All of them or, when one is invalid, none. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack } from '@/lib/pack/parse-pack.ts';
import type { Pack } from '@/lib/core/pack.ts';
import type { FolderProblem } from './folder-problem.ts';
import { placeInFolder, readPackFolder } from './load-folder.ts';

export type BuiltPack = { readonly pack: Pack; readonly file: string; readonly bytes: number };
export type BuildResult =
  | { readonly kind: 'ok'; readonly built: readonly BuiltPack[] }
  /** Files of problems are named from `from`. Nothing has been written. */
  | { readonly kind: 'invalid'; readonly problems: readonly FolderProblem[] };

type Compiled = { readonly pack: Pack; readonly json: string };
type CompileResult =
  | { readonly kind: 'ok'; readonly compiled: Compiled }
  | { readonly kind: 'invalid'; readonly problems: readonly FolderProblem[] };

/** Builds every folder of `from` into `to`, with an index of them, and clears `to` of packs that are no more. */
export function buildPacks(from: string, to: string): BuildResult {
  const names = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const results = names.map((name) => ({ name, result: compileFolder(from, name) }));
  const problems = results.flatMap(({ name, result }) =>
    result.kind === 'invalid'
      ? result.problems.map((problem) => ({ ...problem, file: `${name}/${problem.file}` }))
      : [],
  );
  if (problems.length > 0) return { kind: 'invalid', problems };
  const compiled = results.flatMap(({ result }) => (result.kind === 'ok' ? result.compiled : []));
  return { kind: 'ok', built: writeAll(compiled, to) };
}

/** One folder, validated. */
function compileFolder(from: string, name: string): CompileResult {
  const read = readPackFolder(join(from, name));
  if (read.kind === 'invalid') return read;
  const parsed = parsePack(read.folder.value);
  if (parsed.kind === 'invalid')
    return { kind: 'invalid', problems: parsed.problems.map((problem) => placeInFolder(read.folder, problem)) };
  const { pack } = parsed;
  const misnamed = [{ file: 'pack.yaml', path: '/id', message: `should be “${name}”, as the folder is named` }];
  if (pack.id !== name) return { kind: 'invalid', problems: misnamed };
  return { kind: 'ok', compiled: { pack, json: `${JSON.stringify(read.folder.value)}\n` } };
}

function writeAll(compiled: readonly Compiled[], to: string): BuiltPack[] {
  mkdirSync(to, { recursive: true });
  const built = compiled.map(({ pack, json }) => {
    const file = `${pack.id}.json`;
    writeWhole(join(to, file), json);
    return { pack, file, bytes: Buffer.byteLength(json) };
  });
  const index = built.map(({ pack: { id, version }, file }) => ({ id, version, file }));
  writeWhole(join(to, 'index.json'), `${JSON.stringify(index)}\n`);
  const kept = new Set([...built.map(({ file }) => file), 'index.json']);
  for (const name of readdirSync(to)) if (!kept.has(name)) rmSync(join(to, name));
  return built;
}

/** A build that is stopped half-way leaves the old file, not half of the new one. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.new`;
  if (existsSync(draft)) rmSync(draft);
  writeFileSync(draft, text);
  renameSync(draft, path);
}
