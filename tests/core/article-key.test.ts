import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import { ROUNDS } from '@/tests/rounds.ts';

describe('one article at several addresses is one', () => {
  it.each([
    ['schemes', 'http://island.example/talks', 'https://island.example/talks'],
    ['default ports', 'http://island.example:80/talks', 'https://island.example:443/talks'],
    ['capitals in the host', 'https://WWW.Island.Example/talks', 'https://island.example/talks'],
    ['a host’s full stop', 'https://island.example./talks', 'https://island.example/talks'],
    ['a name and a password', 'https://me:secret@island.example/talks', 'https://island.example/talks'],
    ['trailing slashes', 'https://island.example/talks//', 'https://island.example/talks'],
    ['the front page', 'https://www.island.example', 'http://island.example/index.php'],
    ['places on the page', 'https://island.example/talks#:~:text=hall', 'https://island.example/talks#comments'],
    ['escapes', 'https://island.example/%7eann/%d1%84', 'https://island.example/~ann/ф'],
    ['the order of parameters', 'https://island.example/read?b=2&id=7', 'https://island.example/read?id=7&b=2'],
    ['trackers', 'https://island.example/read?id=7&utm_source=a&fbclid=b', 'https://island.example/read?id=7'],
    ['nothing asked', 'https://island.example/talks?', 'https://island.example/talks'],
    // Complaint A17: the mobile and the desktop address.
    [
      'mobile hosts',
      'https://mobile.nytimes.com/2021/03/29/world/talks.html?smid=tw-share',
      'https://www.nytimes.com/2021/03/29/world/talks.html',
    ],
    ['mobile hosts amid names', 'https://en.m.wikipedia.org/wiki/Harbour', 'https://en.wikipedia.org/wiki/Harbour'],
    ['mobile hosts of longer sites', 'https://m.island.co.uk/talks', 'https://www.island.co.uk/talks'],
    // Complaint A18: the file's name.
    [
      'index files',
      'http://edition.cnn.com/2021/03/29/world/harbour-talks/index.html',
      'https://edition.cnn.com/2021/03/29/world/harbour-talks/',
    ],
    [
      'AMP hosts',
      'https://amp.theguardian.com/world/2021/mar/29/talks',
      'https://www.theguardian.com/world/2021/mar/29/talks',
    ],
    [
      'AMP at the end',
      'https://island.example/news/talks-resume-today/amp/',
      'https://island.example/news/talks-resume-today',
    ],
    ['AMP at the start', 'https://island.example/amp/news/rcna1234', 'https://island.example/news/rcna1234'],
    ['AMP amid the path', 'https://www.bbc.com/news/amp/world-60690688', 'https://www.bbc.com/news/world-60690688'],
    ['AMP as a question', 'https://island.example/talks?amp=1&id=7', 'https://island.example/talks?id=7'],
    ['AMP as a bare question', 'https://island.example/talks?amp', 'https://island.example/talks'],
    ['AMP as a kind of output', 'https://island.example/talks?outputType=amp', 'https://island.example/talks'],
    [
      'AMP in the file’s ending',
      'https://island.example/2021/talks.amp.html',
      'https://island.example/2021/talks.html',
    ],
    ['AMP as the file’s ending', 'https://island.example/2021/talks.amp', 'https://island.example/2021/talks'],
    [
      'the AMP cache',
      'https://www-island-example.cdn.ampproject.org/c/s/www.island.example/talks-resume-today/amp?amp_js_v=0.1&usqp=mq331',
      'https://island.example/talks-resume-today',
    ],
    [
      'the AMP viewer',
      'https://www.google.com/amp/s/www.island.example/talks-resume-today%3famp',
      'https://www.island.example/talks-resume-today%3Famp',
    ],
    [
      'the AMP viewer of a country',
      'https://www.google.co.uk/amp/island.example/talks',
      'https://island.example/talks',
    ],
    ['print at the end', 'https://island.example/news/1234567/print/', 'https://island.example/news/1234567'],
    ['print as a question', 'https://island.example/talks?print=1', 'https://island.example/talks'],
    ['print as a view', 'https://island.example/talks?view=print&id=7', 'https://island.example/talks?id=7'],
    ['print as a page', 'https://island.example/talks?pagewanted=print', 'https://island.example/talks'],
    [
      'several at once',
      'http://m.island.example:80/talks-resume-today/amp/index.html?print=1#a',
      'https://island.example/talks-resume-today',
    ],
  ])('%s', (_name, one, other) => expect(articleKeyOf(one)).toBe(articleKeyOf(other)));
});

