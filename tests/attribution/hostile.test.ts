import { describe, expect, it } from 'vitest';
import type { Proposal } from '@/lib/attribution/proposal.ts';
import { readInvented, readLabels } from '../../scripts/eval/attribution-labels.ts';
import { proposeAccounts } from '@/lib/attribution/propose-accounts.ts';
import { anArticle, proposalsOf } from './an-article.ts';

type Placed = { readonly start: number; readonly end: number; readonly text: string };

function placesOf({ speaker, role, via, cue, quotes, figures, said }: Proposal): Placed[] {
  const parts: (Placed | null)[] = [role, via, cue, said?.given ?? null, ...quotes, ...figures];
  return [...parts, speaker?.given ?? null, speaker?.introduced ?? null].filter((part) => part !== null);
}

function expectInText(text: string, proposals: readonly Proposal[]): void {
  for (const proposal of proposals) {
    for (const part of placesOf(proposal)) {
      expect(text.slice(part.start, part.end)).toBe(part.text);
      expect(part.text).not.toBe('');
    }
    expect(proposal.speaker?.name ?? null).toBe(proposal.speaker?.introduced.text ?? null);
    expect(proposal.likelihood).toBeGreaterThan(0);
    expect(proposal.likelihood).toBeLessThan(1);
  }
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES =
  'Ann Porter|Mr|the minister|he|they|said|told|denied|was|by|according to|in the view of|who|that|and|,|.|“|”|"|‘|’|«|»|(|)|—|:|?|\n|on Monday|12|%|Reuters|quoted|as saying|claims|’s|its|not|could|UN|İstanbul|ﬁ|𝕏|\u202e|\u0000|é|🙂|«|constructor|__proto__|toString'.split(
    '|',
  );

describe('whatever the text', () => {
  it.each([...Array(60).keys()])('every part lies where it says: random words %i', (seed) => {
    const random = randomFrom(seed + 1);
    const text = Array.from({ length: 300 }, () => PIECES[Math.floor(random() * PIECES.length)] ?? '').join(' ');
    expectInText(text, proposalsOf(text));
  });
  it('every part lies where it says: invented and real articles', () => {
    const articles = [...readInvented(), ...readLabels()];
    for (const { article } of articles) expectInText(article.text, proposeAccounts(article));
    expect(articles.length).toBeGreaterThan(5);
  });
  it.each([
    ['nothing', ''],
    ['blanks', ' \n \n'],
    ['marks alone', '“”«»""…'],
    ['half of a pair of surrogates', 'Porter said \ud83d and “\udc00”.'],
    ['names of what objects have', 'Constructor Prototype said “__proto__” to valueOf. constructor said so.'],
  ])('%s', (_, text) => {
    expectInText(text, proposalsOf(text));
  });
  it.each([
    ['marks', '“'.repeat(100_000)],
    ['marks apart', '" a '.repeat(50_000)],
    ['one word', `Porter ${'said '.repeat(60_000)}.`],
    ['names', 'Aa Bb '.repeat(50_000)],
    ['sentences of one speaker', 'The minister said the company said so, he said. '.repeat(3000)],
    ['speakers', [...Array(2000).keys()].map((n) => `Minister Ann Name${n} said the minister denied it.`).join(' ')],
    ['paragraphs that never close', '“It fell.\n'.repeat(3000)],
    ['commas', `${'Aa, who said, '.repeat(200)}. `.repeat(60)],
    ['prepositions', `On ${'on Monday '.repeat(250)}said. `.repeat(30)],
  ])('comes to an end on very many %s', (_, text) => {
    const article = anArticle(text);
    expect(proposeAccounts(article).length).toBeLessThanOrEqual(article.sentences.length);
  });
});
