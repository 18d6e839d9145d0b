import { createMatcher } from '@/lib/matching/matcher.ts';
import { buildPack } from '@/tests/build-pack.ts';
import { describe, expect, it } from 'vitest';
import { dam, markOf, marksOf } from './dam-marks.ts';
import { DOUBLE_SENTENCE, DOUBTED_SENTENCE, KNOWN_SENTENCE, SHORT_SENTENCE } from './dam-story.ts';
import { damArticle, toArticle } from './dam-story.ts';

describe('a known sentence', () => {
  const known = { known: true };

  it('is recognised for certain, with its account, in any typography', async () => {
    const mark = await markOf(`“${KNOWN_SENTENCE.toUpperCase().replace('.', ' …')}”`, known);
    expect(mark).toMatchObject({ claim: 'cracks-ignored', relation: 'same', score: 1, also: [] });
    expect(mark?.accounts).toEqual(['cracks-ignored.gazette-1']);
    expect(mark?.reasons).toEqual([{ kind: 'same-sentence', account: 'cracks-ignored.gazette-1' }]);
  });

  it('has the stance of its account', async () => {
    expect(await markOf(DOUBTED_SENTENCE, known)).toMatchObject({
      claim: 'quarry-blasting',
      relation: 'on-question',
      score: 1,
    });
  });

  it.each([
    [['asserts'], 'same'],
    [['reports'], 'same'],
    [['denies'], 'denies'],
    [['doubts'], 'on-question'],
    [['denies', 'doubts'], 'on-question'],
    [['asserts', 'denies'], 'same'],
  ] as const)('whose accounts’ stances are %j is “%s”', async (stances, relation) => {
    const sentence = 'The mayor of Ellery spoke of the flood gates for an hour on Monday.';
    const accounts = stances.map((stance) => ({ stance, tells: [sentence] }));
    const gates = buildPack({
      id: 'gates',
      questions: {
        'q-gates': {
          asks: 'Who opened the flood gates?',
          claims: { 'mayor-opened': { says: 'The mayor opened the gates.', accounts } },
        },
      },
    });
    const article = {
      title: null,
      url: null,
      published: null,
      language: 'en',
      sentences: [{ text: sentence, role: 'body', block: 0 }],
    } as const;
    const [match] = await createMatcher([gates]).match(article, [0], { known: true });
    expect(match).toMatchObject({ claim: 'mayor-opened', relation });
  });

  it('of two claims names the nearer and keeps the other beside it', async () => {
    const mark = await markOf(DOUBLE_SENTENCE, known);
    const all = [mark, ...(mark?.also ?? [])].map((one) => one?.claim);
    expect(new Set(all)).toEqual(new Set(['sirens-silent', 'toll-61']));
    expect(mark?.also).toEqual([
      {
        question: expect.any(String) as string,
        claim: all[1],
        relation: 'same',
        accounts: [expect.any(String)],
        score: 1,
      },
    ]);
  });

  it('is recognised in an article that the gate would turn away', async () => {
    const article = toArticle(['Moss wants light.', KNOWN_SENTENCE]);
    expect(await dam.match(article, [0, 1], known)).toMatchObject([{ sentence: 1, score: 1 }]);
  });

  it('of two claims names the first by name where the article is not read', async () => {
    const [mark] = await dam.match(toArticle([DOUBLE_SENTENCE]), [0], known);
    expect(mark).toMatchObject({ claim: 'sirens-silent', also: [{ claim: 'toll-61' }] });
  });

  it('that is short is recognised only beside a longer one of the same source', async () => {
    expect(await markOf(SHORT_SENTENCE, known)).toBeUndefined();
    const beside = async (other: string) =>
      (await marksOf([SHORT_SENTENCE, other], known)).find(({ sentence }) => sentence === 0);
    expect(await beside(KNOWN_SENTENCE)).toMatchObject({ claim: 'gates-jammed', score: 1 });
    expect(await beside(DOUBLE_SENTENCE)).toBeUndefined();
  });

  it('is like any other where recognition is off', async () => {
    const ranked = await dam.rank(damArticle([KNOWN_SENTENCE]), { known: false });
    expect(ranked[0]?.match.accounts).toEqual([]);
    expect(ranked[0]?.match.score).toBeLessThan(1);
  });
});