describe('different articles stay different', () => {
  it.each([
    ['sites', 'https://island.example/talks', 'https://isle.example/talks'],
    ['a site named like a form', 'https://m.com/talks', 'https://com/talks'],
    ['a site named like a form, of a long ending', 'https://m.co.uk/talks', 'https://co.uk/talks'],
    ['parts of a site', 'https://blog.island.example/talks', 'https://island.example/talks'],
    ['other ports', 'https://island.example:8080/talks', 'https://island.example/talks'],
    ['capitals in the path', 'https://island.example/aBc', 'https://island.example/abc'],
    ['parameters', 'https://island.example/read?id=7', 'https://island.example/read?id=8'],
    ['parameters that are not UTF-8', 'https://island.example/read?id=%E0', 'https://island.example/read?id=%E1'],
    [
      'the order of one parameter’s values',
      'https://island.example/read?a=1&a=2',
      'https://island.example/read?a=2&a=1',
    ],
    ['an escaped slash', 'https://island.example/a%2Fb', 'https://island.example/a/b'],
    ['an escaped question', 'https://island.example/a%3Fb', 'https://island.example/a?b'],
    ['routes', 'https://island.example/#/talks', 'https://island.example/#/ferry'],
    ['routes of the older kind', 'https://island.example/#!talks', 'https://island.example/#!ferry'],
    [
      'pages of one article',
      'https://island.example/talks-resume-today/2',
      'https://island.example/talks-resume-today',
    ],
    ['a section on amplifiers', 'https://island.example/guitars/amp', 'https://island.example/guitars'],
    ['a section on mobile telephones', 'https://island.example/technology/mobile', 'https://island.example/technology'],
    ['a year’s prints', 'https://island.example/art/2021/print', 'https://island.example/art/2021'],
    ['a print by its number', 'https://island.example/art?print=7', 'https://island.example/art'],
    ['an article on AMP', 'https://www.google.com/amp/story', 'https://story/'],
    ['saved files', 'file:///home/ann/a.html', 'file:///home/ann/b.html'],
  ])('%s', (_name, one, other) => expect(articleKeyOf(one)).not.toBe(articleKeyOf(other)));
});

it.each([
  ['https://www.island.example/2021/talks/?b=2&a=1#part', 'island.example/2021/talks?a=1&b=2'],
  ['https://island.example/app/#/talks/7:~:text=hall', 'island.example/app#/talks/7'],
  ['file:///home/ann/saved.html#part', 'file:///home/ann/saved.html'],
  ['about:blank', 'about:blank'],
  ['no address', 'no address'],
  ['', ''],
])('the key of %j is %j', (address, key) => expect(articleKeyOf(address)).toBe(key));

const FORMS = ['www', 'm', 'mobile', 'amp', 'island', 'co', 'com', 'uk', 'gov', 'example', 'google', 'www2'];
const SEGMENTS = [
  '',
  'amp',
  'AMP',
  'print',
  'index.html',
  'talks-resume-today',
  '1234567',
  '2021',
  'a.amp',
  '.amp.html',
  's',
  'c',
  'b.example',
  '%2E',
  '%e0',
  'x y',
  'a.amp.amp.html',
];
const PARTS = [
  'id=7',
  'id=8',
  'amp=1',
  'amp',
  'utm_source=x',
  'a=%7e',
  '%61=1',
  'view=print',
  '',
  '=',
  'q=1+1',
  'q=%20',
];
const ROUTES = ['', '#', '#part', '#/', '#!', '#/a', '#!/a/', '#/a:~:text=b', '#//', '#/%7e'];

describe('for any address', () => {
  const joined = (values: readonly string[], by: string, minLength = 0) =>
    fc.array(fc.constantFrom(...values), { minLength, maxLength: 6 }).map((list) => list.join(by));
  const address = fc
    .tuple(
      fc.constantFrom('http', 'https'),
      joined(FORMS, '.', 1),
      fc.constantFrom('', ':80', ':443', ':8080'),
      joined(SEGMENTS, '/'),
      joined(PARTS, '&'),
      fc.constantFrom(...ROUTES),
    )
    .map(([scheme, host, port, path, query, route]) => `${scheme}://${host}${port}/${path}?${query}${route}`);

  it('its key leads to itself', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withQueryParameters: true, withFragments: true })), (url) => {
        const key = articleKeyOf(url);
        expect(articleKeyOf(`https://${key}`)).toBe(key);
      }),
      { numRuns: 2000 * ROUNDS },
    );
  });
  it('there is a key', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `https://${text}`),
        ),
        (text) => {
          expect(articleKeyOf(text)).toBeTypeOf('string');
        },
      ),
    );
  });
  it('names and numbers tell articles apart', () => {
    const name = fc.stringMatching(/^[a-z]{3,9}(-[a-z]{3,9}){2,4}$/);
    const shown = (form: string, name: string, id: number): string =>
      form.replace('NAME', name).replace('ID', String(id));
    const form = fc.constantFrom(
      'https://m.island.example/NAME-ID/amp',
      'http://island.example/amp/ID/NAME.html',
      'https://island.example/read?id=ID&amp=1&s=NAME',
      'https://island.example/#/NAME/ID',
    );
    fc.assert(
      fc.property(form, name, name, fc.nat(), fc.nat(), (form, one, other, a, b) => {
        const isSame = one === other && a === b;
        expect(articleKeyOf(shown(form, one, a)) === articleKeyOf(shown(form, other, b))).toBe(isSame);
      }),
    );
  });
  it('however long, it is taken in a moment', () => {
    for (const path of ['/'.repeat(7000), '/amp'.repeat(1900), '.amp'.repeat(1900), 'google.com/amp/s/'.repeat(450)])
      expect(articleKeyOf(`https://google.com/amp/s/${path}`)).toBeTypeOf('string');
    expect(articleKeyOf(`https://island.example/${'a'.repeat(9000)}#b`)).toMatch(/^https:.*a$/);
  });
});
