/** The text of an article in a file: a line is a block, blank lines part them. Markup stays: a sentence's hash ignores it. */
import { readFileSync } from 'node:fs';
import { splitSentences } from '@/lib/text/sentences.ts';

/** `block` is the running number of the block, from 0. */
export type ArticleSentence = { readonly text: string; readonly block: number };
export type ArticleText = { readonly blocks: readonly string[]; readonly sentences: readonly ArticleSentence[] };

/** Of `lines`, counted from 1, both included; of the whole file when null. @throws when the file cannot be read. */
export function readArticleText(path: string, lines: readonly [number, number] | null): ArticleText {
  const all = readFileSync(path, 'utf8').split(/\r?\n/);
  const [first, last] = lines ?? [1, all.length];
  const blocks = all
    .slice(first - 1, last)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return { blocks, sentences: blocks.flatMap(sentencesOf) };
}

const sentencesOf = (text: string, block: number): ArticleSentence[] =>
  splitSentences(text).map(({ start, end }) => ({ text: text.slice(start, end), block }));
