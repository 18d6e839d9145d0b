import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageLink } from '@/lib/card/text-fragment.ts';

describe('a link to a passage', () => {
  it.each([
    [
      'plain words',
      'https://a.example/x',
      ['no breakthrough yet'],
      'https://a.example/x#:~:text=no%20breakthrough%20yet',
    ],
    [
      'a comma, a dash and an ampersand are not syntax',
      'https://a.example/',
      ['so-called, A & B'],
      'https://a.example/#:~:text=so%2Dcalled%2C%20A%20%26%20B',
    ],
    [
      'quotes, brackets and letters beyond ASCII',
      'https://a.example/',
      ['“Kraków” (é)'],
      'https://a.example/#:~:text=%E2%80%9CKrak%C3%B3w%E2%80%9D%20(%C3%A9)',
    ],
    ['its own fragment stays', 'https://a.example/x#top', ['words'], 'https://a.example/x#top:~:text=words'],
    ['a directive that it had goes', 'https://a.example/x#:~:text=old', ['new'], 'https://a.example/x#:~:text=new'],
    ['several passages', 'https://a.example/?q=1', ['one', 'two'], 'https://a.example/?q=1#:~:text=one&text=two'],
    [
      'no more than four',
      'https://a.example/',
      ['a', 'b', 'c', 'd', 'e'],
      'https://a.example/#:~:text=a&text=b&text=c&text=d',
    ],
    ['no words, no directive', 'https://a.example/x', [' '], 'https://a.example/x'],
    ['half a surrogate pair', 'https://a.example/', ['a\uD800b'], 'https://a.example/#:~:text=a%EF%BF%BDb'],
  ])('%s', (_name, address, words, link) => {
    expect(passageLink(address, words)).toBe(link);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/', 'not an address', 'https://', ''])(
    'none for %j',
    (address) => expect(passageLink(address, ['words'])).toBeNull(),
  );

  it('says exactly the words it was given, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        fc.pre(words.trim() !== '');
        const link = passageLink('https://a.example/', [words]) ?? '';
        const directive = link.slice(link.indexOf('text=') + 5);
        expect(directive).not.toMatch(/[-,&]/);
        expect(decodeURIComponent(directive)).toBe(words.trim());
      }),
    );
  });
});
