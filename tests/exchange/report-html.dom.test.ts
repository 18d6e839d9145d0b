import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { html, markupText, NOTHING } from '@/lib/exchange/report-html.ts';
import { outLink } from '@/lib/exchange/report-link.ts';
import { arbitraryText } from './arbitrary-note.ts';

const parsed = (text: string): Element => {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  return body.firstElementChild ?? body;
};
/** What HTML can hold of a text: no control characters, no half of a pair. */
const asHtmlHolds = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '\uFFFD');

describe('markup', () => {
  it('is only what the code says; every value comes back as text, in elements and attributes', () => {
    fc.assert(
      fc.property(arbitraryText(), arbitraryText(), (inside, attribute) => {
        const element = parsed(markupText(html`<p title="${attribute}"><b>${inside}</b></p>`));
        expect(element.querySelectorAll('*')).toHaveLength(1);
        expect(element.getAttributeNames()).toEqual(['title']);
        expect(element.textContent).toBe(asHtmlHolds(inside));
        expect(element.getAttribute('title')).toBe(asHtmlHolds(attribute));
      }),
    );
  });
  it('goes into markup as it is; lists stand one after another; null and false leave nothing', () => {
    const item = html`<i>${1}</i>`;
    expect(markupText(html`${item}${[item, item]}${null}${false}${NOTHING}${'<'}`)).toBe(
      '<i>1</i><i>1</i><i>1</i>&lt;',
    );
  });
  it('cannot be claimed by what only looks like it', () => {
    const forged: unknown = { text: '<script>' };
    expect(() => markupText(forged as never)).toThrow(TypeError);
  });
});

it.each([
  ['https://a.example/?a=1&b="2"', 'https://a.example/?a=1&b="2"'],
  ['javascript:alert(1)', null],
  [' javascript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['https://', null],
  [null, null],
])('a link to %j', (address, href) => {
  const element = parsed(markupText(html`<p>${outLink('words', address)}</p>`));
  expect(element.querySelector('a')?.getAttribute('href') ?? null).toBe(href);
  expect(element.textContent).toContain('words');
});

it('every attribute that takes a value stands in quotes', () => {
  const files = readdirSync('lib/exchange').filter((name) => name.startsWith('report'));
  const code = files.map((name) => readFileSync(`lib/exchange/${name}`, 'utf8')).join('\n');
  expect(code.match(/\w="\$\{/g)?.length).toBeGreaterThan(10);
  expect(code.match(/<[^>]*\w=\$\{/g)).toBeNull();
});
