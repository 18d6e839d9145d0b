import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndexer } from '@/lib/article/indexer.ts';
import { takeSnapshot } from '@/lib/article/snapshot.ts';
import { runAtOnce } from '@/lib/article/steps.ts';
import { offsetAt, rangesOf, type TextIndex } from '@/lib/article/text-index.ts';
import { openPage } from './open-page.ts';
import { ROUNDS } from '@/tests/rounds.ts';

/** The index of all that a body shows, block by block. */
function indexOf(body: string): { readonly index: TextIndex; readonly page: Document } {
  const page = openPage(`<!doctype html><body>${body}</body>`);
  const { texts, shadowRoots } = runAtOnce(takeSnapshot(page, () => false));
  const indexer = createIndexer();
  for (const block of new Set(texts.map((text) => text.block))) {
    indexer.addBlock(texts.filter((text) => text.block === block));
  }
  return { index: { ...indexer.done(), roots: [], shadowRoots }, page };
}

const spoken = (index: TextIndex, start: number, end: number): string[] => rangesOf(index, { start, end }).map(String);
const single = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the text', () => {
  it.each([
    ['one space for any', '<p>\n  One\t two&nbsp;&nbsp;three \n</p>', 'One two three'],
    ['spaces between elements', '<p><b>One</b> <i>two</i><i> three </i> four</p>', 'One two three four'],
    ['no space where there is none', '<p><b>O</b>ne<!-- x -->s</p>', 'Ones'],
    ['a line break', '<p>One<br>two<br>\nthree</p>', 'One two three'],
    ['two line breaks', '<p>One<br><br>two<br> <br>three</p>', 'One\ntwo\nthree'],
    ['soft hyphens', '<p>Nor&shy;lund</p>', 'Norlund'],
    ['characters of no width', '<p>Nor&#8203;lund &#65279;and&#8206; Sud&#8288;mark</p>', 'Norlund and Sudmark'],
    ['joiners, which letters need', '<p>می&zwnj;خواهم 👩&zwj;🚀</p>', 'می\u200cخواهم 👩\u200d🚀'],
    [
      'blocks',
      '<h2>One</h2><p>two</p>three<div>four</div><ul><li>five<li>six</ul>',
      'One\ntwo\nthree\nfour\nfive\nsix',
    ],
    ['cells', '<table><tr><td>One<td>two</table>', 'One\ntwo'],
    ['what is silent', '<p>One<script>x()</script><style>p{}</style><textarea>no</textarea> two</p>', 'One two'],
    ['what is hidden', '<p>One<span hidden>no</span> two<span style="display:none">no</span></p>', 'One two'],
    [
      'an element of the page’s own amid words',
      '<p>One<x-term>s</x-term></p><x-a>two</x-a><x-a>three</x-a>',
      'Ones\ntwo\nthree',
    ],
    [
      'a box that runs with the words',
      '<p>One <p>two</p><div>three <div style="display:inline">and four</div> five</div>',
      'One\ntwo\nthree and four five',
    ],
    ['nothing', '<p> <b> </b></p>', ''],
  ])('%s', (_name, body, text) => expect(indexOf(body).index.text).toBe(text));
});

it('knows an element of the page’s own without the style sheets', () => {
  const page = new DOMParser().parseFromString(
    '<p>One<x-term>s</x-term></p><x-a>two</x-a><x-a>three</x-a>',
    'text/html',
  );
  const { texts } = runAtOnce(takeSnapshot(page, () => false));
  expect(texts.map(({ block }) => block === texts[0]?.block)).toEqual([true, true, false, false]);
  expect(new Set(texts.map(({ block }) => block)).size).toBe(3);
});

describe('ranges', () => {
  it.each([
    ['over elements are one', '<p><b>One</b> <i>two</i> three</p>', ['One two three']],
    ['over a line break are two', '<p>One<br>two</p>', ['One', 'two']],
    ['over a line break with white space are one', '<p>One<br> two</p>', ['One two']],
    ['leave out a script', '<p>One <script>x()</script>two</p>', ['One ', 'two']],
    ['leave out what is hidden', '<p>One <span hidden>no</span>two</p>', ['One ', 'two']],
    ['leave out a soft hyphen', '<p>Nor&shy;lund won</p>', ['Nor', 'lund won']],
    ['do not mind an empty script', '<p>One <script></script>two</p>', ['One two']],
    ['do not mind a comment', '<p>One <!-- no -->two</p>', ['One two']],
  ])('%s', (_name, body, ranges) => {
    const { index } = indexOf(body);
    expect(spoken(index, 0, index.text.length)).toEqual(ranges);
  });
  it('end where the span ends', () => {
    const { index } = indexOf('<p>  One <b>two</b>\n\n  three</p>');
    expect(spoken(index, 2, 6)).toEqual(['e tw']);
    expect(single(spoken(index, 4, 13).join(''))).toBe('two three');
    expect(spoken(index, 3, 3)).toEqual([]);
    expect(spoken(index, 90, 99)).toEqual([]);
  });
  it('are none where the page has changed', () => {
    const { index, page } = indexOf('<p>One <b>two</b> three</p>');
    const bold = page.querySelector('b');
    bold?.firstChild?.remove();
    expect(spoken(index, 0, 7)).toEqual([]);
    expect(spoken(index, 0, 3)).toEqual(['One']);
    page.querySelector('p')?.firstChild?.replaceWith('x');
    expect(spoken(index, 0, 3)).toEqual([]);
  });
});

