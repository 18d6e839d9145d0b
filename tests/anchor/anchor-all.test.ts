import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAll } from '@/lib/anchor/anchor-all.ts';
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { indexPage } from '@/lib/anchor/page-index.ts';
import { anchorOn, note, PARAGRAPHS, spanOf, TEXT, wordsFound } from './pages.ts';

const [HEAD, TALKS, WAGES, MINISTRY, HERALD, PILOTS] = PARAGRAPHS;
const join = (...paragraphs: readonly string[]): string => paragraphs.join('\n');

describe('a passage whose words are unchanged', () => {
  it.each([
    ['where it stood', TEXT, 'ships would sail', 'exact', 'ships would sail'],
    ['further down', `A line was put in front.\n${TEXT}`, 'ships would sail', 'exact', 'ships would sail'],
    [
      'in a moved paragraph',
      join(HEAD, PILOTS, HERALD, TALKS, WAGES),
      'told reporters, adding',
      'exact',
      'told reporters, adding',
    ],
    [
      'with everything around it gone',
      join('Other news.', WAGES.slice(30), 'The end.'),
      'adding that at least 1,200 sailors were still waiting for their wages',
      'exact',
      'adding that at least 1,200 sailors were still waiting for their wages',
    ],
    [
      'with other white space',
      TEXT.replaceAll(' ', '\u00a0\n '),
      'at least 1,200 sailors',
      'folded',
      'at\u00a0\n least\u00a0\n 1,200\u00a0\n sailors',
    ],
    [
      'with other quotation marks',
      TEXT.replace('“Nobody asked us,”', '"Nobody asked us,"'),
      '“Nobody asked us,” Orlov',
      'folded',
      '"Nobody asked us," Orlov',
    ],
    [
      'with ligatures and soft hyphens',
      TEXT.replace('offer stood', 'oﬀer sto\u00adod'),
      'offer stood',
      'folded',
      'oﬀer sto\u00adod',
    ],
    [
      'in capitals',
      join('NOTHING NEW', TEXT.replace(HEAD, HEAD.toUpperCase())),
      'northern ports',
      'folded',
      'NORTHERN PORTS',
    ],
    ['over two paragraphs', `New.\n${TEXT}`, 'by spring.\n“Nobody asked', 'exact', 'by spring.\n“Nobody asked'],
  ] as const)('is found %s', (_name, text, words, kind, found) => {
    expect(anchorOn(text, note(words)).kind).toBe(kind);
    expect(wordsFound(text, note(words))).toBe(found);
  });

  it.each([
    ['a longer dash', 'a--b c–d', 'x a—b c-d y'],
    ['letters apart from their accents', 'café crème', 'un cafe\u0301 cre\u0300me'],
    ['full-width letters', 'ＡＢＣ 123', 'the abc 123 thing'],
  ])('however printed: %s', (_name, exact, text) => {
    const passage = { exact, prefix: '', suffix: '', position: null, heading: null };
    expect(anchorOn(text, passage).kind).toBe('folded');
  });
});

