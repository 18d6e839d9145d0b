import { describe, expect, it } from 'vitest';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import { hostOfKey, isOfSite } from '@/lib/core/article-site.ts';

const HERE = articleKeyOf('https://www.island.example/talks-resume-today');

describe('a page may ask for notes', () => {
  it.each([
    ['of its own article', 'https://www.island.example/talks-resume-today'],
    ['of another form of it', 'https://m.island.example/talks-resume-today?amp=1'],
    ['of another article of its site', 'https://news.island.example/other'],
    [
      'at an AMP cache of its site',
      'https://www-island-example.cdn.ampproject.org/c/s/island.example/talks-resume-today',
    ],
    ['in a saved copy', 'file:///home/a/talks.html'],
    ['in a copy served here', 'http://localhost:8080/talks.html'],
  ])('%s', (_name, address) => expect(isOfSite(HERE, address)).toBe(true));

  it.each([
    ['another site', 'https://elsewhere.example/talks-resume-today'],
    ['a site that ends alike', 'https://notisland.example/talks-resume-today'],
    ['a site that begins alike', 'https://island.example.evil.example/talks-resume-today'],
    ['another cache', 'https://evil-example.cdn.ampproject.org/c/s/evil.example/x'],
    ['a host named like a local one', 'https://localhost.evil.example/'],
  ])('and not at %s', (_name, address) => expect(isOfSite(HERE, address)).toBe(false));

  it('and not for another company under one public suffix', () => {
    expect(isOfSite(articleKeyOf('https://a.co.uk/x'), 'https://b.co.uk/x')).toBe(false);
  });
});

it.each([
  ['https://www.island.example/a?b=1', 'island.example'],
  ['http://localhost:8080/a', 'localhost:8080'],
  ['file:///home/a/talks.html', ''],
])('of %s the host is “%s”', (address, host) => expect(hostOfKey(articleKeyOf(address))).toBe(host));