describe('shadow roots and slots', () => {
  /** `<p>One <x-y>…</x-y> four</p>`, where the element shows what `shadow` makes. */
  const shown = (inside: string, shadow: (root: ShadowRoot, page: Document) => void) => {
    const page = openPage(`<!doctype html><body><p>One <x-y>${inside}</x-y> four</p></body>`);
    const root = page.querySelector('x-y')?.attachShadow({ mode: 'open' });
    if (root !== undefined) shadow(root, page);
    const { texts, shadowRoots } = runAtOnce(takeSnapshot(page, () => false));
    const indexer = createIndexer();
    indexer.addBlock(texts);
    const index = { ...indexer.done(), roots: [], shadowRoots };
    return { text: index.text, ranges: spoken(index, 0, index.text.length), roots: shadowRoots.length };
  };
  it('are read where they show, by ranges that do not leave them', () => {
    expect(shown('never', (root) => root.append('two three'))).toEqual({
      text: 'One two three four',
      ranges: ['One ', 'two three', ' four'],
      roots: 1,
    });
  });
  it('show slots in the order of the shadow', () => {
    const result = shown('<i slot="b">three</i><i slot="a">two </i>', (root, page) => {
      for (const name of ['a', 'b']) root.append(Object.assign(page.createElement('slot'), { name }));
    });
    expect(result.text).toBe('One two three four');
    expect(result.ranges).toEqual(['One ', 'two ', 'three', ' four']);
  });
  it('show what stands in an empty slot', () => {
    const result = shown('', (root, page) => {
      const slot = page.createElement('slot');
      slot.append('two');
      root.append(slot);
    });
    expect(result.text).toBe('One two four');
  });
});

describe('a point of the page', () => {
  it('is found in the text', () => {
    const { index, page } = indexOf('<p>  One   two</p><p>three</p><p hidden>no</p>');
    const [first, second, hidden] = Array.from(page.querySelectorAll('p'), (paragraph) => paragraph.firstChild);
    const at = (node: ChildNode | null | undefined, offset: number) =>
      node ? offsetAt(index, node, offset) : undefined;
    expect([0, 1, 2, 3, 5].map((offset) => at(first, offset))).toEqual([0, 0, 0, 1, 3]);
    // Amid white space, and at its end.
    expect([6, 7, 8, 11, 99].map((offset) => at(first, offset))).toEqual([4, 4, 4, 7, 7]);
    expect(at(second, 2)).toBe(10);
    expect(at(hidden, 1)).toBeNull();
    expect(offsetAt(index, page.body, 0)).toBeNull();
  });
});

const BITS = [
  'One',
  ' ',
  '  ',
  '\n',
  ' two',
  'three ',
  '&nbsp;',
  '&shy;',
  '&#8203;',
  '<br>',
  '<br> ',
  '<b>',
  '</b>',
  '<i>four',
  '</i>',
  '<script>s()</script>',
  '<span hidden>no</span>',
  '<!-- c -->',
  '<span>',
  '</span>',
  '.',
  '“',
  '<wbr>',
  '<p>',
  '<div>',
  '</div>',
  '<x-y>',
  '</x-y>',
];

describe('for any markup', () => {
  const body = fc.array(fc.constantFrom(...BITS), { maxLength: 30 }).map((bits) => bits.join(''));
  it('every span has ranges that say it, and their ends lead back', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(), (markup, from, length) => {
        const { index } = indexOf(markup);
        expect(index.text).toBe(index.text.split('\n').map(single).filter(Boolean).join('\n'));
        const start = index.text === '' ? 0 : from % index.text.length;
        const end = Math.min(index.text.length, start + (length % 40));
        const ranges = rangesOf(index, { start, end });
        const said = index.text.slice(start, end);
        // A line break and a paragraph's end are no characters of the page.
        expect(ranges.map(String).join('').replace(/\s+/g, '')).toBe(said.replace(/\s+/g, ''));
        const [first] = ranges;
        if (first !== undefined && /^\S/.test(said))
          expect(offsetAt(index, first.startContainer, first.startOffset)).toBe(start);
        for (const range of ranges) expect(range.collapsed).toBe(false);
      }),
      { numRuns: 400 * ROUNDS },
    );
  });
});
