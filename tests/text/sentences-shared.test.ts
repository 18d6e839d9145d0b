import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { list, record, text } from '@/lib/core/parse.ts';
import { splitSentences } from '@/lib/text/sentences.ts';

const FOLDERS = ['../shared/eval/articles', '../shared/training/articles'];

/** The sentences of labelled articles, as whoever labelled them parted the text. */
function labelled(folder: string): string[][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const article = record(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')), file);
      return list(article.sentences, file, (value, path) => text(value, path, 100_000)).map((sentence) =>
        sentence.replace(/\s+/g, ' ').trim(),
      );
    });
}

describe.skipIf(!FOLDERS.every(existsSync))('real news prose (skipped without ../shared)', () => {
  const articles = FOLDERS.every(existsSync) ? FOLDERS.flatMap(labelled) : [];
  const sentences = articles.flat();

  it('is hardly ever parted where no sentence ends', () => {
    const parted = sentences.filter((sentence) => splitSentences(sentence).length > 1);
    // Most of these are two sentences that stand in the lists as one.
    expect(sentences.length).toBeGreaterThan(8000);
    expect(parted.length / sentences.length).toBeLessThan(0.031);
  });

  it('is parted where a sentence ends and another begins', () => {
    const pairs = articles.flatMap((article) => article.slice(1).map((next, at) => [article[at] ?? '', next] as const));
    const ended = pairs.filter(([sentence]) => /[.!?…][”"’')\]]*$/.test(sentence));
    const joined = ended.filter(([sentence, next]) => {
      const spans = splitSentences(`${sentence} ${next}`);
      return !spans.some(({ start }) => start === sentence.length + 1);
    });
    // Most of these are sentences that the lists part after “Maj.” or before a closing quotation mark.
    expect(ended.length).toBeGreaterThan(7000);
    expect(joined.length / ended.length).toBeLessThan(0.026);
  });
});
