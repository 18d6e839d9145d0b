/** The commands of `npm run pack` that read articles: `check` and `locate`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@/lib/core/pack.ts';
import { parsePack } from '@/lib/pack/parse-pack.ts';
import type { FolderProblem } from './folder-problem.ts';
import { fileOf, placeInFolder, readPackFolder } from './load-folder.ts';
import type { ArticleFile } from './load-folder.ts';
import { locateAll } from './locate.ts';
import { readArticleText } from './read-article-text.ts';
import type { ArticleText } from './read-article-text.ts';
import { verifyArticles } from './verify-articles.ts';
import type { ArticleTexts } from './verify-articles.ts';

type Invalid = { readonly kind: 'invalid'; readonly problems: readonly FolderProblem[] };
export type CheckResult = { readonly kind: 'ok'; readonly pack: Pack } | Invalid;
/** `written`: the files that changed, with the number of hashes. */
export type LocateResult =
  { readonly kind: 'ok'; readonly written: readonly { readonly file: string; readonly hashes: number }[] } | Invalid;

/** Validates the folder `dir`; with `articles`, the folder of the texts, every quote and locator, too. */
export function checkFolder(dir: string, articles: string | null): CheckResult {
  const read = readPackFolder(dir);
  if (read.kind === 'invalid') return read;
  const { folder } = read;
  const parsed = parsePack(folder.value);
  if (parsed.kind === 'invalid')
    return { kind: 'invalid', problems: parsed.problems.map((problem) => placeInFolder(folder, problem)) };
  if (articles === null) return { kind: 'ok', pack: parsed.pack };
  const texts = readTexts(folder.articles, articles);
  if (texts.kind === 'invalid') return texts;
  const problems = verifyArticles(parsed.pack, texts.texts).map((problem) => placeInFolder(folder, problem));
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', pack: parsed.pack };
}

/** Rewrites the questions of `dir` with the hashes of their locators; when one cannot be located, nothing. */
export function locateFolder(dir: string, articles: string): LocateResult {
  const read = readPackFolder(dir);
  if (read.kind === 'invalid') return read;
  const texts = readTexts(read.folder.articles, articles);
  if (texts.kind === 'invalid') return texts;
  const located = read.folder.questions.map((id) => ({
    file: fileOf(id),
    result: locateAll(readFileSync(join(dir, fileOf(id)), 'utf8'), texts.texts),
  }));
  const problems = located.flatMap(({ file, result }) =>
    result.kind === 'invalid' ? result.problems.map((problem) => ({ file, ...problem })) : [],
  );
  if (problems.length > 0) return { kind: 'invalid', problems };
  const written = located.flatMap(({ file, result }) => {
    if (result.kind === 'invalid' || result.changed === 0) return [];
    writeFileSync(join(dir, file), result.text);
    return [{ file, hashes: result.changed }];
  });
  return { kind: 'ok', written };
}

function readTexts(files: readonly ArticleFile[], articles: string): { kind: 'ok'; texts: ArticleTexts } | Invalid {
  const missing = files.filter(({ file }) => !existsSync(join(articles, file)));
  if (missing.length > 0) {
    const problems = missing.map(({ file }) => ({
      file: 'sources.yaml',
      path: '',
      message: `there is no file ${join(articles, file)}`,
    }));
    return { kind: 'invalid', problems };
  }
  const texts = new Map<string, ArticleText>(
    files.map(({ source, file, lines }) => [source, readArticleText(join(articles, file), lines)]),
  );
  return { kind: 'ok', texts };
}
