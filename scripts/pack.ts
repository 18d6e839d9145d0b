/** `npm run pack`: builds, checks and locates packs. Prints what is wrong with file, path and sentence; exit code 1 then. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PACK_SCHEMA } from '@/lib/pack/schema.ts';
import { buildPacks } from './pack/build-packs.ts';
import { buildMeanings } from './pack/build-meanings.ts';
import { checkFolder, locateFolder } from './pack/check-folder.ts';
import { countPack } from './pack/count-pack.ts';
import { formatProblem } from './pack/folder-problem.ts';
import type { FolderProblem } from './pack/folder-problem.ts';

const USAGE = `npm run pack                                      builds every folder of packs/ into public/packs/
npm run pack -- check DIR [--articles DIR]        validates; with the articles' texts, proves quotes and locators
npm run pack -- locate DIR --articles DIR         fills in the hash of every locator from its words
npm run pack -- schema                            prints the JSON Schema of a pack file`;

const ROOT = join(import.meta.dirname, '..');

process.exitCode = await main();

async function main(): Promise<0 | 1> {
  const { command, dir, articles } = readArguments();
  if (command === 'build' && dir === undefined) return build();
  if (command === 'check' && dir !== undefined) return check(dir, articles ?? null);
  if (command === 'locate' && dir !== undefined && articles !== undefined) return locate(dir, articles);
  if (command === 'schema') return say(JSON.stringify(PACK_SCHEMA, null, 2));
  console.error(USAGE);
  return 1;
}

/** No command when the arguments make no sense: the usage then says what does. */
function readArguments(): { command?: string; dir?: string | undefined; articles?: string | undefined } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { articles: { type: 'string' } } });
    const [command = 'build', dir] = positionals;
    return { command, dir, articles: values.articles };
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'The arguments cannot be read.');
    return {};
  }
}

async function build(): Promise<0 | 1> {
  const result = buildPacks(join(ROOT, 'packs'), join(ROOT, 'public', 'packs'));
  if (result.kind === 'invalid') return refuse('Nothing was built.', result.problems);
  for (const { pack, file, bytes } of result.built)
    say(`public/packs/${file}: ${pack.title} ${pack.version}, ${countPack(pack)}, ${bytes} bytes`);
  await buildMeanings(result.built.map(({ pack }) => pack));
  return 0;
}

function check(dir: string, articles: string | null): 0 | 1 {
  const result = checkFolder(dir, articles);
  if (result.kind === 'invalid') return refuse(`${dir} is not valid.`, result.problems);
  return say(`${dir} is valid: ${countPack(result.pack)}${articles === null ? '' : '; all found in the articles'}`);
}

function locate(dir: string, articles: string): 0 | 1 {
  const result = locateFolder(dir, articles);
  if (result.kind === 'invalid') return refuse('Nothing was changed.', result.problems);
  for (const { file, hashes } of result.written) say(`${file}: hashes changed: ${hashes}`);
  return say(result.written.length === 0 ? 'All hashes are right already.' : 'Done.');
}

function say(line: string): 0 {
  console.log(line);
  return 0;
}

function refuse(outcome: string, problems: readonly FolderProblem[]): 1 {
  for (const problem of problems) console.error(formatProblem(problem));
  console.error(outcome);
  return 1;
}
