import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticle } from '@/lib/article/read-article.ts';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { loadPack } from '@/scripts/pack/load-folder.ts';
import { verdictIn } from '@/lib/text/verdict-words.ts';

const html = readFileSync('public/sample-article.html', 'utf8');
const page = new DOMParser().parseFromString(html, 'text/html');
const paragraphs = [...page.querySelectorAll('article > p')].map(({ textContent }) =>
  textContent.replace(/\s+/g, ' ').trim(),
);

describe('the sample article', () => {
  it('says that it was written for Parallax, in its dateline and at its foot', () => {
    expect(page.querySelector('.meta')?.textContent).toContain('written for Parallax');
    expect(page.querySelector('footer')?.textContent).toContain('written for Parallax');
  });

  it('has what news pages have', () => {
    for (const part of [
      'nav',
      'article h1',
      '.byline',
      'time[datetime]',
      'figure > figcaption',
      'aside',
      '.related a',
      'footer',
    ])
      expect(page.querySelector(part), part).not.toBeNull();
    expect(paragraphs.length).toBeGreaterThanOrEqual(10);
    const data: unknown = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(data).toMatchObject({ '@type': 'NewsArticle', datePublished: '2022-03-30T18:40:00+03:00' });
  });

  it('touches many points of the story', () => {
    const text = paragraphs.join(' ');
    for (const point of [
      'breakthrough',
      'neutral',
      'Article 5',
      'Crimea',
      'Chernihiv',
      'build trust',
      '1,351',
      '7,000',
      'European Union',
      'Belgorod',
    ])
      expect(text).toContain(point);
  });

  it('judges nobody', () => {
    expect(verdictIn(page.body.textContent)).toBeNull();
  });

  it('fetches nothing and runs nothing', () => {
    expect(page.querySelectorAll('img, link, iframe, form, script:not([type="application/ld+json"])')).toHaveLength(0);
    expect(html).not.toMatch(/url\(|@import|src=/);
  });
});

describe('as the extension reads it', () => {
  const address = 'https://sample.example/sample-article.html';

  it('has its fields, and only its own sentences', () => {
    const read = readArticle(page, address);
    if (read.kind !== 'article') throw new Error(read.why);
    const { title, byline, outlet, published, text } = read.article;
    expect({ title, byline, outlet, published }).toEqual({
      title: 'Envoys leave Istanbul with a page of proposals and two readings of it',
      byline: 'Selin Brandt',
      outlet: 'The Strait Courier (sample)',
      published: '2022-03-30',
    });
    expect(text.split('\n').filter((block) => paragraphs.includes(block))).toEqual(paragraphs);
    expect(text).not.toMatch(/Drawn for this sample|letter from the harbour|Ferry fares|does not exist/);
  });

  it('is marked on many questions, and not where it tells no story', async () => {
    const read = readArticle(page, address);
    const loaded = loadPack('packs/istanbul-2022');
    if (read.kind !== 'article' || loaded.kind !== 'ok') throw new Error('not read');
    const { sentences } = read.article;
    const marks = await createMatcher([loaded.pack]).match(read.article, [...sentences.keys()], { known: true });
    expect(new Set(marks.map(({ question }) => question)).size).toBeGreaterThanOrEqual(8);
    expect(marks.length).toBeGreaterThanOrEqual(8);
    const marked = marks.map(({ sentence }) => sentences[sentence]?.text ?? '');
    expect(marked.filter((text) => /trams|waiter|hotel/.test(text))).toEqual([]);
  });
});
