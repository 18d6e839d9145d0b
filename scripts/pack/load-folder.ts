/**
 * The editable source of a pack, a folder of YAML files, as the one value that `parsePack` takes. Knows the layout;
 * nothing of what makes a pack valid. docs/pack-format.md draws the layout.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ID_PATTERN } from '@/lib/core/ids.ts';
import { ParseError, count, list, record, text } from '@/lib/core/parse.ts';
import { parsePack } from '@/lib/pack/parse-pack.ts';
import type { PackResult } from '@/lib/pack/parse-pack.ts';
import { PackFolderError } from './folder-problem.ts';
import type { FolderProblem } from './folder-problem.ts';

/** Where a source's text lies, for checking; `lines` of the file, from 1, both included: what of it is the article. */
export type ArticleFile = {
  readonly source: string;
  readonly file: string;
  readonly lines: readonly [number, number] | null;
};

export type PackFolder = {
  /** As in the compiled file; not yet validated. */
  readonly value: unknown;
  readonly questions: readonly string[];
  readonly articles: readonly ArticleFile[];
};

export type FolderResult =
  | { readonly kind: 'ok'; readonly folder: PackFolder }
  | { readonly kind: 'invalid'; readonly problems: readonly FolderProblem[] };

/** @throws PackFolderError when the files cannot be read. */
export function loadPackFolder(dir: string): unknown {
  const result = readPackFolder(dir);
  if (result.kind === 'invalid') throw new PackFolderError(dir, result.problems);
  return result.folder.value;
}

/** Never throws. Paths of problems are those of the compiled file, or begin with a file's name if that cannot be read. */
export function loadPack(dir: string): PackResult {
  const result = readPackFolder(dir);
  if (result.kind === 'ok') return parsePack(result.folder.value);
  return {
    kind: 'invalid',
    problems: result.problems.map(({ file, path, message }) => ({ path: file + path, message })),
  };
}

/** Never throws. */
export function readPackFolder(dir: string): FolderResult {
  const problems: FolderProblem[] = [];
  const at = (file: string, path: string, message: string): void => void problems.push({ file, path, message });
  const head = inFile('pack.yaml', at, () => record(readYaml(dir, 'pack.yaml', at), ''));
  const sources = inFile('sources.yaml', at, () => list(readYaml(dir, 'sources.yaml', at), '', readSource));
  const questions = inFile('pack.yaml', at, () => list(head?.['questions'] ?? [], '/questions', questionId)) ?? [];
  for (const id of unlisted(dir, questions)) at('pack.yaml', '/questions', `does not list ${fileOf(id)}`);
  const asked = questions.map((id) => inFile(fileOf(id), at, () => readQuestion(dir, id, at)));
  if (problems.length > 0 || head === null || sources === null) return { kind: 'invalid', problems };
  const value = { ...head, sources: sources.map((source) => source.value), questions: asked };
  const articles = sources.flatMap(({ article }) => article ?? []);
  return { kind: 'ok', folder: { value: asJson(value), questions, articles } };
}

type At = (file: string, path: string, message: string) => void;

/** The problem of a pack in the terms of its folder: which file, and where in it. */
export function placeInFolder(
  { questions }: Pick<PackFolder, 'questions'>,
  problem: { path: string; message: string },
): FolderProblem {
  const { path, message } = problem;
  const [, room, at, rest = ''] = /^\/(questions|sources)\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const question = room === 'questions' ? questions[Number(at)] : undefined;
  if (question !== undefined) return { file: fileOf(question), path: rest, message };
  if (room === 'sources') return { file: 'sources.yaml', path: `/${at ?? ''}${rest}`, message };
  return { file: 'pack.yaml', path, message };
}

export const fileOf = (question: string): string => `questions/${question}.yaml`;

const ID = new RegExp(ID_PATTERN);

/** Ids are file names here: nothing else may stand in the list. */
function questionId(value: unknown, path: string): string {
  const id = text(value, path);
  if (!ID.test(id)) throw new ParseError(path, 'an id');
  return id;
}

function readYaml(dir: string, file: string, at: At): unknown {
  const path = join(dir, file);
  if (!existsSync(path)) throw new ParseError('', `a file ${path}`);
  const document = parseDocument(readFileSync(path, 'utf8'));
  for (const { message } of document.errors) at(file, '', message.split('\n')[0] ?? message);
  return document.errors.length > 0 ? undefined : document.toJS();
}

function inFile<T>(file: string, at: At, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    at(file, error.path.replace(/\[(\d+)\]/g, '/$1'), error.message.replace(/^[^:]*: /, ''));
    return null;
  }
}

function readQuestion(dir: string, id: string, at: At): unknown {
  const question = record(readYaml(dir, fileOf(id), at), '');
  if (question['id'] !== id) throw new ParseError('/id', `“${id}”, as the file is named`);
  return question;
}

function readSource(value: unknown, path: string): { value: unknown; article: ArticleFile | null } {
  const { file, lines, ...source } = record(value, path);
  if (file === undefined) return { value: source, article: null };
  const article = {
    source: text(source['id'], `${path}/id`),
    file: text(file, `${path}/file`),
    lines: lines === undefined ? null : readLines(lines, `${path}/lines`),
  };
  return { value: source, article };
}

function readLines(value: unknown, path: string): [number, number] {
  const [first, last, ...more] = list(value, path, count);
  if (first === undefined || last === undefined || more.length > 0)
    throw new ParseError(path, 'the first and last line');
  return [first, last];
}

function unlisted(dir: string, questions: readonly string[]): string[] {
  const folder = join(dir, 'questions');
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const ids = found.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
  return ids.filter((id) => !questions.includes(id)).sort();
}

/** YAML can hold what JSON cannot (`.nan`); the compiled file is JSON. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
