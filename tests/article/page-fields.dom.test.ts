import { describe, expect, it } from 'vitest';
import { readFields } from '@/lib/article/page-fields.ts';
import { ADDRESS, openPage } from './open-page.ts';

const fieldsOf = (head: string, body = '', html = '<html lang="en-GB">', address = ADDRESS) => {
  const page = openPage(`<!doctype html>${html}<head>${head}</head><body>${body}</body></html>`, address);
  return readFields(page, address, { byline: null, headline: page.querySelector('h1') });
};
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const news = (more: object): object => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Talks resume',
  ...more,
});

describe('JSON-LD', () => {
  it('answers first', () => {
    const fields = fieldsOf(
      ld(
        news({
          author: [{ '@type': 'Person', name: 'Joan Berg' }, { name: 'Ivo Tan' }],
          publisher: { '@type': 'Organization', name: 'The Kiva Herald' },
          datePublished: '2021-03-29T23:50:00-05:00',
          dateModified: '2021-03-30',
        }),
      ) +
        '<meta property="og:title" content="Other title"><meta property="article:published_time" content="2020-01-01"><meta name="author" content="Nobody Else">',
    );
    expect(fields).toMatchObject({
      title: 'Talks resume',
      byline: 'Joan Berg, Ivo Tan',
      outlet: 'The Kiva Herald',
      published: '2021-03-29',
      updated: '2021-03-30',
      fieldOrigins: {
        title: 'json-ld',
        byline: 'json-ld',
        outlet: 'json-ld',
        published: 'json-ld',
        updated: 'json-ld',
      },
    });
  });

  it.each([
    [
      'in a graph, by reference',
      { '@graph': [news({ author: { '@id': '#joan' } }), { '@type': 'Person', '@id': '#joan', name: 'Joan Berg' }] },
    ],
    ['in a list', [{ '@type': 'BreadcrumbList' }, news({ author: 'Joan Berg' })]],
    ['with several types', news({ '@type': ['Article', 'NewsArticle'], author: { name: ['Joan Berg'] } })],
    ['as the main thing of a page', { '@type': 'WebPage', mainEntity: news({ author: { name: 'Joan Berg' } }) }],
    ['twice the same', news({ author: [{ name: 'Joan Berg' }, { name: 'Joan Berg' }] })],
    ['as creator', news({ creator: ['Joan Berg'] })],
  ])('finds the author %s', (_name, value) => {
    expect(fieldsOf(ld(value)).byline).toBe('Joan Berg');
  });

  it.each([
    ['a raw line break', '{"@type":"NewsArticle","headline":"Talks\nresume"}'],
    ['a comma too many', '{"@type":"NewsArticle","headline":"Talks resume",}'],
    ['CDATA', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Talks resume"}\n//]]>'],
    ['a comment', '<!-- {"@type":"NewsArticle","headline":"Talks resume"} -->'],
    ['a semicolon', '{"@type":"NewsArticle","headline":"Talks resume"};'],
    ['an entity', '{"@type":"NewsArticle","headline":"Talks&#32;resume"}'],
  ])('bears with %s', (_name, source) => {
    expect(fieldsOf(`<script type="application/ld+json">${source}</script>`)).toMatchObject({
      title: 'Talks resume',
      fieldOrigins: { title: 'json-ld' },
    });
  });

  it.each([
    ['broken', '<script type="application/ld+json">{"@type":"NewsArticle","headline":</script>'],
    ['about something else', ld({ '@type': 'Organization', name: 'The Kiva Herald' })],
    ['null', ld(null)],
    ['nested without end', ld([[[[[[news({ headline: 'Too deep' })]]]]]])],
  ])('that is %s leaves it to the next', (_name, script) => {
    expect(fieldsOf(`${script}<meta property="og:title" content="Talks resume">`)).toMatchObject({
      title: 'Talks resume',
      fieldOrigins: { title: 'opengraph' },
    });
  });

  it('of several articles, takes the one that the page is called by', () => {
    const [other, own] = [
      news({ headline: 'Ferry runs again', author: 'A' }),
      news({ headline: 'Talks resume', author: 'Joan Berg' }),
    ];
    expect(fieldsOf(`<title>Talks resume - The Kiva Herald</title>${ld([other, own])}`).byline).toBe('Joan Berg');
  });
});

describe('each part of the page', () => {
  it.each([
    ['opengraph', '<meta property="article:published_time" content="2021-03-29T10:00:00Z">', '', '2021-03-29'],
    ['meta', '<meta name="DC.date.issued" content="2021-03-28">', '', '2021-03-28'],
    ['meta', '<meta name="ptime" content="20210327101500">', '', '2021-03-27'],
    ['microdata', '', '<span itemprop="datePublished" content="2021-03-26T08:00"></span>', '2021-03-26'],
    ['markup', '', '<article><time datetime="2021-03-25T08:00">yesterday</time></article>', '2021-03-25'],
    ['markup', '', '<div class="publish-date">Published: 24 March 2021, 10 a.m.</div>', '2021-03-24'],
    [
      'markup',
      '',
      '<aside><time datetime="2020-01-01">then</time></aside><time datetime="2021-03-23">now</time>',
      '2021-03-23',
    ],
    ['address', '', '', '2021-03-29'],
  ])('%s: %s%s', (origin, head, body, date) => {
    const fields = fieldsOf(head, body);
    expect([fields.published, fields.fieldOrigins.published]).toEqual([date, origin]);
  });

  it.each([
    ['/world/2021/03/talks', '2021-03'],
    ['/world/2021/mar/29/talks', '2021-03-29'],
    ['/world/talks-20210329', '2021-03-29'],
    ['/2021-03-29-talks', '2021-03-29'],
    ['/world/article-2021445', null],
    ['/world/2021/13/45/talks', null],
  ])('the address %s says %s', (path, date) => {
    expect(fieldsOf('', '', '<html>', `https://www.kiva-herald.example${path}`).published).toBe(date);
  });

  it('keeps publication and update apart', () => {
    const body =
      '<article><p>Published <time datetime="2021-03-20">20 March</time> Updated <time datetime="2021-03-22">22 March</time></p></article>';
    expect(fieldsOf('', body)).toMatchObject({ published: '2021-03-20', updated: '2021-03-22' });
  });

  it.each([
    ['By Joan Berg', 'Joan Berg'],
    ['by  Joan Berg and Ivo Tan', 'Joan Berg and Ivo Tan'],
    ['Joan Berg | Updated March 29, 2021', 'Joan Berg'],
    ['Joan Berg, 29.03.2021', 'Joan Berg'],
    ['Von Joan Berg', 'Joan Berg'],
    ['admin', null],
    ['https://social.example/joan', null],
    ['joan@kiva.example', null],
    ['', null],
  ])('the author %j is %j', (content, byline) => {
    expect(fieldsOf(`<meta name="author" content="${content}">`).byline).toBe(byline);
  });

  it('joins authors that the page names one by one', () => {
    expect(fieldsOf('<meta name="author" content="Joan Berg"><meta name="author" content="Ivo Tan">').byline).toBe(
      'Joan Berg, Ivo Tan',
    );
    const body =
      '<div itemprop="author" itemscope><a href="/j"><span itemprop="name">Joan Berg</span></a></div><span itemprop="author">Ivo Tan</span>';
    expect(fieldsOf('', body)).toMatchObject({ byline: 'Joan Berg, Ivo Tan', fieldOrigins: { byline: 'microdata' } });
  });

  it.each([
    ['Talks resume | The Kiva Herald', '', 'Talks resume'],
    ['Talks resume on Tuesday in Kiva | World | The Kiva Herald', '', 'Talks resume on Tuesday in Kiva | World'],
    ['Talks resume - The Kiva Herald', '<h1>Talks resume</h1>', 'Talks resume'],
    ['Talks - a new beginning', '', 'Talks - a new beginning'],
    ['Talks &amp;amp; tolls', '', 'Talks & tolls'],
    ['', '<h1>Talks resume</h1>', 'Talks resume'],
    ['', '', null],
  ])('the title %j over %j is %j', (title, body, expected) => {
    expect(fieldsOf(`<title>${title}</title><meta property="og:site_name" content="Kiva Herald">`, body).title).toBe(
      expected,
    );
  });

  it.each([
    ['<html lang="en-GB">', '<meta property="og:locale" content="de_DE">', 'en-GB', 'markup'],
    ['<html lang="en-GB">', '', 'en-GB', 'markup'],
    ['<html>', '<meta property="og:locale" content="pt_BR">', 'pt-BR', 'opengraph'],
    ['<html lang="">', '<meta http-equiv="content-language" content="de">', 'de', 'meta'],
    ['<html lang="not a language">', '', null, 'none'],
  ])('%s %s is in %s', (html, head, language, origin) => {
    const fields = fieldsOf(head, '', html);
    expect([fields.language, fields.fieldOrigins.language]).toEqual([language, origin]);
  });

  it.each([
    ['meta', '<link rel="canonical" href="/world/harbour-talks-link">', 'link'],
    ['json-ld', '', 'ld'],
  ])('the address is first the %s’s', (origin, link, name) => {
    const said = ld(news({ mainEntityOfPage: { '@id': 'https://www.kiva-herald.example/world/harbour-talks-ld' } }));
    const graph = '<meta property="og:url" content="https://www.kiva-herald.example/world/harbour-talks-og">';
    expect(fieldsOf(`${said}${graph}${link}`)).toMatchObject({
      url: `https://www.kiva-herald.example/world/harbour-talks-${name}`,
      fieldOrigins: { url: origin },
    });
  });

  it('says where nothing answered', () => {
    expect(fieldsOf('', '', '<html>', 'https://kiva-herald.example/talks')).toEqual({
      title: null,
      byline: null,
      outlet: 'kiva-herald.example',
      url: 'https://kiva-herald.example/talks',
      published: null,
      updated: null,
      language: null,
      fieldOrigins: {
        title: 'none',
        byline: 'none',
        outlet: 'address',
        url: 'address',
        published: 'none',
        updated: 'none',
        language: 'none',
      },
    });
  });
});
