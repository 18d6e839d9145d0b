import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseError } from '@/lib/core/parse.ts';
import * as payloads from '@/lib/messages/parse-payloads.ts';
import { ROUNDS } from '@/tests/rounds.ts';

const article = {
  title: 'T',
  url: null,
  published: '2022-03-30',
  language: 'en',
  sentences: [{ text: 'One.', role: 'body', block: 0 }],
};

describe('parseMatchAsk', () => {
  it('keeps what it knows and drops the rest', () => {
    const ask = { article: { ...article, secret: 1 }, packs: ['p'], which: [0], extra: true };
    expect(payloads.parseMatchAsk(ask)).toEqual({ article, packs: ['p'], which: [0] });
  });
  it('leaves out sentences that are not there', () => {
    expect(payloads.parseMatchAsk({ article, packs: [], which: [0, 1, 99] }).which).toEqual([0]);
  });
  it.each([
    ['no article', { packs: [], which: [] }, 'article'],
    [
      'a role it does not know',
      { article: { ...article, sentences: [{ text: 'a', role: 'x', block: 0 }] }, packs: [], which: [] },
      'article.sentences[0].role',
    ],
    ['a negative index', { article, packs: [], which: [-1] }, 'ask.which[0]'],
    [
      'a sentence of a megabyte',
      { article: { ...article, sentences: [{ text: 'a'.repeat(1e6), role: 'body', block: 0 }] }, packs: [], which: [] },
      'article.sentences[0].text',
    ],
  ])('refuses %s', (_name, ask, path) => {
    expect(() => payloads.parseMatchAsk(ask)).toThrow(expect.objectContaining({ path }) as Error);
  });
  it('takes a date that is none for no date', () => {
    expect(
      payloads.parseMatchAsk({ article: { ...article, published: 'yesterday' }, packs: [], which: [] }).article
        .published,
    ).toBeNull();
  });
});

describe('parseSettingsChange', () => {
  it('takes some and ignores what it does not know', () => {
    const known = { theme: 'dark', level: 'more' };
    expect(payloads.parseSettingsChange({ ...known, other: 1 })).toEqual(known);
  });
  it.each([
    { theme: 'blue' },
    { level: 'all' },
    { level: 2 },
    { offSites: ['a/b'] },
    { offSites: 'a' },
    { firstRunDone: 'yes' },
  ])('refuses %j', (change) => {
    expect(() => payloads.parseSettingsChange(change)).toThrow(ParseError);
  });
});

describe('what the reader says of a mark', () => {
  const ask = { sentence: 'One.', pack: 'p', question: 'q' };
  it.each([
    [{ ...ask, claim: 'c' }, 'c'],
    [{ ...ask, claim: null }, null],
    [ask, null],
    [{ ...ask, claim: 'c', at: 5, verdict: 'no' }, 'c'],
  ])('keeps what it knows: %j', (given, claim) => {
    expect(payloads.parseMarkAsk(given)).toEqual(ask);
    expect(payloads.parseConfirmAsk(given)).toEqual({ ...ask, claim });
  });
  it.each([
    ['nothing', null, 'ask'],
    ['no sentence', { ...ask, sentence: undefined }, 'ask.sentence'],
    ['a sentence of a megabyte', { ...ask, sentence: 'a'.repeat(1e6) }, 'ask.sentence'],
    ['a pack that is no name', { ...ask, pack: 3 }, 'ask.pack'],
    ['no question', { ...ask, question: null }, 'ask.question'],
    ['a claim that is no name', { ...ask, claim: { id: 'c' } }, 'ask.claim'],
    ['a claim longer than any name', { ...ask, claim: 'c'.repeat(81) }, 'ask.claim'],
  ])('refuses %s', (_what, given, path) => {
    expect(() => payloads.parseConfirmAsk(given)).toThrow(expect.objectContaining({ path }) as Error);
  });
});

it('no parser throws anything but a ParseError, whatever it is given', () => {
  const parsers = Object.values(payloads) as ((value: unknown) => unknown)[];
  fc.assert(
    fc.property(fc.anything({ maxDepth: 3 }), (value) => {
      for (const parse of parsers) {
        try {
          parse(value);
        } catch (cause) {
          expect(cause).toBeInstanceOf(ParseError);
        }
      }
    }),
    { numRuns: 500 * ROUNDS },
  );
});
