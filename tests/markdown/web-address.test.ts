/** Where an address typed among words ends. */
import { describe, expect, it } from 'vitest';
import { addressAt, isOpenable } from '@/lib/markdown/web-address.ts';

describe('an address among words', () => {
  it.each([
    ['https://a.example/b, and', 'https://a.example/b'],
    ['https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/Strike_(labour)', 'https://a.example/Strike_(labour)'],
    ['https://a.example/Strike_(labour)) he', 'https://a.example/Strike_(labour)'],
    ['HTTPS://A.example?q=1&r=2#s!', 'HTTPS://A.example?q=1&r=2#s'],
    ['https://a.example/b**', 'https://a.example/b'],
    ['https://a.example/b”', 'https://a.example/b'],
    ['https://a.example<b>', 'https://a.example'],
    ['https://', null],
    ['https://...', null],
    ['javascript:alert(1)', null],
    ['a https://a.example', null],
  ])('%s', (text, address) => {
    expect(addressAt(text)).toBe(address);
  });
  it('no address is found slowly', () => {
    expect(addressAt(`https://a.example/${')'.repeat(20_000)}`)).toBe('https://a.example/');
  });
  it.each(['https://a.example:x/', 'http:/a.example', 'https://%', 'about:blank', '\u0001https://a.example'])(
    'does not open %j',
    (address) => {
      expect(isOpenable(address)).toBe(false);
    },
  );
});
