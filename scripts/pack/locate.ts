/** Fills in the hashes of locators from their words, in the text of a YAML file that stays as it is otherwise. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import { hashSentence } from '@/lib/text/sentence-hash.ts';
import { describeMiss, findWords } from './find-words.ts';
import type { ArticleText } from './read-article-text.ts';
import type { ArticleTexts } from './verify-articles.ts';

export type Located =
  | { readonly kind: 'ok'; readonly text: string; readonly changed: number }
  | { readonly kind: 'invalid'; readonly problems: readonly { readonly path: string; readonly message: string }[] };

/** `start` to `end` of the text give way to `by`. */
type Edit = { readonly start: number; readonly end: number; readonly by: string };
type Problems = { path: string; message: string }[];

/** `yaml`: the text of a question's file. The text comes back with every hash right, or no text at all. */
export function locateAll(yaml: string, texts: ArticleTexts): Located {
  const document = parseDocument(yaml);
  const problems: Problems = document.errors.map(({ message }) => ({ path: '', message }));
  const edits: Edit[] = [];
  for (const { map, path } of entries(document.contents, 'claims', '')) {
    for (const account of entries(map, 'accounts', path)) {
      const source = String(account.map.get('source'));
      const article = texts.get(source);
      if (article === undefined)
        problems.push({ path: `${account.path}/source`, message: `there is no text of “${source}”` });
      else edits.push(...locateAccount(yaml, account, article, problems));
    }
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'ok', text: applyEdits(yaml, edits), changed: edits.length };
}

type Entry = { readonly map: YAMLMap; readonly path: string };

/** The maps in the list that `map` holds under `key`. */
function entries(map: unknown, key: string, path: string): Entry[] {
  const seq = isMap(map) ? map.get(key) : undefined;
  const items: unknown[] = isSeq(seq) ? seq.items : [];
  return items.flatMap((item, at) => (isMap(item) ? { map: item, path: `${path}/${key}/${at}` } : []));
}

function locateAccount(yaml: string, account: Entry, article: ArticleText, problems: Problems): Edit[] {
  return entries(account.map, 'locators', account.path).flatMap(({ map, path }) => {
    const words = map.get('words', true);
    if (!isScalar(words) || typeof words.value !== 'string') {
      problems.push({ path, message: 'lacks the field "words"' });
      return [];
    }
    const found = findWords(article, words.value);
    if (found.kind === 'found') return hashEdit(yaml, map, hashSentence(found.sentence.text));
    problems.push({ path: `${path}/words`, message: describeMiss(found) });
    return [];
  });
}

/** Always in quotation marks: 32 digits, with an e among them or without, would be a number. */
function hashEdit(yaml: string, map: YAMLMap, hash: string): Edit[] {
  const old = map.get('hash', true);
  if (isScalar(old) && old.value === hash) return [];
  if (isScalar(old) && old.range) return [{ start: old.range[0], end: old.range[1], by: `"${hash}"` }];
  const words = map.get('words', true);
  if (!isScalar(words) || !words.range) return [];
  const [, end] = words.range;
  if (map.flow === true) return [{ start: end, end, by: `, hash: "${hash}"` }];
  const at = endOfLine(yaml, end);
  return [{ start: at, end: at, by: `\n${indentAt(yaml, words.range[0])}hash: "${hash}"` }];
}

/** Where the line ends on which a value ends; a block scalar's own end is already behind its line. */
function endOfLine(yaml: string, end: number): number {
  const at = yaml.indexOf('\n', yaml.charAt(end - 1) === '\n' ? end - 1 : end);
  return at < 0 ? yaml.length : at;
}

/** Of the keys in the map of which a value stands at `offset`: the dash of “- words: …” is as wide as their indentation. */
function indentAt(yaml: string, offset: number): string {
  const line = yaml.slice(yaml.lastIndexOf('\n', offset) + 1, offset);
  return ' '.repeat(/^\s*(?:-\s+)?/.exec(line)?.[0].length ?? 0);
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, by }) => now.slice(0, start) + by + now.slice(end), text);
}
