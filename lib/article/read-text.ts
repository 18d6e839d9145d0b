/** An article from plain text: one paragraph a line, the headline first. Knows no page, and runs anywhere. */
import type { Article, Sentence } from '@/lib/core/article.ts';
import { splitSentences } from '@/lib/text/sentences.ts';

/** `address` is where the text is known to be from, if anywhere. Never throws: empty text has no sentences. */
export function readPlainText(text: string, address: string | null): Article {
  const blocks = text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const sentences: Sentence[] = [];
  let from = 0;
  blocks.forEach((block, number) => {
    for (const { start, end } of splitSentences(block)) {
      const role = number === 0 ? 'headline' : 'body';
      sentences.push({ start: from + start, end: from + end, text: block.slice(start, end), role, block: number });
    }
    from += block.length + 1;
  });
  return {
    title: blocks[0] ?? null,
    byline: null,
    outlet: null,
    url: address,
    published: null,
    updated: null,
    language: null,
    fieldOrigins: {
      title: blocks[0] === undefined ? 'none' : 'markup',
      byline: 'none',
      outlet: 'none',
      url: address === null ? 'none' : 'address',
      published: 'none',
      updated: 'none',
      language: 'none',
    },
    text: blocks.join('\n'),
    sentences,
  };
}
