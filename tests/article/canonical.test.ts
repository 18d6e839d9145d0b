import { describe, expect, it } from 'vitest';
import { believableAddress, plainAddress } from '@/lib/article/canonical.ts';

const HERE = 'https://www.kiva-herald.example/2021/03/29/world/harbour-talks-resume';
const judge = (claimed: string, address = HERE, isAmp = false) =>
  believableAddress(claimed, { address, base: address, isAmp });

describe('a canonical address is believed', () => {
  it.each([
    ['the page’s own', HERE, HERE],
    ['relative', '/2021/03/29/world/harbour-talks-resume', HERE],
    [
      'another name of the site',
      'https://kiva-herald.example/world/harbour-talks-resume',
      'https://kiva-herald.example/world/harbour-talks-resume',
    ],
    ['without its trackers', `${HERE}?utm_source=x&id=7&fbclid=y#top`, `${HERE}?id=7`],
    ['with white space around', `  ${HERE}\n`, HERE],
  ])('%s', (_name, claimed, expected) => expect(judge(claimed)).toBe(expected));

  it.each([
    ['the AMP page’s', `${HERE}/amp`, HERE],
    ['the print page’s', `${HERE}/print/`, HERE],
    ['the second page’s', `${HERE}/page/2`, HERE],
    ['one with a file name', `${HERE}/index.html`, HERE],
    [
      'a shorter one with a name of its own',
      'https://www.kiva-herald.example/a/b/c/d',
      'https://www.kiva-herald.example/world/2021-talks',
    ],
  ])('%s', (_name, address, claimed) => expect(judge(claimed, address)).toBe(claimed));

  it('of another site only from AMP', () => {
    const cache = 'https://www-kiva-herald-example.cdn.ampproject.org/c/s/kiva-herald.example/talks-resume-today';
    expect(judge(HERE, cache, true)).toBe(HERE);
    expect(judge(HERE, cache)).toBeNull();
  });

  it('by a saved copy, which has no site', () => {
    expect(judge(HERE, 'http://localhost:8080/saved.html')).toBe(HERE);
    expect(judge(HERE, 'file:///home/a/saved.html')).toBe(HERE);
    expect(judge('https://www.kiva-herald.example/', 'file:///home/a/saved.html')).toBeNull();
  });
});

describe('and is not where it is', () => {
  it.each([
    ['empty', ''],
    ['the site’s root', 'https://www.kiva-herald.example/'],
    ['the root by its file', 'https://www.kiva-herald.example/index.html'],
    ['the section', 'https://www.kiva-herald.example/2021/03/29/world/'],
    ['another section', 'https://www.kiva-herald.example/news'],
    ['another site', 'https://other.example/2021/03/29/world/harbour-talks-resume'],
    ['another site of the same suffix', 'https://kiva-herald.co.uk/talks'],
    ['no address', 'http://'],
    ['a script', 'javascript:alert(1)'],
  ])('%s', (_name, claimed) => expect(judge(claimed)).toBeNull());

  it('another site under one public suffix', () => {
    expect(judge('https://other.co.uk/talks-of-the-day', 'https://www.island.co.uk/talks-of-the-day')).toBeNull();
    expect(
      judge('https://m.island.co.uk/talks-of-the-day', 'https://www.island.co.uk/talks-of-the-day'),
    ).not.toBeNull();
  });
  it('the root, for a page that only its query tells apart', () => {
    expect(judge('https://island.example/', 'https://island.example/?article=7')).toBeNull();
  });
});

it.each([
  ['https://a.example/x?utm_medium=m&q=1&gclid=2#part', 'https://a.example/x?q=1'],
  ['https://a.example/x', 'https://a.example/x'],
  ['not an address', 'not an address'],
])('%s is plainly %s', (address, expected) => expect(plainAddress(address)).toBe(expected));
