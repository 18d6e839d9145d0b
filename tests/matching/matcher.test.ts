import { describe, expect, it } from 'vitest';
import { createMatcher } from '@/lib/matching/matcher.ts';
import { PARAPHRASES, dam, markOf, marksOf } from './dam-marks.ts';
import { KNOWN_SENTENCE, damArticle, toArticle } from './dam-story.ts';

describe('a sentence that states a claim', () => {
  it.each(PARAPHRASES)('%s', async (sentence, question, claim) => {
    expect(await markOf(sentence)).toMatchObject({ pack: 'orrin-dam', question, claim, accounts: [], also: [] });
  });

  it.each([
    ['Orryn', 'Record rainfall had filled the Orryn reservoir beyond what a dam could hold.', 'record-rain'],
    ['Weldin', 'In Weldin the sirens stayed silent until the flood had reached the village.', 'sirens-silent'],
    ['Mariscus', 'Mariscus kept the spillway gates shut, to save water for its turbines.', 'gates-kept-shut'],
  ])('in the spelling %s', async (_spelling, sentence, claim) => {
    expect(await markOf(sentence)).toMatchObject({ claim, relation: 'same' });
  });

  it('is found wherever it stands in the article', async () => {
    const sentences = PARAPHRASES.map(([sentence]) => sentence);
    const marks = await marksOf(['The bakery sells rye bread on Tuesdays.', ...sentences]);
    expect(marks.map(({ sentence, claim }) => [sentence, claim])).toEqual(
      PARAPHRASES.map(([, , claim], n) => [n + 1, claim]),
    );
  });

  it('is matched only where asked for', async () => {
    const article = damArticle(PARAPHRASES.map(([sentence]) => sentence));
    const marks = await dam.match(article, [3, 1, 1], { known: false });
    expect(marks.map(({ sentence }) => sentence)).toEqual([1, 3]);
  });
});

describe('relations', () => {
  it.each([
    [
      'the same figure',
      '61 people had drowned in the valley of the Orrin.',
      'toll-61',
      'same',
      { kind: 'same-figure', figure: '61' },
    ],
    [
      'another figure',
      'In all, 58 people had drowned in the valley of the Orrin, and 43 houses were gone.',
      'toll-43',
      'other-figure',
      { kind: 'other-figure', here: '58', there: '43' },
    ],
    [
      'a range',
      'Between 55 and 61 people had drowned in the valley of the Orrin.',
      'toll-61',
      'same',
      { kind: 'same-figure', figure: '55 and 61' },
    ],
    [
      'a part of a whole',
      'Of the people of the Orrin valley, 43 of its 900 had drowned.',
      'toll-43',
      'same',
      { kind: 'same-figure', figure: '43 of its 900' },
    ],
    [
      'a figure of money',
      'Marisk offered families 25 million dollars in compensation for the valley.',
      'forty-million',
      'other-figure',
      { kind: 'other-figure', here: '25 million dollars', there: '40 million' },
    ],
    [
      'a denial',
      'Marisk denied that it had kept the spillway gates shut to save water for its turbines.',
      'gates-kept-shut',
      'denies',
      { kind: 'denial', cue: 'denied' },
    ],
    [
      'a denial after the claim',
      'It kept the spillway gates shut to save water for its turbines, which Marisk denied.',
      'gates-kept-shut',
      'denies',
      { kind: 'denial', cue: 'denied' },
    ],
    [
      'a “never”',
      'Marisk never kept the spillway gates shut to save water for its turbines.',
      'gates-kept-shut',
      'denies',
      { kind: 'denial', cue: 'never' },
    ],
    [
      'a denial of a figure',
      'Marisk denied that 61 people had drowned in the valley of the Orrin.',
      'toll-61',
      'denies',
      { kind: 'denial', cue: 'denied' },
    ],
    [
      'a claim rejected',
      'Officials rejected claims that blasting in the Tolland quarry weakened the foundations of the Orrin dam.',
      'quarry-blasting',
      'denies',
      { kind: 'denial', cue: 'rejected claims' },
    ],
  ])('%s', async (_name, sentence, claim, relation, reason) => {
    const mark = await markOf(sentence);
    expect(mark).toMatchObject({ claim, relation });
    expect(mark?.reasons).toContainEqual(reason);
  });

  it.each([
    [
      'who rejected something else',
      'Marisk, which had rejected an offer, kept the spillway gates shut to save water for its turbines.',
    ],
    [
      'a denial of another matter in the same sentence',
      'Marisk denied a rumour; it kept the spillway gates shut to save water for its turbines.',
    ],
  ])('never “denies” by %s', async (_name, sentence) => {
    const mark = await markOf(sentence);
    expect(mark).toMatchObject({ claim: 'gates-kept-shut' });
    expect(mark?.relation).not.toBe('denies');
  });

  it('does not mark a sentence that has the claim’s act done by the one it was done to', async () => {
    const swapped = 'The mayor of Velden had telephoned Halvorsen an hour before the flood.';
    expect(await markOf(swapped)).toBeUndefined();
    expect(await markOf('Halvorsen had telephoned the mayor of Velden an hour before the flood.')).toBeDefined();
  });
});

