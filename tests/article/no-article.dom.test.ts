import { describe, expect, it } from 'vitest';
import { readArticle } from '@/lib/article/read-article.ts';
import { takeSnapshot } from '@/lib/article/snapshot.ts';
import { runAtOnce } from '@/lib/article/steps.ts';
import { HARBOUR_TALKS } from '../fixtures/pages/harbour-talks.ts';
import { ADDRESS, openPage } from './open-page.ts';

const why = (html: string, address = ADDRESS): string => {
  const result = readArticle(openPage(html, address), address);
  return result.kind === 'article' ? 'article' : result.why;
};
const paragraphs = HARBOUR_TALKS.paragraphs.map((text) => `<p>${text}</p>`).join('');
const teaser = (at: number): string =>
  `<article class="card"><h3><a href="/s${at}">Envoys of Norlund leave round ${at} of the talks without a word to the press</a></h3><p><a href="/s${at}">The hall was cleared, and nobody could say when they would come back to it</a></p></article>`;
const teasers = Array.from({ length: 30 }, (_, at) => teaser(at)).join('');

describe('there is no article', () => {
  it.each([
    ['on an empty page', '', 'no-text'],
    [
      'on a page without text',
      '<body><img src="x.png"><script>let x = "words and more words";</script></body>',
      'no-text',
    ],
    ['in a frameset', '<html><frameset cols="50%,50%"><frame src="a"><frame src="b"></frameset></html>', 'no-text'],
    ['where a few words stand', '<body><p>Please enable scripts to go on.</p></body>', 'too-short'],
    [
      'on a login page',
      '<body><form><h1>Log in</h1><label>Name</label><input><p>Forgot your password? We can send you another.</p><button>Log in</button></form></body>',
      'too-short',
    ],
    ['on a page of links', `<body><main>${teasers}</main></body>`, 'list-of-links'],
  ])('%s', (_name, html, expected) => expect(why(html)).toBe(expected));

  it('on a page that lists articles, by its own word', () => {
    const summaries = Array.from(
      { length: 20 },
      (_, at) =>
        `<div><h3><a href="/s${at}">Envoys leave round ${at} of the talks</a></h3><p>The hall was cleared at five, and nobody could say when they would be back, or with what.</p></div>`,
    ).join('');
    const list =
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"CollectionPage"}</script>';
    const front = 'https://www.kiva-herald.example/';
    const mixed = `<body><main>${paragraphs}${teasers.slice(0, teasers.length / 4)}</main></body>`;
    expect(why(`<body><main>${summaries}</main></body>`)).toBe('list-of-links');
    expect(why(mixed)).toBe('article');
    expect(why(mixed, front)).toBe('list-of-links');
    expect(why(`<head>${list}</head>${mixed}`)).toBe('list-of-links');
    expect(why(`<head>${list}</head><body><main>${paragraphs}</main></body>`, front)).toBe('article');
  });
});

function depthOf(element: Element): number {
  let depth = 0;
  for (let at: Element | null = element; at !== null; at = at.parentElement) depth += 1;
  return depth;
}

describe('a hostile page', () => {
  const told = `<article><h1>${HARBOUR_TALKS.title}</h1>${paragraphs}</article>`;
  it.each([
    ['nests without end', `<body>${'<div>'.repeat(5000)}${told}${'</div>'.repeat(5000)}</body>`],
    ['nests words without end', `<body>${told.replace('<p>', `<p>${'<b>'.repeat(3000)}`)}</body>`],
    ['has names that are no names', `<body><a"b><x:y>${told}</x:y></a"b></body>`],
    [
      'has attributes that are no values',
      `<body class="  " id=""><p class="" id=" " style=";;;" aria-hidden="" itemprop="">x</p>${told}</body>`,
    ],
  ])('that %s is read', (_name, html) => {
    expect(why(html)).toBe('article');
  });
  it('whose form answers for itself is read without that form', () => {
    const page = openPage(`<body><form><p>${'Words in a trap. '.repeat(20)}</p></form>${told}</body>`);
    // As browsers do for a form with a field of this name; the DOM of tests does not.
    for (const name of ['firstChild', 'nextSibling', 'getAttribute', 'localName']) {
      Object.defineProperty(page.querySelector('form'), name, { value: page.body });
    }
    const result = readArticle(page, ADDRESS);
    expect(result.kind === 'article' && result.article.text).toContain(HARBOUR_TALKS.paragraphs.join('\n'));
    expect(result.kind === 'article' && result.article.text).not.toContain('Words in a trap.');
  });
  it('that answers for the document is not', () => {
    expect(why(`<body><img name="querySelector">${told}</body>`)).toBe('no-text');
  });
  it('that nests by script, beyond what a parser would, is climbed only so far', () => {
    const page = openPage(`<body>${told}<div id="top"></div></body>`);
    let at = page.querySelector('#top');
    for (let depth = 0; depth < 2000; depth += 1) at = at?.appendChild(page.createElement('div')) ?? null;
    at?.append(page.querySelector('article') ?? '');
    expect(readArticle(page, ADDRESS).kind).toBe('article');
    const { texts, document } = runAtOnce(takeSnapshot(page, () => false));
    // What Readability gets is shallower still: it calls itself for each level.
    const depths = Array.from(document.querySelectorAll('p'), depthOf);
    expect(Math.max(...depths)).toBeLessThan(200);
    let climbed = 0;
    for (let place = texts.at(-1)?.place ?? null; place !== null; place = place.parent) climbed += 1;
    expect(climbed).toBeGreaterThan(100);
    expect(climbed).toBeLessThan(700);
  });
  it('with more than anyone reads is read in part', () => {
    expect(why(`<body>${told}${'<i></i>'.repeat(160_000)}${told}</body>`)).toBe('article');
  });
});