describe('words that stand in several places', () => {
  const twice = join(
    HEAD,
    TALKS,
    'He said so at noon in the harbour.',
    WAGES,
    MINISTRY,
    'Later he said so to the pilots.',
  );
  it('the one with the noted words around it is meant', () => {
    const passage = note('he said', twice.replace('He said so at noon', 'So he said at noon'));
    expect(anchorOn(`Put in front.\n${twice}`, { ...passage, position: null }).kind).not.toBe('orphan');
    const second = describePassage(indexPage(twice), spanOf(twice, 'he said so to'));
    expect(wordsFound(`Put in front.\n${twice}`, second)).toBe('he said so to');
  });
  it('common words are not found elsewhere when their own place is gone', () => {
    expect(
      anchorOn(
        join(HEAD, TALKS, WAGES, 'But he said something else, on quite another day, about fish.'),
        note('he said'),
      ),
    ).toEqual({ kind: 'orphan' });
  });
  it('a paragraph that begins as the one that is gone is not it', () => {
    const text = join(
      HEAD,
      TALKS,
      'The company will pay the fine.',
      'The company also sells fish, ice and salt abroad.',
      PILOTS,
    );
    const passage = note('The company', text);
    expect(
      wordsFound(join(HEAD, TALKS, 'The company also sells fish, ice and salt abroad.', PILOTS), passage),
    ).toBeNull();
  });
  it('nothing tells: all are named, in reading order', () => {
    const passage = { exact: 'again', prefix: '', suffix: '', position: null, heading: null };
    expect(anchorOn('again and again', passage)).toEqual({
      kind: 'ambiguous',
      spans: [
        { start: 0, end: 5 },
        { start: 10, end: 15 },
      ],
    });
  });
  it('the heading above tells', () => {
    const text = 'North\nprices rose again\nSouth\nprices rose again';
    const headings = [spanOf(text, 'North'), spanOf(text, 'South')];
    const passage = { exact: 'prices rose again', prefix: '', suffix: '', position: null, heading: 'South' };
    expect(anchorAll(indexPage(text, headings), [passage])).toEqual([{ kind: 'exact', span: { start: 30, end: 47 } }]);
  });
  it('other notes tell how far the page has moved', () => {
    const row = 'Read more about this and share it with friends who care. ';
    const text = `${TEXT}\n${row.repeat(9)}\n${PILOTS.toUpperCase()}`;
    const page = indexPage(text);
    const start = TEXT.length + 1 + 4 * row.length;
    const passages = [
      describePassage(page, { start, end: start + 9 }),
      ...[MINISTRY, HERALD, PILOTS].map((words) => describePassage(page, spanOf(text, words.slice(9, 60)))),
    ];
    const front = `${'Something new was put in front of it all. '.repeat(3)}\n`;
    const results = anchorAll(indexPage(front + text), passages);
    expect(results[0]).toEqual({ kind: 'exact', span: { start: start + front.length, end: start + front.length + 9 } });
  });
  it('short words do not stand within longer ones', () => {
    const passage = { exact: 'he', prefix: '', suffix: '', position: null, heading: null };
    expect(wordsFound('then there was a man, he ran', passage)).toBe('he');
    expect(anchorOn('then there', passage)).toEqual({ kind: 'orphan' });
  });
});

describe('a passage in which words were edited', () => {
  it.each([
    [
      'a word replaced',
      ['1,200 sailors', '1,500 sailors'],
      'at least 1,200 sailors were',
      'at least 1,500 sailors were',
    ],
    [
      'the first word replaced',
      ['at least 1,200', 'nearly 1,200'],
      'least 1,200 sailors were still waiting',
      'nearly 1,200 sailors were still waiting',
    ],
    ['a word left out', ['still waiting', 'waiting'], 'sailors were still waiting for', 'sailors were waiting for'],
    [
      'words put in',
      ['still waiting', 'still, after four long months, waiting'],
      'were still waiting for their',
      'were still, after four long months, waiting for their',
    ],
    ['a name of two words', ['Kiva Herald', 'Kiva Times'], 'Kiva Herald', 'Kiva Times'],
    [
      'the full stop stays with it',
      ['their wages.', 'their pay and wages.'],
      'for their wages.',
      'for their pay and wages.',
    ],
  ] as const)('%s', (_name, [was, is], words, found) => {
    const text = TEXT.replace(was, is);
    expect(anchorOn(text, note(words)).kind).toBe('fuzzy');
    expect(wordsFound(text, note(words))).toBe(found);
  });
  it('a paragraph put into it', () => {
    const text = join(
      HEAD,
      TALKS,
      WAGES,
      'Advertisement: buy fish, ice and salt from the quay, fresh every day.',
      MINISTRY,
      HERALD,
    );
    const passage = note('still waiting for their wages.\nA spokesman for the ministry, who was');
    expect(wordsFound(text, passage)).toBe(text.slice(text.indexOf('still waiting'), text.indexOf(' not authorised')));
  });
  it('a passage of many pages, by its ends', () => {
    const words = Array.from({ length: 20_000 }, (_, n) => `w${(n * 7919) % 9973}${n % 7}`);
    const page = indexPage(`in front ${words.join(' ')} behind`);
    const passage = describePassage(page, { start: 9, end: page.text.length - 7 });
    const now = words.map((word, n) => (n % 9 === 4 ? 'edited' : word)).join(' ');
    expect(wordsFound(`A new line.\nin front ${now} behind`, passage)).toBe(now);
  });
  it.each([
    ['the paragraph is gone', join(HEAD, TALKS, MINISTRY, HERALD, PILOTS), WAGES],
    ['the page is another', 'Quite another page, which speaks of fish, ice and salt.', WAGES],
    ['nothing is left', '', 'wages'],
  ])('is not found where %s', (_name, text, words) => {
    expect(anchorOn(text, note(words))).toEqual({ kind: 'orphan' });
  });
});