describe('silence', () => {
  it.each([
    ['about nothing of the story', 'The bakery sells rye bread on Tuesdays.'],
    ['with the names alone', 'Halvorsen and Marisk were seen in Velden by the Orrin.'],
    ['with a stray word of a claim', 'Operators of the quarry went home in the rain.'],
    ['without words', '… — …'],
    ['empty', ''],
  ])('on a sentence %s', async (_name, sentence) => {
    expect(await markOf(sentence)).toBeUndefined();
  });

  it('on an article that tells another story', async () => {
    const article = toArticle([
      'The spillway gates were jammed when the operators tried to open them.',
      'Moss wants light.',
    ]);
    expect(await dam.match(article, [0, 1], { known: true })).toEqual([]);
  });

  it('on an article in another language', async () => {
    const article = { ...damArticle([PARAPHRASES[0]?.[0] ?? '']), language: 'de-AT' };
    expect(await dam.match(article, [0], { known: true })).toEqual([]);
    expect(await dam.match({ ...article, language: 'en-GB' }, [0], { known: true })).toHaveLength(1);
    expect(await dam.match({ ...article, language: null }, [0], { known: true })).toHaveLength(1);
  });

  it('is deeper in an article of a later time that names no date of the story', async () => {
    const score = async (sentence: string, published: string): Promise<number> => {
      const ranked = await dam.rank(damArticle([sentence], published), { known: false });
      return ranked.find(({ match }) => match.sentence === 0)?.match.score ?? 0;
    };
    const [plain, dated] = [
      'A record rainfall filled the reservoir.',
      'A record rainfall filled the reservoir in May 2019.',
    ];
    expect(await score(plain, '2023-01-01')).toBeLessThan(await score(plain, '2019-05-20'));
    expect(await score(dated, '2023-01-01')).toBeGreaterThan(await score(plain, '2023-01-01'));
  });

  it('without packs', async () => {
    expect(await marksOf([KNOWN_SENTENCE], { known: true, by: createMatcher([]) })).toEqual([]);
  });
});

describe('a sentence on two questions', () => {
  const both =
    'The sirens in Velden stayed silent until the flood had reached the village, and the spillway gates jammed when operators tried to open them.';

  it('names the surer first and the other beside it', async () => {
    const mark = await markOf(both);
    const questions = [mark?.question, ...(mark?.also ?? []).map(({ question }) => question)];
    expect(questions.toSorted()).toEqual(['q-gates', 'q-sirens']);
    expect(mark?.also[0]?.score).toBeLessThanOrEqual(mark?.score ?? 0);
  });
});

describe('the reasons', () => {
  it('are the words and names that the sentence shares, as it writes them, and the story', async () => {
    const mark = await markOf('In Weldin the sirens stayed silent until the flood had reached the village.');
    expect(mark?.reasons).toEqual([
      { kind: 'whole-claim' },
      { kind: 'shared-words', words: ['sirens', 'stayed', 'silent', 'flood', 'reached', 'village'] },
      { kind: 'shared-names', names: ['Weldin'] },
      { kind: 'story', names: ['Orrin', 'Marisk', 'Weldin', 'dam'] },
    ]);
  });
});

describe('rank', () => {
  it('gives at most one candidate to a sentence, and says which are shown', async () => {
    const article = damArticle(PARAPHRASES.map(([sentence]) => sentence));
    const ranked = await dam.rank(article, { known: false });
    const shown = ranked.filter((one) => one.shown).map(({ match }) => match);
    expect(new Set(ranked.map(({ match }) => match.sentence)).size).toBe(ranked.length);
    expect(ranked.length).toBeGreaterThan(shown.length);
    expect(shown).toEqual(await dam.match(article, [...article.sentences.keys()], { known: false }));
  });
});
