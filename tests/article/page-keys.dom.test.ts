import { describe, expect, it } from 'vitest';
import { keysOfPage, pageHead } from '@/lib/article/page-keys.ts';
import { openPage } from './open-page.ts';

const HERE = 'https://www.kiva-herald.example/2021/03/29/world/harbour-talks-resume';
const KEY = 'kiva-herald.example/2021/03/29/world/harbour-talks-resume';
const page = (head: string, address = HERE) => openPage(`<!doctype html><head>${head}</head><body></body>`, address);
const canonical = (href: string): string => `<link rel="canonical" href="${href}">`;
const keys = (head: string, address = HERE) => keysOfPage(page(head, address), address);

describe('the keys of a page', () => {
  it.each([
    ['no canonical address', '', HERE, [KEY]],
    ['its own', canonical(HERE), `${HERE}?utm_source=x#top`, [KEY]],
    [
      'another form’s',
      canonical(HERE),
      'https://m.kiva-herald.example/story.aspx?id=1234567',
      [KEY, 'kiva-herald.example/story.aspx?id=1234567'],
    ],
    [
      'said by JSON-LD alone',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"a","url":"${HERE}"}</script>`,
      `${HERE}/amp`,
      [KEY],
    ],
    // Complaint A16: the article has moved; notes made at either address are found.
    [
      'moved',
      canonical('https://www.kiva-herald.example/archive/harbour-talks-resume'),
      HERE,
      ['kiva-herald.example/archive/harbour-talks-resume', KEY],
    ],
    // Complaint A18: sites that name their root.
    ['site-wide', canonical('https://www.kiva-herald.example/index.html'), HERE, [KEY]],
    ['of the section', canonical('https://www.kiva-herald.example/2021/03/29/world/'), HERE, [KEY]],
    ['of another site', canonical('https://other.example/2021/03/29/world/harbour-talks-resume'), HERE, [KEY]],
    // Complaint A19: an empty one made one of all papers.
    ['empty', canonical(''), HERE, [KEY]],
    ['blank', canonical('  '), HERE, [KEY]],
    ['of AMP', canonical(HERE), `https://www-kiva-herald-example.cdn.ampproject.org/c/s/${KEY}`, [KEY]],
  ])('%s', (_name, head, address, expected) => expect(keys(head, address)).toEqual(expected));

  it('do not come from the article that was here before', () => {
    const document = page(canonical(HERE));
    const next = 'https://www.kiva-herald.example/2021/03/30/world/second-day-of-talks';
    Object.defineProperty(document.defaultView?.performance, 'getEntriesByType', {
      value: () => [{ name: `${HERE}?utm_source=x` }],
    });
    expect(keysOfPage(document, HERE)).toEqual([KEY]);
    expect(keysOfPage(document, next)).toEqual(['kiva-herald.example/2021/03/30/world/second-day-of-talks']);
    document.querySelector('link')?.setAttribute('href', next);
    expect(keysOfPage(document, `${next}/amp`)).toEqual(['kiva-herald.example/2021/03/30/world/second-day-of-talks']);
  });
  it('are the address’s where the page answers for itself', () => {
    const document = openPage(
      `<head>${canonical('https://www.kiva-herald.example/other-news-of-today')}</head><img name="querySelector">`,
      HERE,
    );
    expect(keysOfPage(document, HERE)).toEqual([KEY]);
    expect(pageHead(document, HERE)).toMatchObject({ title: null, url: HERE });
  });
});

describe('the head of a page', () => {
  it('says what it is, article or not', () => {
    const html = `<html lang="en"><head><title>Tides of the week | Kiva Herald</title><meta property="og:site_name" content="Kiva Herald">${canonical(`${HERE}?id=7`)}</head><body><h1>Tides of the week</h1><ul><li>High at 9</ul></body></html>`;
    expect(pageHead(openPage(html, HERE), HERE)).toEqual({
      title: 'Tides of the week',
      byline: null,
      outlet: 'Kiva Herald',
      url: `${HERE}?id=7`,
      published: '2021-03-29',
      updated: null,
      language: 'en',
    });
  });
  it('of nothing is nothing', () => {
    expect(pageHead(openPage('', 'about:blank'), 'about:blank')).toMatchObject({ title: null, url: 'about:blank' });
  });
});
