import { WORDS } from './report-words-stub.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '@/lib/core/article.ts';
import type { TextHash } from '@/lib/core/ids.ts';
import type { ArticleReport, ReportMark, ReportNote } from '@/lib/exchange/report-passages.ts';
import { articleReport } from '@/lib/exchange/report.ts';
import { verdictIn } from '@/lib/text/verdict-words.ts';
import { ENGLISH } from '../ui/i18n-stub.ts';
import { axeViolations } from '../ui/check-axe.ts';
import { arbitraryArticle, arbitraryNote, arbitraryText } from './arbitrary-note.ts';
import { NOTHING_NOTED, SAMPLE, SAVED, TEXT, asked, madeNote } from './sample-report.ts';

const documentOf = (report: ArticleReport): Document =>
  new DOMParser().parseFromString(articleReport(report, WORDS), 'text/html');
const all = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)];
const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** The article's words as the report shows them, without the numbers. */
const articleText = (root: Document): string[] =>
  all(root, '.words p').map((paragraph) => {
    all(paragraph, 'sup').forEach((number) => number.remove());
    return paragraph.textContent;
  });

describe('the report', () => {
  const page = documentOf(SAMPLE);

  it('is one file that loads and runs nothing', () => {
    const source = articleReport(SAMPLE, WORDS);
    expect(source).toMatch(/^<!doctype html>/i);
    expect(all(page, 'script, link, img, iframe, object, embed, form, base')).toEqual([]);
    expect(source).not.toMatch(/url\(|@import|\son\w+=/);
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  });

  it('heads the article with its source and dates', () => {
    const head = wordsOf(page.querySelector('header'));
    for (const words of [
      'The Strait Courier · Lena Ortiz and Paul Weir',
      'Published March 3, 2021',
      'updated March 4, 2021',
      'last read March 4, 2021',
      '12 sentences read · 4 marked · 6 notes and flags',
      'Unmarked does not mean checked.',
    ])
      expect(head).toContain(words);
    expect(page.documentElement.lang).toBe('en');
    expect(page.title).toBe(SAVED.title);
  });

  it('shows the whole text, its passages by pattern and number', () => {
    expect(articleText(documentOf(SAMPLE))).toEqual(TEXT.split('\n'));
    const numbers = all(page, '.words sup').map(wordsOf);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6']);
    const named = new Set(all(page, '.words mark').map((mark) => mark.className));
    expect([...named].sort()).toEqual([
      'mark agree',
      'mark differ',
      'mark differ own orange flag',
      'mark differ own yellow flag',
      'own purple',
      'own sky',
    ]);
    expect(all(page, '.legend li').map(wordsOf)).toHaveLength(4);
  });

  it('leads from each number to its passage and back', () => {
    for (const link of all(page, 'a[href^="#"]')) {
      const target = page.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      expect(target, link.outerHTML).not.toBeNull();
    }
  });

  it('tells who says what: each account with its source, link and dates', () => {
    const first = page.getElementById('passage-1');
    const accounts = all(first ?? page, '.accounts li').map(wordsOf);
    expect(accounts.length).toBe(7);
    expect(accounts[0]).toContain('Jonas Reed, head of the dockers’ delegation says · March 2, 2021 (“Tuesday”)');
    expect(accounts[0]).toContain('“for the first time we have it in writing”');
    expect(accounts[0]).toContain('Harbour Ledger · “Cranes stand still” · Ana Brandt · March 2, 2021');
    expect(first?.querySelector('.accounts a')?.getAttribute('href')).toMatch(
      /^https:\/\/ledger\.example\/cranes#:~:text=/,
    );
    expect(wordsOf(first?.querySelector('.meant h5'))).toBe('The talks brought nothing, and much work remains.');
    expect(wordsOf(page.querySelector('#passage-4 table'))).toContain(
      'about 4,000 people Jonas Reed, in Harbour Ledger',
    );
  });

  it('tells it once: further passages on a question lead there', () => {
    const second = page.getElementById('passage-2');
    expect(all(second ?? page, '.accounts')).toEqual([]);
    expect(second?.querySelector('.meta a')?.getAttribute('href')).toBe('#passage-1');
    expect(wordsOf(second)).toContain('This sentence gives another answer');
  });

  it('has the reader’s own: kind, words, tags, dates, what they rest on, what changed', () => {
    const flag = wordsOf(page.querySelector('#passage-1 .note'));
    for (const words of [
      'Flag: missing context',
      'Ask the press office',
      'tags: shipowners and to check',
      'What the flag rests on',
      '7 accounts · from Harbour talks 2021, version 1.2.0',
    ])
      expect(flag).toContain(words);
    expect(wordsOf(page.querySelector('#passage-4 .changed'))).toBe(
      'The words as noted “1,500 people” The words now “1,800 people”',
    );
    expect(wordsOf(page.querySelector('.orphan'))).toContain(
      '…According to the mayor’s office a second page was withdrawn at noon, after a call',
    );
    expect(wordsOf(page.querySelector('[aria-labelledby="whole"]'))).toContain('No word on the crane drivers’ union');
  });

  it('shows the evidence in full where the question stands nowhere else', () => {
    const unmarked = documentOf({ ...SAMPLE, marks: [] });
    expect(all(unmarked, '.evidence .accounts > li')).toHaveLength(7);
    expect(all(page, '.evidence .accounts > li')).toHaveLength(0);
  });

  it('says so where nothing is marked, and where the text was not kept', () => {
    const empty = documentOf(NOTHING_NOTED);
    expect(wordsOf(empty.querySelector('.text'))).toContain('Nothing in this text is marked or noted.');
    const textless = documentOf({ ...SAMPLE, text: null });
    expect(wordsOf(textless.querySelector('main'))).toContain('was not kept');
    expect(all(textless, '.passage')).toHaveLength(6);
    expect(all(textless, 'a[href^="#text"]')).toEqual([]);
  });

  it('has its headings in order, and nothing that axe objects to', async () => {
    const levels = all(page, 'h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
    document.replaceChild(document.adoptNode(documentOf(SAMPLE).documentElement), document.documentElement);
    expect(await axeViolations(document.documentElement)).toEqual([]);
  });

  it('judges nobody', () => {
    const own = Object.entries(ENGLISH).filter(([key]) => key.startsWith('report'));
    expect(own.length).toBeGreaterThan(25);
    expect(own.filter(([, { message }]) => verdictIn(message) !== null)).toEqual([]);
    expect(verdictIn(wordsOf(page.body))).toBeNull();
  });
});

const spanIn = (length: number): fc.Arbitrary<Span> =>
  fc
    .tuple(fc.nat(length + 2), fc.nat(length + 2))
    .map(([a, b]) => ({ start: Math.min(a, b) - 1, end: Math.max(a, b) }));
const state: fc.Arbitrary<ReportNote['state']> = fc.oneof(
  fc.constant({ kind: 'found' as const }),
  arbitraryText().map((now) => ({ kind: 'changed' as const, now })),
  fc.nat(9).map((places) => ({ kind: 'ambiguous' as const, places })),
);

/** Cards of the made-up pack, everything else hostile. */
const arbitraryReport: fc.Arbitrary<ArticleReport> = fc
  .tuple(fc.array(arbitraryText(), { maxLength: 4 }), arbitraryArticle(SAVED.key, 'https://a.example/"><x>'))
  .map(([blocks, article]) => ({ ...SAMPLE, article, text: { ...TEXT_KEPT, text: blocks.join('\n') } }))
  .chain((report) => {
    const span = spanIn(report.text.text.length);
    const mark: fc.Arbitrary<ReportMark> = fc.record({
      span,
      text: arbitraryText(),
      questions: fc.constant(QUESTIONS),
    });
    const note: fc.Arbitrary<ReportNote> = fc.record({ note: arbitraryNote, state, span: fc.option(span) });
    return fc.record({
      ...Object.fromEntries(Object.entries(report).map(([name, value]) => [name, fc.constant(value)])),
      marks: fc.array(mark, { maxLength: 3 }),
      notes: fc.array(note, { maxLength: 4 }),
    }) as unknown as fc.Arbitrary<ArticleReport>;
  });
const TEXT_KEPT = { article: SAVED.key, hash: 'a0' as TextHash, first: 0, last: 0 };
const QUESTIONS: ReportMark['questions'] = [asked('q-outcome', 'same', 0), asked('q-dockers', 'on-question', null)];

const OURS =
  /^(?:html|head|meta|title|style|body|main|header|footer|section|h[1-6]|p|a|span|mark|sup|ul|ol|li|div|b|q|blockquote|table|caption|thead|tbody|tr|th|td|dl|dt|dd|strong|em|del|code|pre|br|hr)$/;
const ATTRIBUTES =
  /^(?:id|class|href|rel|lang|dir|aria-label|aria-labelledby|scope|charset|http-equiv|content|name|role|value)$/;

describe('whatever the words', () => {
  it('only the report’s own elements come out, the text is whole, links lead to the web or within', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const page = documentOf(report);
        for (const element of all(page, '*')) {
          expect(element.localName).toMatch(OURS);
          expect(element.getAttributeNames().filter((name) => !ATTRIBUTES.test(name))).toEqual([]);
        }
        const links = all(page, 'a').map((link) => link.getAttribute('href') ?? '');
        expect(links.filter((href) => !/^(?:#(?:text|passage)-\d+|(?:https?:\/\/|mailto:).*)$/s.test(href))).toEqual(
          [],
        );
        const within = links.filter((href) => href.startsWith('#')).map((href) => page.getElementById(href.slice(1)));
        expect(within).not.toContain(null);
        const blocks = (report.text?.text ?? '').split('\n').filter((block) => /\S/.test(block));
        expect(articleText(page)).toEqual(blocks.map((block) => block.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '\uFFFD')));
        const ids = all(page, '[id]').map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 30 },
    );
  });
  it('the reader’s own words all come back', () => {
    fc.assert(
      fc.property(arbitraryNote, (note) => {
        const kept = { ...note, deleted: null };
        const page = documentOf({ ...NOTHING_NOTED, notes: [{ note: kept, state: { kind: 'orphan' }, span: null }] });
        const numbers = all(page, '.body li').map((item) => item.getAttribute('value'));
        const shown = `${page.querySelector('.body')?.textContent} ${numbers.join(' ')}`;
        const words = note.body.match(/[\p{L}\p{N}]+/gu) ?? [];
        expect(words.filter((word) => !shown.includes(word))).toEqual([]);
        const noted = page.querySelector('.noted')?.textContent;
        if (note.passage !== null) expect(noted).toBe(note.passage.exact.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '\uFFFD'));
      }),
      { numRuns: 30 },
    );
  });
  it('their Markdown is the report’s own elements', () => {
    const body = [
      '# Title',
      '**a** *b* ~~c~~ `d` <b>\ne',
      '> f\n> > g',
      '3. h\n5. [x] i',
      '- [ ] j',
      '| k | l |\n|---|---|\n| m | n |',
      '```sh\no\n```',
      '[p](https://a.example/p) https://a.example/q ![r](https://a.example/r.png) [s](javascript:s)',
    ].join('\n\n');
    const note = madeNote(null, { body });
    const page = documentOf({ ...NOTHING_NOTED, notes: [{ note, state: { kind: 'orphan' }, span: null }] });
    const [own] = all(page, '.body');
    if (own === undefined) throw new Error('no body');
    const first = (name: string) => wordsOf(own.querySelector(name));
    expect(['strong', '[dir] + [dir]', 'em', 'del', 'code'].map(first)).toEqual([
      'Title',
      'a b c d <b>e',
      'b',
      'c',
      'd',
    ]);
    expect(first('blockquote blockquote')).toBe('g');
    expect(all(own, 'li').map((item) => [item.getAttribute('value'), wordsOf(item)])).toEqual([
      ['3', 'h'],
      ['5', '☑ i'],
      [null, '☐ j'],
    ]);
    expect(all(own, 'tr').map(wordsOf)).toHaveLength(2);
    expect(first('pre')).toBe('o');
    expect(all(own, 'a').map((link) => link.getAttribute('href'))).toEqual([
      'https://a.example/p',
      'https://a.example/q',
      'https://a.example/r.png',
    ]);
    expect(all(own, '.on-paper').map(wordsOf)).toEqual(['(https://a.example/p)', '(https://a.example/r.png)']);
    expect(wordsOf(own)).toContain('[s](javascript:s)');
    expect(all(own, 'h1, h2, h3, h4, h5, h6, img')).toEqual([]);
  });
});
