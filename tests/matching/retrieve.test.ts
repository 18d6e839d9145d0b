import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '@/lib/matching/claim-index.ts';
import type { ClaimIndex } from '@/lib/matching/claim-index.ts';
import { MOST_HITS, createRetriever } from '@/lib/matching/retrieve.ts';
import type { Hit } from '@/lib/matching/retrieve.ts';
import { eachOf } from '@/lib/matching/sparse-rows.ts';
import { termsOf } from '@/lib/text/names.ts';
import { createWriter } from '@/bench/made-up-words.ts';
import { buildPack } from '../build-pack.ts';
import type { PackSketch } from '../build-pack.ts';
import { damPack } from './dam-story.ts';

const writer = createWriter(7);
const library = buildIndex(
  buildPack({
    id: 'library',
    questions: Object.fromEntries(
      Array.from({ length: 60 }, (_, q): [string, PackSketch['questions'][string]] => [
        `q${q}`,
        {
          asks: writer.sentence(6),
          claims: { [`a${q}`]: { says: writer.sentence(9) }, [`b${q}`]: { says: writer.sentence(9) } },
        },
      ]),
    ),
  }),
);

/** What retrieval stands for, worked out the slow way: the score of every entry, from its own row. */
function slowly(index: ClaimIndex, text: string): Pick<Hit, 'question' | 'claimScore' | 'questionScore'>[] {
  const here = new Set(termsOf(text, index.names).map(({ term }) => index.termIds.get(term) ?? -1));
  const hits = index.questions.map((_, question) => ({ question, claimScore: 0, questionScore: 0 }));
  index.entries.forEach(({ question, claim }, entry) => {
    let score = 0;
    eachOf(index.byEntry, entry, (id, value) => (score += here.has(id) ? value : 0));
    const hit = hits[question];
    if (hit === undefined) return;
    if (claim === null) hit.questionScore = score;
    else hit.claimScore = Math.max(hit.claimScore, score);
  });
  return hits
    .filter((hit) => hit.claimScore + hit.questionScore > 0)
    .sort((a, b) => b.claimScore + b.questionScore - a.claimScore - a.questionScore)
    .slice(0, MOST_HITS);
}

const retrieve = (index: ClaimIndex, text: string): Hit[] => createRetriever(index)(termsOf(text, index.names));

describe('retrieval', () => {
  it('finds the same best questions as reading every claim, best first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 30 }), (seed, words) => {
        const text = createWriter(seed).sentence(words);
        const [found, expected] = [retrieve(library, text), slowly(library, text)];
        const total = (hit: (typeof expected)[number]): number => hit.claimScore + hit.questionScore;
        expect(found.length).toBe(expected.length);
        found.forEach((hit, n) => expect(total(hit)).toBeCloseTo(total(expected[n] ?? hit), 3));
      }),
    );
  });

  it('forgets one sentence before the next', () => {
    const retriever = createRetriever(library);
    const [one, other] = [termsOf(writer.sentence(20), library.names), termsOf(writer.sentence(20), library.names)];
    const first = retriever(one);
    retriever(other);
    expect(retriever(one)).toEqual(first);
  });

  it('names the claim that is nearest', () => {
    const index = buildIndex(damPack());
    const [best] = retrieve(index, 'Blasting in the quarry weakened the dam.');
    expect(index.entries[best?.claimEntry ?? -1]?.claim?.id).toBe('quarry-blasting');
  });

  it.each([
    ['who tells it', 'Rosalind Achterberg spoke.', 'cracks-ignored'],
    ['the words of its question', 'Somebody warned them.', 'warned-by-phone'],
    ['what its figures count', 'The families of the valley.', 'forty-million'],
  ])('finds a claim by %s', (_name, text, claim) => {
    const index = buildIndex(damPack());
    const found = retrieve(index, text).filter(({ claimScore }) => claimScore > 0);
    expect(found.map(({ claimEntry }) => index.entries[claimEntry]?.claim?.id)).toContain(claim);
  });

  it('knows a question by the words of all its claims', () => {
    const index = buildIndex(damPack());
    const [best] = retrieve(index, 'Cracks, blasting, rainfall.');
    expect(index.questions[best?.question ?? -1]?.id).toBe('q-cause');
    expect(best?.questionScore).toBeGreaterThan(best?.claimScore ?? 0);
  });

  it('of two claims alike takes the first by name, however they are listed', () => {
    const twins = { zeta: { says: 'The bridge fell.' }, alpha: { says: 'A bridge fell!' } };
    const index = buildIndex(buildPack({ id: 'twins', questions: { q: { asks: 'Why?', claims: twins } } }));
    expect(index.entries[retrieve(index, 'One bridge fell.')[0]?.claimEntry ?? -1]?.claim?.id).toBe('alpha');
  });

  it('finds nothing where no word is shared', () => {
    expect(retrieve(library, 'Moss wants light.')).toEqual([]);
    expect(retrieve(library, '')).toEqual([]);
  });

  it('a claim scores its own sentence in full', () => {
    const index = buildIndex(damPack());
    const claims = index.entries.flatMap(({ claim }, entry) => (claim === null ? [] : [{ claim, entry }]));
    for (const { claim, entry } of claims) {
      const hit = retrieve(index, claim.says).find(({ claimEntry }) => claimEntry === entry);
      expect(hit?.claimScore).toBeCloseTo(index.ownScore[entry] ?? 0, 4);
    }
  });
});
