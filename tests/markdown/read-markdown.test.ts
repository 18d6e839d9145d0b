/** What a note's Markdown becomes; and that whatever is typed is shown, soon, and no deeper than a page can draw. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBeginning, readMarkdown } from '@/lib/markdown/read-markdown.ts';
import { outline } from './outline.ts';

const shown = (text: string): string => outline(readMarkdown(text).blocks);

describe('Markdown is read', () => {
  it.each([
    ['plain words', 'p(plain words)'],
    ['one\ntwo\n\nthree', 'p(one/two) p(three)'],
    ['**strong** *soft* _soft_ ~~gone~~', 'p(strong(strong) emphasis(soft) emphasis(soft) strike(gone))'],
    ['**a *b* c**', 'p(strong(a emphasis(b) c))'],
    ['`code *x*`', 'p(code(code *x*))'],
    ['# Title\nwords', 'h(Title) p(words)'],
    ['Title\n===', 'h(Title)'],
    ['> quoted\n> on\n>> twice', 'quote(p(quoted/on) quote(p(twice)))'],
    ['- a\n- b\n  - c', 'ul(li(p(a)) li(p(b) ul(li(p(c)))))'],
    ['- [ ] call\n- [x] read', 'ul(li[ ](p(call)) li[x](p(read)))'],
    ['- [ ] call\n\n- [x] read', 'ul(li[ ](p(call)) li[x](p(read)))'],
    ['```js\nlet a;\n```', 'pre(js|let a;)'],
    ['| a | b |\n|---|--:|\n| 1 | *2* |', 'table(a, b; 1, emphasis(2))'],
    ['a\n\n---\n\nb', 'p(a) hr p(b)'],
    ['\\*as typed\\*', 'p(*as typed*)'],
    ['', ''],
    [' \n\n ', ''],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('what a note of facts says stays so', () => {
  it.each([
    ['years are no count', '1999. strike\n2004. strike', 'ol(li1999(p(strike)) li2004(p(strike)))'],
    ['ones are', '1. a\n1. b\n1. c', 'ol(li1(p(a)) li2(p(b)) li3(p(c)))'],
    ['“about” does not strike', '~1,500 people (~1,200 before)', 'p(~1,500 people (~1,200 before))'],
    ['nor a range', '~50~60 people', 'p(~50~60 people)'],
    ['names with underscores', 'see harbour_talks_2021 file', 'p(see harbour_talks_2021 file)'],
    ['a colon is no address', '[Update]: confirmed', 'p([Update]: confirmed)'],
    ['a cell too many is kept', '|a|b|\n|-|-|\n|1|2|3|', 'p(|a|b|/|-|-|/|1|2|3|)'],
    ['after other words too', 'so:\n|a|b|\n|-|-|\n|1|2|3|\n\nend', 'p(so:/|a|b|/|-|-|/|1|2|3|) p(end)'],
    ['words behind a fence', '```the mayor said\nno\n```', 'pre(the mayor said|no)'],
    ['entities as typed', 'AT&amp;T &#65;', 'p(AT&amp;T &#65;)'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['[the board](https://a.example/b "its page")', 'p(a(the board>https://a.example/b))'],
    ['see https://a.example/b.', 'p(see a(https://a.example/b>https://a.example/b).)'],
    ['<https://a.example>', 'p(a(https://a.example>https://a.example))'],
    ['<desk@a.example>', 'p(a(desk@a.example>mailto:desk@a.example))'],
    ['[write](mailto:desk@a.example)', 'p(a(write>mailto:desk@a.example))'],
    ['[a *b*][1]\n\n[1]: https://a.example', 'p(a(a emphasis(b)>https://a.example)) p([1]: https://a.example)'],
    ['[](https://a.example)', 'p(a(https://a.example>https://a.example))'],
    ['![a crane](https://a.example/c.png)', 'p(image(a crane>https://a.example/c.png))'],
    ['![](https://a.example/c.png)', 'p(image(https://a.example/c.png>https://a.example/c.png))'],
    ['[![crane](https://a.example/c.png)](https://b.example)', 'p(a(crane>https://b.example))'],
    ['[a <https://c.example>](https://b.example)', 'p(a(a https://c.example>https://b.example))'],
    ['[a https://c.example](https://b.example)', 'p(a(a https://c.example>https://b.example))'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](javascript&#58;alert(1))',
    '[x]( javascript:alert(1))',
    '[x](data:text/html,hello)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](chrome-extension://abc/popup.html)',
    '[x](blob:https://a.example/1)',
    '[x](//a.example)',
    '[x](/options.html)',
    '[x](#top)',
    '[x](https:a)',
    '[x](https://)',
    '[x](mailto:)',
    '![x](data:image/svg+xml,hello)',
    '<javascript:alert(1)>',
    'ftp://a.example',
  ])('%s stays as typed', (text) => {
    expect(shown(text)).toBe(`p(${text})`);
  });
});

describe('HTML is words', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="//a.example"></iframe>',
    '<!-- unseen -->',
    '<![CDATA[ x ]]>',
    '<?php x ?>',
    'a <b onmouseover="x">b</b>',
    '<svg/onload=x>',
  ])('%s', (text) => {
    expect(shown(text)).toBe(`p(${text})`);
  });
  it('with Markdown around and within it read', () => {
    expect(shown('<div>\n\n**a**\n\n</div>')).toBe('p(<div>) p(strong(a)) p(</div>)');
    expect(shown('<div>\n**a**\n</div>')).toBe('p(<div>/strong(a)/</div>)');
    expect(shown('<i>*a*</i>')).toBe('p(<i>emphasis(a)</i>)');
    expect(shown('<a b=c>https://a.example')).toBe('p(<a b=c>a(https://a.example>https://a.example))');
  });
});

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('whatever is typed', () => {
  it.each([
    ['quotes', `${'>'.repeat(10_000)} words`],
    ['quotes, apart', `${'> '.repeat(9_000)}words`],
    ['lists', `${'- '.repeat(9_000)}words`],
    ['lists of quotes', `${'- > '.repeat(4_000)}words`],
    ['lists, ever further in', Array.from({ length: 190 }, (_, at) => `${' '.repeat(at)}- a`).join('\n')],
    ['stars', '*a '.repeat(2_600)],
    ['stars in pairs', `${'**a'.repeat(1_300)}${'**'.repeat(1_300)}`],
    ['styles in one another', `${'*_'.repeat(1_500)}a${'_*'.repeat(1_500)}`],
    ['brackets', `${'['.repeat(3_000)}a${'](https://a.example)'.repeat(200)}`],
    ['brackets without end', '![a]('.repeat(1_600)],
    ['ticks', Array.from({ length: 120 }, (_, at) => '`'.repeat(at)).join(' ')],
    ['columns', `${'|a'.repeat(3_000)}|\n${'|-'.repeat(3_000)}|\n${'|\n'.repeat(3_000)}`],
    ['rows', `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(3_000)}`],
    ['items', '- a\n'.repeat(5_000)],
    ['one word', 'a'.repeat(20_000)],
    ['one megabyte of words', 'word '.repeat(200_000)],
    ['one megabyte of stars', '**a*'.repeat(250_000)],
    ['one megabyte of lines', '- **bold** [a](https://a.example)\n'.repeat(30_000)],
  ])('%s: all of it comes back, and not too deep', (_, text) => {
    const { blocks, rest } = readMarkdown(text);
    expect(depthOf(blocks)).toBeLessThan(80);
    // Words that are addresses of links are not shown but opened.
    const seen = new Set(wordsOf(outline(blocks)));
    expect(wordsOf(text).filter((word) => !seen.has(word) && !rest.includes(word))).toEqual([]);
  });

  it('only the beginning of a very long one is read for signs, the rest is as typed', () => {
    const text = '**a** line\n'.repeat(90_000);
    const { blocks, rest } = readMarkdown(text);
    expect(outline(blocks).slice(0, 50)).toMatch(/^p\(strong\(a\) line\/strong\(a\) line/);
    expect(outline(blocks).slice(-50)).toContain('strong(a) line/strong(a) line');
    expect(text.endsWith(rest)).toBe(true);
    expect(rest.startsWith('**a** line\n')).toBe(true);
    expect(rest.length).toBeGreaterThan(950_000);
  });

  it('signs are not looked after any more when too many have led nowhere', () => {
    expect(shown(`${'(**a* '.repeat(30)}\n\n**b**`)).toMatch(/ p\(strong\(b\)\)$/);
    expect(shown(`${'(**a* '.repeat(1_300)}\n\n**b**`)).toMatch(/ p\(\*\*b\*\*\)$/);
  });

  it('a table wider than any page is as typed', () => {
    const table = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n|1|`;
    expect([shown(table(12)).slice(0, 8), shown(table(40)).slice(0, 8)]).toEqual(['table(a,', 'p(|a|a|a']);
  });

  it('more parts than a page draws at once are as typed', () => {
    const { blocks, rest } = readMarkdown(`first\n\n${'- a\n'.repeat(4_900)}`);
    expect(outline(blocks)).toBe('p(first)');
    expect(wordsOf(rest)).toHaveLength(4_900);
  });

  it('no word is lost', () => {
    fc.assert(
      fc.property(typing(), ({ text, words }) => {
        expect(lostOf(text, words)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('never throws, for the beginning as for the whole', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      typing().map(({ text }) => text),
    );
    fc.assert(
      fc.property(text, fc.nat(40), (text, most) => {
        readMarkdown(text);
        const { blocks } = readBeginning(text, most, (words, count) => words.slice(0, count));
        expect(lettersIn(blocks)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the beginning', () => {
  const cut = (text: string, most: number) => `${text.slice(0, most)}…`;
  it.each([
    ['short', 10, 'p(short)', false],
    ['**strong words** and', 8, 'p(strong(strong w…))', true],
    ['one\n\ntwo\n\nthree', 6, 'p(one) p(two)', true],
    ['- one\n- two', 3, 'ul(li(p(one)))', true],
    [
      '[a link](https://a.example/with/a/very/long/address)',
      20,
      'p(a(a link>https://a.example/with/a/very/long/address))',
      false,
    ],
  ])('%j in %i', (text, most, expected, isCut) => {
    const beginning = readBeginning(text, most, cut);
    expect([outline(beginning.blocks), beginning.isCut]).toEqual([expected, isCut]);
  });
});

/** Signs and words in any order; each word once. No address: what is one is opened, not shown. */
function typing(): fc.Arbitrary<{ readonly text: string; readonly words: readonly string[] }> {
  const SIGNS =
    '* ** _ __ ~ ~~ ` `` ``` [ ] ( ) ]( ![ ! < > | \\ & @ . - + # ## " --- === |- <!-- --> [a]: [x] - [ ] > >> 😀 é &amp; <b> </b> <script> { } $ = :';
  const sign = fc.constantFrom(
    ...SIGNS.split(' '),
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '\n- ',
    '\n1. ',
    '\n> ',
    '\n|-|-|\n',
    '\r\n',
    '\n  - ',
  );
  const piece = fc.oneof(fc.constant(null), sign);
  return fc.array(piece, { maxLength: 40 }).map((pieces) => {
    const words = pieces.flatMap((each, at) => (each === null ? [`w${at}q`] : []));
    return { text: pieces.map((each, at) => each ?? `w${at}q`).join(''), words };
  });
}

function lostOf(text: string, words: readonly string[]): string[] {
  const { blocks, rest } = readMarkdown(text);
  const all = outline(blocks) + rest;
  return words.filter((word) => !all.includes(word));
}

const lettersIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'text' in value && typeof value.text === 'string' ? value.text.length : 0;
  return own + Object.values(value).reduce<number>((sum, each) => sum + lettersIn(each), 0);
};
