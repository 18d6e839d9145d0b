import { describe, expect, it } from 'vitest';
import { readArticle } from '@/lib/article/read-article.ts';
import { rangesOf } from '@/lib/article/text-index.ts';
import { HARBOUR_TALKS } from '../fixtures/pages/harbour-talks.ts';
import { ADDRESS, openPage } from './open-page.ts';

const { title, paragraphs } = HARBOUR_TALKS;
const body = (extra = ''): string => paragraphs.map((text, at) => `<p>${text}</p>${at === 2 ? extra : ''}`).join('');
const page = (inside: string, pageTitle = `${title} | The Kiva Herald`): Document =>
  openPage(`<!doctype html><head><title>${pageTitle}</title></head><body>${inside}</body>`);

function read(document: Document) {
  const result = readArticle(document, ADDRESS);
  if (result.kind !== 'article') throw new Error(result.why);
  return result;
}
const said = (document: Document, role: string): string[] =>
  read(document)
    .article.sentences.filter((sentence) => sentence.role === role)
    .map(({ text }) => text);

describe('the headline', () => {
  it.each([
    ['in the article', `<main><article><h1>${title}</h1>${body()}</article></main>`, title],
    [
      'far above it',
      `<div class="hero"><div><h1>${title}</h1></div></div><nav><h1>Kiva</h1></nav><main><article>${body()}</article></main>`,
      title,
    ],
    ['below the first paragraph', `<main><article>${body(`<h1>${title}</h1>`)}</article></main>`, title],
    [
      'beside the outlet’s own name',
      `<header><h1>The Kiva Herald</h1></header><article><h2 class="headline">${title}</h2>${body()}</article>`,
      title,
    ],
    [
      'with other words than the title',
      `<article><h1>Will the strait stay open to all ships?</h1>${body()}</article>`,
      'Will the strait stay open to all ships?',
    ],
    ['by microdata', `<article><div itemprop="headline">${title}</div>${body()}</article>`, title],
    [
      'with markup and a line break',
      `<article><h1><span>Harbour talks resume</span><br>as Norlund hints at a <i>deal over the strait</i></h1>${body()}</article>`,
      title,
    ],
  ])('%s comes first', (_name, inside, expected) => {
    const { sentences } = read(page(inside)).article;
    expect(sentences[0]).toMatchObject({ text: expected, role: 'headline', block: 0 });
    expect(sentences.filter(({ text }) => text === expected)).toHaveLength(1);
  });
  it('is not what a box beside the article repeats', () => {
    const inside = `<aside><h1>${title}</h1></aside><article><h1 id="h">${title}</h1>${body()}</article>`;
    const { article, index } = read(page(inside));
    const [range] = rangesOf(index, article.sentences[0] ?? { start: 0, end: 0 });
    expect(range?.startContainer.parentElement?.id).toBe('h');
  });
  it.each([
    ['none is there', `<main><article>${body()}</article></main>`],
    ['it is only the outlet’s name', `<header><h1>Kiva Herald</h1></header><article>${body()}</article>`],
    [
      'two others could be it',
      `<h1>One thing that happened today</h1><h1>Another thing that happened today</h1><article>${body()}</article>`,
    ],
  ])('is missing where %s', (_name, inside) => {
    expect(said(page(inside, 'News'), 'headline')).toEqual([]);
  });
});

describe('headings', () => {
  it('are sentences of their own kind, dates of a chronicle too', () => {
    const heading =
      '<h2>The way to <a href="/o">Oster</a></h2><p>It is long, and the ferry is slow.</p><h3>29 March 2021</h3><p>They met for an hour.</p>';
    expect(said(page(`<article><h1>${title}</h1>${body(heading)}</article>`), 'heading')).toEqual([
      'The way to Oster',
      '29 March 2021',
    ]);
  });
  it('that lead to other articles are none', () => {
    const teasers =
      '<h3><a href="/a">Why the lighthouse matters</a></h3><h3><a href="/b">What the tolls pay for</a></h3><p><a href="/c">All on the strait</a></p>';
    expect(said(page(`<article><h1>${title}</h1>${body(teasers)}</article>`), 'heading')).toEqual([]);
  });
  it('may be links where running text follows', () => {
    const heading = '<h2><a href="/o">The way to Oster</a></h2><p>It is long, and the ferry is slow.</p>';
    expect(said(page(`<article><h1>${title}</h1>${body(heading)}</article>`), 'heading')).toEqual(['The way to Oster']);
  });
  it('by their role', () => {
    const heading = '<div role="heading" aria-level="2">The way to Oster</div>';
    expect(said(page(`<article><h1>${title}</h1>${body(heading)}</article>`), 'heading')).toEqual(['The way to Oster']);
  });
});

describe('running text', () => {
  it.each([
    ['a sentence that is all a link', '<p><a href="/o">The way to Oster is long.</a></p>', true],
    ['a link that is no sentence', '<p><a href="/o">The way to Oster</a></p>', false],
    [
      'dates in a table',
      '<table><tr><th>Round</th><th>Day</th></tr><tr><td>Share</td><td>29 March 2021</td></tr></table>',
      true,
    ],
    ['a date by itself', '<p>29 March 2021</p>', false],
  ])('%s', (_name, inside, isRead) => {
    const { text } = read(page(`<article><h1>${title}</h1>${body(inside)}</article>`)).article;
    expect(/The way to Oster|29 March 2021/.test(text)).toBe(isRead);
  });
});

describe('the live roots', () => {
  it('are the smallest elements that hold the article', () => {
    const document = page(
      `<div id="a"><h1 id="h">${title}</h1></div><main><div id="b"><div id="c">${body()}</div></div></main>`,
    );
    expect(read(document).index.roots.map(({ id }) => id)).toEqual(['c', 'h']);
  });
  it('are one where the headline stands within', () => {
    const document = page(
      `<main><div id="c"><div><h1>${title}</h1></div>${body()}<div><p>${paragraphs[0] ?? ''}</p></div></div></main>`,
    );
    expect(read(document).index.roots.map(({ id }) => id)).toEqual(['c']);
  });
  it('are on both sides of a shadow root', () => {
    const document = page('<main><div id="host"></div></main>', title);
    const inner = document.createElement('article');
    inner.id = 'inner';
    for (const text of paragraphs) inner.append(Object.assign(document.createElement('p'), { textContent: text }));
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    root?.append(inner);
    const { index } = read(document);
    expect(index.roots.map(({ id }) => id).sort()).toEqual(['host', 'inner']);
    expect(index.shadowRoots).toEqual([root]);
  });
});

describe('what style sheets hide', () => {
  const styled = (css: string, inside: string): Document =>
    openPage(`<head><title>${title}</title><style>${css}</style></head><body>${inside}</body>`);
  /** What browsers have and the DOM of tests lacks. */
  const withVisibility = (document: Document): Document => {
    for (const element of document.querySelectorAll('*')) {
      const isShown = () => element.closest('.off') === null;
      Object.defineProperty(element, 'checkVisibility', { value: isShown });
    }
    return document;
  };
  it('is not read', () => {
    const document = withVisibility(
      styled(
        '.off{display:none}',
        `<article><h1>${title}</h1>${body('<p class="off">Twice told: the hall was cleared at five.</p>')}</article>`,
      ),
    );
    expect(read(document).article.text).not.toContain('Twice told');
  });
  it('is read while it is all there is', () => {
    const document = withVisibility(styled('.off{display:none}', `<article class="off">${body()}</article>`));
    expect(read(document).article.sentences.length).toBeGreaterThan(20);
  });
});
