import { describe, expect, it } from 'vitest';
import { indexWholePage, type WholePage } from '@/lib/article/page-text.ts';
import { selectionBoxes, selectionRect, selectionSpan } from '@/lib/article/selection.ts';
import { openPage } from './open-page.ts';

const open = (body: string): Document => openPage(`<!doctype html><body>${body}</body>`);
type Point = readonly [node: Node | null | undefined, offset: number];

/** Selects from the one point to the other, whichever comes first. */
function select(page: Document, [from, start]: Point, [to, end]: Point): void {
  if (!from || !to) throw new Error('no such node');
  page.getSelection()?.setBaseAndExtent(from, start, to, end);
}

/** What browsers have for selections that reach into shadow roots, and the DOM of tests lacks. */
function compose(page: Document, [startContainer, startOffset]: Point, [endContainer, endOffset]: Point): void {
  select(page, [page.body, 0], [page.body, 0]);
  const value = ({ shadowRoots }: { shadowRoots: readonly ShadowRoot[] }) =>
    shadowRoots.length === 0 ? [] : [{ startContainer, startOffset, endContainer, endOffset }];
  Object.defineProperty(page.getSelection(), 'getComposedRanges', { value, configurable: true });
}

function selected(page: Document, index: WholePage = indexWholePage(page)): string | null {
  const span = selectionSpan(index);
  return span === null ? null : index.text.slice(span.start, span.end);
}

const BODY =
  '<p id="a">  One <b>two</b> three </p>\n<p id="b">four<script>x()</script> five</p><p hidden>no</p><ul><li>six</ul>';

describe('what is selected', () => {
  const page = open(BODY);
  const [a, b, list] = ['#a', '#b', 'ul'].map((name) => page.querySelector(name));
  const [hidden, script, bold] = ['[hidden]', 'script', 'b'].map((name) => page.querySelector(name));
  it.each<[string, Point, Point, string | null]>([
    ['letters', [a?.firstChild, 3], [a?.firstChild, 5], 'ne'],
    ['over elements', [a?.firstChild, 2], [bold?.firstChild, 2], 'One tw'],
    ['backwards', [bold?.firstChild, 2], [a?.firstChild, 2], 'One tw'],
    ['with white space around', [a?.firstChild, 0], [a?.lastChild, 7], 'One two three'],
    ['of white space alone', [a?.firstChild, 0], [a?.firstChild, 2], null],
    ['to the start of the next paragraph', [a?.firstChild, 0], [b?.firstChild, 0], 'One two three'],
    ['to the start of the next paragraph’s element', [a, 0], [b, 0], 'One two three'],
    ['an element', [page.body, 0], [page.body, 1], 'One two three'],
    ['within elements', [a, 1], [a, 2], 'two'],
    ['between elements', [a, 1], [a, 1], null],
    ['over paragraphs', [bold, 0], [b, 1], 'two three\nfour'],
    ['over a script', [b, 0], [b, 3], 'four five'],
    ['into a script', [b?.firstChild, 1], [script?.firstChild, 2], 'our'],
    ['from a script', [script?.firstChild, 1], [list, 1], 'five\nsix'],
    ['into what is hidden', [b?.lastChild, 1], [hidden?.firstChild, 2], 'five'],
    ['nothing but hidden words', [hidden?.firstChild, 0], [hidden?.firstChild, 2], null],
    ['all', [page.body, 0], [page.body, page.body.childNodes.length], 'One two three\nfour five\nsix'],
    ['all by the document', [page, 0], [page, page.childNodes.length], 'One two three\nfour five\nsix'],
    ['nothing', [a?.firstChild, 3], [a?.firstChild, 3], null],
  ])('%s', (_name, from, to, text) => {
    select(page, from, to);
    expect(selected(page)).toBe(text);
  });

  it.each([
    ['<textarea>', true],
    ['<input>', true],
    ['<input type="search">', true],
    ['<input type="checkbox">', false],
    ['<button>', false],
  ])('is nothing while the reader is in a field: %s', (field, isNothing) => {
    const form = open(`<p>One</p>${field}`);
    form.querySelector<HTMLElement>('textarea, input, button')?.focus();
    select(form, [form.querySelector('p'), 0], [form.querySelector('p'), 1]);
    expect(selected(form)).toBe(isNothing ? null : 'One');
  });
  it('is nothing before anything was selected, and of a page without text', () => {
    expect(selected(open('<p>One'))).toBeNull();
    const empty = open('<b></b>');
    select(empty, [empty.body, 0], [empty.body, 1]);
    expect(selected(empty)).toBeNull();
  });
});

