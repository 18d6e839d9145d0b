import { expect, it } from 'vitest';
import { readPlainText } from '@/lib/article/read-text.ts';

it('reads a paragraph a line, the headline first', () => {
  const article = readPlainText(
    '\uFEFFTalks resume\r\n\r\nBy Joan Berg\n  They met.  They\tleft.\n\n“Why?” he asked.\n',
    'https://kiva.example/a',
  );
  expect(article.text).toBe('Talks resume\nBy Joan Berg\nThey met. They left.\n“Why?” he asked.');
  expect(article.sentences.map(({ text, role, block }) => [text, role, block])).toEqual([
    ['Talks resume', 'headline', 0],
    ['By Joan Berg', 'body', 1],
    ['They met.', 'body', 2],
    ['They left.', 'body', 2],
    ['“Why?” he asked.', 'body', 3],
  ]);
  for (const { start, end, text } of article.sentences) expect(article.text.slice(start, end)).toBe(text);
  expect(article).toMatchObject({
    title: 'Talks resume',
    url: 'https://kiva.example/a',
    fieldOrigins: { url: 'address' },
  });
});

it('has no sentences where there is no text', () => {
  expect(readPlainText(' \n\n', null)).toMatchObject({ sentences: [], text: '', title: null, url: null });
});
