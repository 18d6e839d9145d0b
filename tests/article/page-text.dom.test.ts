import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexWholePage, indexWholePageInSlices, observableRoots, type WholePage } from '@/lib/article/page-text.ts';
import { offsetAt, rangesOf } from '@/lib/article/text-index.ts';
import { ROUNDS } from '@/tests/rounds.ts';
import { openPage } from './open-page.ts';

const open = (body: string): Document => openPage(`<!doctype html><body>${body}</body>`);
const textOf = (body: string): string => indexWholePage(open(body)).text;
const spoken = (index: WholePage): string =>
  rangesOf(index, { start: 0, end: index.text.length }).map(String).join('|');

/** Puts a page into the frame, as a page of the same site would stand in it. */
function fill(frame: Element | null | undefined, body: string): Document {
  const inner = frame instanceof Object && 'contentDocument' in frame ? frame.contentDocument : null;
  if (inner === null || !isDocument(inner)) throw new Error('no frame');
  for (const child of Array.from(open(body).body.childNodes)) inner.body.append(inner.adoptNode(child));
  return inner;
}
const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && 'body' in value;

describe('the text of a page', () => {
  it.each([
    [
      'is all there is to see',
      '<nav><a href="/">Home</a></nav><main><h1>Talks</h1><p>They  met.</p></main><footer>© Herald</footer>',
      'Home\nTalks\nThey met.\n© Herald',
    ],
    [
      'is no script, style or field',
      '<p>One<script>x()</script><style>p{}</style><textarea>no</textarea><select><option>no</select><noscript>no</noscript><template>no</template></p>',
      'One',
    ],
    ['is nothing hidden', '<p>One</p><p hidden>no</p><div style="display:none">no</div>', 'One'],
    [
      'has furniture by any name',
      '<div class="sidebar related">One</div><aside>two</aside><div class="comments">three</div>',
      'One\ntwo\nthree',
    ],
    ['may be none', '', ''],
  ])('%s', (_name, body, text) => expect(textOf(body)).toBe(text));

  it('knows its headings', () => {
    const { text, headings } = indexWholePage(
      open('<h1>The <i>talks</i></h1><p>a</p><div role="heading">Day two</div><h2> </h2><p>b'),
    );
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['The talks', 'Day two']);
  });
  it('is none of a page without a body, or that answers for itself', () => {
    const bare = open('');
    bare.body.remove();
    expect(indexWholePage(bare)).toMatchObject({ text: '', roots: [], documents: [bare] });
    expect(textOf('<img name="querySelector"><p>One')).toBe('');
  });
  it('leaves the page as it is, and gives the same in slices', async () => {
    const page = open('<h1>One</h1><p>two <b>three</b></p><iframe></iframe>');
    const before = page.documentElement.outerHTML;
    const { signal } = new AbortController();
    expect((await indexWholePageInSlices(page, { signal }))?.text).toBe(indexWholePage(page).text);
    expect(page.documentElement.outerHTML).toBe(before);
    expect(await indexWholePageInSlices(page, { signal: AbortSignal.abort() })).toBeNull();
  });
  it('is bounded', () => {
    const page = open('');
    const deep = page.createElement('p');
    deep.textContent = 'deep';
    let top: Element = deep;
    for (let depth = 0; depth < 2000; depth += 1) {
      const outer = page.createElement('div');
      outer.append(top);
      top = outer;
    }
    page.body.append(top, 'end');
    expect(indexWholePage(page).text).toBe('deep\nend');
  });
});

describe('what style sheets hide', () => {
  const withVisibility = (page: Document): Document => {
    for (const element of page.querySelectorAll('*')) {
      const isShown = () =>
        element.closest('.off') === null &&
        element.parentElement?.closest('details:not([open]) > :not(summary)') == null &&
        !element.matches('details:not([open]) > :not(summary)');
      Object.defineProperty(element, 'checkVisibility', { value: isShown });
    }
    return page;
  };
  it.each([
    ['is left out', '<p>One</p><p class="off">no</p>', 'One'],
    ['is taken while it is all there is', '<div class="off"><p>One</p></div>', 'One'],
    [
      'is taken from a fold, which the reader may open',
      '<details><summary>One</summary><p>two</p><details><p>three</p></details></details>',
      'One\ntwo\nthree',
    ],
    ['is left out with its folds', '<p>One</p><div class="off"><details><p>no</p></details></div>', 'One'],
  ])('%s', (_name, body, text) => expect(indexWholePage(withVisibility(open(body))).text).toBe(text));
});

