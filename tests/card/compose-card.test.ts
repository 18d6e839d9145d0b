import { describe, expect, it } from 'vitest';
import { NOWHERE, composeCard } from '@/lib/card/compose-card.ts';
import type { Card, CardClaim, Here } from '@/lib/card/card.ts';
import type { Pack, Question } from '@/lib/core/pack.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { HARBOUR, questionOf } from './harbour-pack.ts';

function compose(id: string, here: Here = NOWHERE, pack: Pack = HARBOUR): Card {
  const card = composeCard({ pack, question: questionOf(id, pack), sources: indexSources(pack.sources), here });
  if (card === null) throw new Error('no card');
  return card;
}

function claimOf(card: Card, id: string): CardClaim {
  const claim = card.claims.find((each) => each.id === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  return claim;
}

/** “tells courier: courier tribune”: side, origin, and the sources in which its accounts stand. */
const foldsOf = ({ origins }: CardClaim): string[] =>
  origins.map(
    ({ side, origin, accounts }) => `${side} ${origin.id}: ${accounts.map(({ source }) => source.id).join(' ')}`,
  );

describe('the order of claims', () => {
  it('is by independent origins that tell them, then by the earliest account', () => {
    const { claims } = compose('q-outcome');
    expect(claims.map(({ id, tells }) => `${id} ${tells.origins}`)).toEqual([
      'close-to-deal 2',
      'provisional-deal 1',
      'nothing-came 1',
    ]);
  });

  it('does not count denials and doubts', () => {
    const question = questionOf('q-outcome');
    const denied: Question = {
      ...question,
      claims: question.claims.map((claim) => ({
        ...claim,
        accounts: claim.accounts.map((account) =>
          claim.id === 'close-to-deal' ? { ...account, stance: 'denies' as const } : account,
        ),
      })),
    };
    const { claims } = compose('q-outcome', NOWHERE, { ...HARBOUR, questions: [denied] });
    expect(claims.map(({ id }) => id)).toEqual(['provisional-deal', 'nothing-came', 'close-to-deal']);
  });

  it.each([
    ['as they come', (question: Question) => question.claims],
    ['turned round', (question: Question) => question.claims.toReversed()],
  ])('does not hang on the order in the pack: %s', (_name, reorder) => {
    const question = questionOf('q-outcome');
    const pack = { ...HARBOUR, questions: [{ ...question, claims: reorder(question) }] };
    expect(compose('q-outcome', NOWHERE, pack).claims.map(({ id }) => id)).toEqual([
      'close-to-deal',
      'provisional-deal',
      'nothing-came',
    ]);
  });
});

describe('the folding of copies', () => {
  it.each([
    [
      'a reprint stands under its origin, a doubt apart',
      'close-to-deal',
      ['tells ledger: ledger', 'tells courier: courier tribune', 'disputes pamphlet: pamphlet'],
    ],
    [
      'two articles that cite one text have one origin, though no account stands in it',
      'provisional-deal',
      ['tells weekly: pamphlet gazette'],
    ],
    ['one account', 'nothing-came', ['tells courier: courier']],
  ])('%s', (_name, id, folds) => {
    expect(foldsOf(claimOf(compose('q-outcome'), id))).toEqual(folds);
  });

  it('counts articles within an origin', () => {
    const [, courier] = claimOf(compose('q-outcome'), 'close-to-deal').origins;
    expect(courier).toMatchObject({ articles: 2, origin: { id: 'courier' } });
  });

  it('tallies each side and the whole', () => {
    const card = compose('q-outcome');
    expect(claimOf(card, 'close-to-deal')).toMatchObject({
      tells: { accounts: 3, origins: 2 },
      disputes: { accounts: 1, origins: 1 },
      accounts: 4,
    });
    expect(card).toMatchObject({ accounts: 7, origins: 4 });
  });
});

describe('what is here', () => {
  it('is the claim the sentence speaks to', () => {
    const [first] = questionOf('q-outcome').claims;
    const card = compose('q-outcome', { claim: first?.id ?? null, accounts: [] });
    expect(card.claims.filter(({ here }) => here).map(({ id }) => id)).toEqual(['nothing-came']);
  });

  it('is the account whose own sentence it is, and its claim', () => {
    const account = questionOf('q-outcome').claims[2]?.accounts[1];
    const card = compose('q-outcome', { claim: null, accounts: account === undefined ? [] : [account.id] });
    const here = card.claims.flatMap(({ origins }) =>
      origins.flatMap(({ accounts }) => accounts.filter((a) => a.here)),
    );
    expect(here.map(({ id }) => id)).toEqual(['close-to-deal.courier']);
    expect(claimOf(card, 'close-to-deal').here).toBe(true);
  });

  it('is nothing in the library', () => {
    expect(compose('q-outcome').claims.some(({ here }) => here)).toBe(false);
  });
});

describe('an account', () => {
  it('keeps every field and gets a link to all its passages', () => {
    const [account] = claimOf(compose('q-outcome'), 'close-to-deal').origins[0]?.accounts ?? [];
    expect(account).toMatchObject({
      speaker: 'Jonas Reed',
      role: 'head of the dockers’ delegation',
      stance: 'asserts',
      said: { date: '2021-03-02', given: 'Tuesday' },
      quote: 'for the first time we have it in writing',
      words: ['we have it in writing', 'closer than ever, he said'],
      link: 'https://ledger.example/cranes#:~:text=we%20have%20it%20in%20writing&text=closer%20than%20ever%2C%20he%20said',
      source: { outlet: 'Harbour Ledger', author: 'Ana Brandt', genre: 'news', language: 'en' },
    });
  });

  it('has no link where its source has no address', () => {
    const doubt = claimOf(compose('q-outcome'), 'close-to-deal').origins[2]?.accounts[0];
    expect(doubt).toMatchObject({ link: null, words: ['so they said, and so they always say'] });
  });
});

describe('no card', () => {
  const sources = indexSources(HARBOUR.sources);
  it.each([
    ['without a question', { question: null, sources }],
    ['when no account’s source is known', { question: questionOf('q-fire'), sources: new Map() }],
  ])('%s', (_name, input) => {
    expect(composeCard({ pack: HARBOUR, here: NOWHERE, ...input })).toBeNull();
  });

  it('but an account whose source is gone leaves the others standing', () => {
    const pack = { ...HARBOUR, sources: HARBOUR.sources.filter(({ id }) => id !== 'pamphlet') };
    expect(foldsOf(claimOf(compose('q-outcome', NOWHERE, pack), 'provisional-deal'))).toEqual([
      'tells weekly: gazette',
    ]);
  });
});

it('survives being sent as a message', () => {
  const card = compose('q-dockers');
  expect(JSON.parse(JSON.stringify(card))).toEqual(card);
});