describe('what is selected in a shadow root', () => {
  const page = open('<p>One</p><x-box><i>four</i></x-box><p>six</p>');
  const [before, after] = page.querySelectorAll('p');
  const root = page.querySelector('x-box')?.attachShadow({ mode: 'open' });
  const part = (text: string): Element => Object.assign(page.createElement('p'), { textContent: text });
  root?.append(part('two'), part('three'), page.createElement('slot'), part('five'));
  const [two, three, five] = root?.querySelectorAll('p') ?? [];
  const slotted = page.querySelector('i');
  it.each<[string, Point, Point, string | null]>([
    ['letters', [two?.firstChild, 1], [three?.firstChild, 2], 'wo\nth'],
    ['from elements to elements', [root, 1], [root, 2], 'three'],
    ['from outside', [before, 0], [root, 1], 'One\ntwo'],
    ['to outside', [root, 1], [after, 0], 'three\nfour\nfive'],
    ['to its end', [root, 3], [root, 4], 'five'],
    ['to outside, by letters', [five?.firstChild, 1], [after?.firstChild, 1], 'ive\ns'],
    ['from around it', [page.body, 0], [page.body, 3], 'One\ntwo\nthree\nfour\nfive\nsix'],
    // As Chromium ends and begins what three clicks select.
    ['to the start of what is slotted next', [two?.firstChild, 0], [slotted, 0], 'two\nthree'],
    ['of what is slotted, its end before its start', [five, 0], [slotted?.firstChild, 0], 'four'],
    ['from the end of what is slotted', [slotted, 1], [five, 1], 'five'],
    ['between slotted elements', [slotted?.parentNode, 0], [slotted?.parentNode, 1], 'four'],
    ['into a slot', [two?.firstChild, 0], [slotted?.firstChild, 2], 'two\nthree\nfo'],
  ])('%s', (_name, from, to, text) => {
    compose(page, from, to);
    expect(selected(page)).toBe(text);
  });
  it('is known from the root itself by browsers that know no better', () => {
    const old = open('<x-box></x-box>');
    const box = old.querySelector('x-box')?.attachShadow({ mode: 'open' });
    box?.append('One two');
    select(old, [old.body, 0], [old.body, 0]);
    const range = old.createRange();
    if (box) range.selectNodeContents(box);
    const own = { rangeCount: 1, isCollapsed: false, getRangeAt: () => range };
    Object.defineProperty(box, 'getSelection', { value: () => own });
    expect(selected(old)).toBe('One two');
  });
  it('is no field in a shadow root', () => {
    const form = open('<p>One</p><x-box></x-box>');
    const box = form.querySelector('x-box')?.attachShadow({ mode: 'open' });
    const field = box?.appendChild(form.createElement('input'));
    field?.focus();
    select(form, [form.body, 0], [form.body, 1]);
    expect(selected(form)).toBeNull();
  });
});

describe('what is selected in an embedded page', () => {
  const embedding = () => {
    const page = open('<p>One</p><iframe></iframe><p>three</p>');
    const frame = page.querySelector('iframe');
    const inner = frame?.contentDocument;
    inner?.body.append('two');
    return { page, frame, inner };
  };
  it('counts while the reader is there', () => {
    const { page, frame, inner } = embedding();
    if (inner) select(inner, [inner.body, 0], [inner.body, 1]);
    select(page, [page.body, 0], [page.body, 1]);
    expect(selected(page)).toBe('One');
    frame?.focus();
    expect(selected(page)).toBe('two');
  });
  it('is all of it where it is selected from outside', () => {
    const { page } = embedding();
    select(page, [page.body, 0], [page.body, 3]);
    expect(selected(page)).toBe('One\ntwo\nthree');
  });
});

describe('where it is on the screen', () => {
  const boxed = (page: Document, left: number, top: number): void => {
    const box = { left, top, right: left + 30, bottom: top + 10 };
    const { Range } = page.defaultView ?? {};
    if (Range !== undefined) Object.defineProperty(Range.prototype, 'getClientRects', { value: () => [box] });
  };
  it('is the box of its last line', () => {
    const page = open('<p>One</p><p>two</p>');
    boxed(page, 5, 7);
    select(page, [page.body, 0], [page.body, 1]);
    expect(selectionRect(indexWholePage(page))).toEqual({ left: 5, top: 7, right: 35, bottom: 17 });
    page.getSelection()?.removeAllRanges();
    expect(selectionRect(indexWholePage(page))).toBeNull();
    expect(selectionBoxes(indexWholePage(page))).toEqual([]);
  });
  it('is in the window’s own coordinates for an embedded page too', () => {
    const page = open('<iframe style="padding: 3px 0 0 2px"></iframe>');
    const frame = page.querySelector('iframe');
    const inner = frame?.contentDocument;
    if (!frame || !inner) throw new Error('no frame');
    inner.body.append('two');
    boxed(inner, 5, 7);
    Object.defineProperties(frame, {
      getBoundingClientRect: { value: () => ({ left: 100, top: 200, right: 300, bottom: 300 }) },
      offsetWidth: { value: 100 },
      clientLeft: { value: 1 },
      clientTop: { value: 1 },
    });
    select(inner, [inner.body, 0], [inner.body, 1]);
    frame.focus();
    expect(selectionRect(indexWholePage(page))).toEqual({ left: 116, top: 222, right: 176, bottom: 242 });
  });
});
