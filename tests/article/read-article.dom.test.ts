import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticle, readArticleInSlices, type ReadResult } from '@/lib/article/read-article.ts';
import { rangesOf } from '@/lib/article/text-index.ts';
import { splitSentences } from '@/lib/text/sentences.ts';
import { HARBOUR_TALKS, type Told } from '../fixtures/pages/harbour-talks.ts';
import { TEMPLATES, type Template } from '../fixtures/pages/templates.ts';
import { ADDRESS, openPage } from './open-page.ts';

const CORPUS = '../shared/corpus/articles';

const sentencesOf = (block: string): string[] => splitSentences(block).map(({ start, end }) => block.slice(start, end));
const expected = ({ title, paragraphs }: Told): string[] => [title, ...paragraphs].flatMap(sentencesOf);
const single = (text: string): string => text.replace(/\s+/g, ' ').trim();

function opened({ html, script }: Template, told: Told): Document {
  const page = openPage(html(told));
  script?.(page, told);
  return page;
}

function articleIn(result: ReadResult): Extract<ReadResult, { kind: 'article' }> {
  if (result.kind !== 'article') throw new Error(`no article: ${result.why}`);
  return result;
}

describe.each(TEMPLATES)('$name', (template) => {
  const page = opened(template, HARBOUR_TALKS);
  const before = page.documentElement.outerHTML;
  const { article, index } = articleIn(readArticle(page, ADDRESS));

  it('gives the sentences of the article, and nothing else', () => {
    expect(article.sentences.map(({ text }) => text)).toEqual(expected(HARBOUR_TALKS));
  });
  it('keeps paragraphs apart and knows the headline', () => {
    expect(article.sentences.filter(({ role }) => role === 'headline').map(({ text }) => text)).toEqual([
      HARBOUR_TALKS.title,
    ]);
    expect(new Set(article.sentences.map(({ block }) => block)).size).toBe(HARBOUR_TALKS.paragraphs.length + 1);
  });
  it('leads every sentence back to the page', () => {
    for (const sentence of article.sentences) {
      expect(article.text.slice(sentence.start, sentence.end)).toBe(sentence.text);
      expect(single(rangesOf(index, sentence).map(String).join(''))).toBe(sentence.text);
    }
  });
  it('leaves the page as it was', () => {
    expect(page.documentElement.outerHTML).toBe(before);
  });
});

describe.skipIf(!existsSync(CORPUS))('real articles in the same markup (skipped without ../shared)', () => {
  const articles = existsSync(CORPUS) ? readdirSync(CORPUS) : [];
  const told = articles.map((file): Told => {
    const lines = readFileSync(`${CORPUS}/${file}`, 'utf8').split('\n').map(single);
    const [title = '', ...rest] = lines.filter((line) => line !== '');
    return { title, paragraphs: rest.filter((line) => line.length > 160) };
  });
  it.each(TEMPLATES)('$name', (template) => {
    for (const one of told) {
      const { article } = articleIn(readArticle(opened(template, one), ADDRESS));
      expect(article.sentences.map(({ text }) => text)).toEqual(expected(one));
    }
    expect(told).toHaveLength(5);
  });
});

describe('in slices', () => {
  it('reads the same, and pauses', async () => {
    const page = opened(TEMPLATES[0] ?? expect.fail(), HARBOUR_TALKS);
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const { signal } = new AbortController();
    const { article } = articleIn(await readArticleInSlices(page, ADDRESS, { signal, pause }));
    expect(article).toEqual(articleIn(readArticle(page, ADDRESS)).article);
    expect(pauses).toBeGreaterThan(0);
  });
  it('stops when told to', async () => {
    const page = opened(TEMPLATES[0] ?? expect.fail(), HARBOUR_TALKS);
    const control = new AbortController();
    const pause = () => {
      control.abort();
      return Promise.resolve();
    };
    const result = await readArticleInSlices(page, ADDRESS, { signal: control.signal, pause });
    expect(result.kind).toBe('no-article');
  });
});