describe('shadow roots and embedded pages', () => {
  it('are read where they show', () => {
    const page = open('<p>One</p><x-box><i>three</i></x-box><iframe></iframe><p>six</p>');
    const root = page.querySelector('x-box')?.attachShadow({ mode: 'open' });
    root?.append('two ', page.createElement('slot'));
    const inner = fill(page.querySelector('iframe'), '<h2>four</h2><p>five</p>');
    const index = indexWholePage(page);
    expect(index.text).toBe('One\ntwo three\nfour\nfive\nsix');
    expect(spoken(index).replace(/\s*\|/g, '|')).toBe('One|two|three|four|five|six');
    expect(index.headings).toHaveLength(1);
    expect(index.roots).toEqual([page.body, inner.body]);
    expect(observableRoots(index)).toEqual([page, inner, root]);
    const five = inner.querySelector('p')?.firstChild;
    expect(five && offsetAt(index, five, 2)).toBe(index.text.indexOf('five') + 2);
  });
  it('are read within each other', () => {
    const page = open('<x-box></x-box>');
    const root = page.querySelector('x-box')?.attachShadow({ mode: 'open' });
    root?.append(page.createElement('iframe'));
    const inner = fill(root?.querySelector('iframe'), '<p>One</p><x-in></x-in>');
    const within = inner.querySelector('x-in')?.attachShadow({ mode: 'open' });
    within?.append('two');
    const index = indexWholePage(page);
    expect(index.text).toBe('One\ntwo');
    expect(index.shadowRoots).toEqual([root, within]);
  });
  it('part the words around them', () => {
    const page = open('<p>One <iframe></iframe> three</p>');
    fill(page.querySelector('iframe'), 'two');
    expect(indexWholePage(page).text).toBe('One\ntwo\nthree');
  });
  it('are left out where style sheets hide them', () => {
    const page = open('<p>One</p><iframe></iframe>');
    fill(page.querySelector('iframe'), 'no');
    Object.defineProperty(page.querySelector('iframe'), 'checkVisibility', { value: () => false });
    expect(indexWholePage(page).text).toBe('One');
  });
  it('are left out where they are hidden, of another site, trapped, or too many and too deep', () => {
    const page = open('<iframe hidden></iframe><iframe id="far"></iframe><iframe id="trap"></iframe><p>One</p>');
    fill(page.querySelector('[hidden]'), 'no');
    Object.defineProperty(page.querySelector('#far'), 'contentDocument', { value: null });
    fill(page.querySelector('#trap'), 'no<img name="querySelector">');
    expect(indexWholePage(page).text).toBe('One');
    const many = open('<iframe></iframe>'.repeat(30));
    for (const frame of many.querySelectorAll('iframe')) fill(frame, 'a');
    expect(indexWholePage(many).documents).toHaveLength(21);
    const deep = open('<iframe></iframe>');
    let last = fill(deep.querySelector('iframe'), '1<iframe></iframe>');
    for (let depth = 2; depth < 6; depth += 1) last = fill(last.querySelector('iframe'), `${depth}<iframe></iframe>`);
    expect(indexWholePage(deep).text).toBe('1\n2\n3');
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
  '👩&zwj;🚀',
  '<p>',
  '<div>',
  '</div>',
  '<div style="display:inline">five</div>',
  '<x-y>',
  '<h2>',
  '</x-y>',
];

describe('however the page’s texts are cut into nodes', () => {
  const body = fc.array(fc.constantFrom(...BITS), { maxLength: 30 }).map((bits) => bits.join(''));
  const textsIn = (page: Document): Text[] => {
    const walker = page.createTreeWalker(page.body, 4);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.nodeType === 3 && 'splitText' in node) texts.push(node as Text);
    return texts;
  };
  it('the text is the same', () => {
    fc.assert(
      fc.property(body, (markup) => {
        const page = open(markup);
        const { text, headings } = indexWholePage(page);
        for (const node of textsIn(page)) for (let rest = node; rest.length > 1;) rest = rest.splitText(1);
        const split = indexWholePage(page);
        expect(split.text).toBe(text);
        expect(split.headings).toEqual(headings);
        expect(rangesOf(split, { start: 0, end: text.length }).map(String).join('').replace(/\s+/g, '')).toBe(
          text.replace(/\s+/g, ''),
        );
      }),
      { numRuns: 100 * ROUNDS },
    );
  });
});