describe('a passage from another tool', () => {
  it('is found by raw text, contexts cut in a word, no position', () => {
    const passage = {
      exact: 'at least\n      1,200 sailors',
      prefix: 'ed us,”\n  Orlov told reporters,  adding that ',
      suffix: '\twere still waiting for their wages.A spokes',
      position: null,
      heading: null,
    };
    expect(wordsFound(TEXT, passage)).toBe('at least 1,200 sailors');
  });
  it('is found though its position counts another text', () => {
    expect(wordsFound(TEXT, { ...note('union refused'), position: { start: 3, end: 16 } })).toBe('union refused');
  });
});

describe('whatever the text', () => {
  const anyText = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      ' ',
      '\n',
      'é',
      '😀',
      '\ud800',
      '中',
      'ש',
      'word ',
      'the ',
      '-',
      '“',
      '\u00ad',
      'ﬁ',
    ),
  });

  it('what is described is found where it is', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = Array.from(text);
        fc.pre(points.length > 0);
        const [one = 0, other = 0] = [a % points.length, b % points.length].sort((x, y) => x - y);
        const start = points.slice(0, one).join('').length;
        const span = { start, end: start + points.slice(one, other + 1).join('').length };
        expect(anchorOn(text, describePassage(indexPage(text), span))).toEqual({ kind: 'exact', span });
      }),
    );
  });
  it('edits outside leave it found', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: TEXT.length - 80 }),
        fc.integer({ min: 40, max: 79 }),
        fc.lorem(),
        (at, length, other) => {
          const start = TEXT.indexOf(' ', at) + 1;
          const words = TEXT.slice(start, TEXT.indexOf(' ', start + length));
          fc.pre(words.length >= 40);
          expect(wordsFound(`${other}\n${TEXT}\n${other}`, note(words))).toBe(words);
        },
      ),
    );
  });
  it('never throws, and only finds what is within', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, fc.option(fc.nat()), (text, exact, prefix, suffix, at) => {
        const position = at === null ? null : { start: at, end: at + exact.length };
        const result = anchorOn(text, { exact, prefix, suffix, position, heading: null });
        const spans = result.kind === 'ambiguous' ? result.spans : 'span' in result ? [result.span] : [];
        for (const { start, end } of spans) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
  it.each([
    ['one letter over and over', 'a'.repeat(1_000_000), 'a'.repeat(100_000)],
    ['one word over and over', 'ha '.repeat(300_000), 'ha '.repeat(30_000)],
    [
      'a long quote that is not there',
      'the cat sat on a mat. '.repeat(45_000),
      'some dog ran to the hill. '.repeat(4000),
    ],
    ['lone surrogates', '\ud800'.repeat(200_000), '\udc00'.repeat(1000)],
  ])('hostile: %s', (_name, text, exact) => {
    const passage = { exact, prefix: exact.slice(0, 1000), suffix: '', position: { start: 7, end: 9 }, heading: null };
    expect(['exact', 'folded', 'fuzzy', 'ambiguous', 'orphan']).toContain(anchorOn(text, passage).kind);
  });
});
