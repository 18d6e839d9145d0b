import { describe, expect, it } from 'vitest';
import { NOWHERE } from '@/lib/card/compose-card.ts';
import { figureAxes } from '@/lib/card/figure-axes.ts';
import type { FigureAxis, Here } from '@/lib/card/card.ts';
import { lowest } from '@/lib/core/figures.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { HARBOUR, questionOf } from './harbour-pack.ts';

const sources = indexSources(HARBOUR.sources);
const axesOf = (id: string, here: Here = NOWHERE): FigureAxis[] => figureAxes(questionOf(id).claims, sources, here);

/** “on strike 2021-03-01: 1351 7000”. */
const drawn = ({ name, asOf, points }: FigureAxis): string =>
  `${name} ${asOf ?? '-'}: ${points.map(({ figure }) => lowest(figure)).join(' ')}`;

describe('figures', () => {
  it('meet only with what they may be compared with, oldest date first, smallest first', () => {
    expect(axesOf('q-dockers').map(drawn)).toEqual([
      'on strike 2021-02-20: 4000',
      'on strike 2021-03-01: 1351 7000',
      'returned -: 10',
    ]);
  });

  it('are ordered by size, not as the claims come', () => {
    const claims = questionOf('q-dockers').claims.toReversed();
    const axis = figureAxes(claims, sources, NOWHERE).find(({ asOf }) => asOf === '2021-03-01');
    expect(axis?.points.map(({ figure }) => lowest(figure))).toEqual([1351, 7000]);
  });

  it('given alike by several stand once, with all who give them', () => {
    const point = axesOf('q-dockers')[1]?.points[0];
    expect(point?.tellers.map(({ speaker, outlet }) => [speaker, outlet])).toEqual([
      ['the harbour board', 'The Ellery Courier'],
      ['the harbour board', 'Harbour Ledger'],
    ]);
  });

  it('of the claim stand alone where no account gives one for that axis', () => {
    const [returned] = axesOf('q-dockers').slice(-1);
    expect(returned?.points).toMatchObject([
      { claim: 'dockers-none-left', tellers: [], says: 'A tenth of the crews had gone back.' },
    ]);
  });

  it('of one value with another qualifier are two points', () => {
    const [claim] = questionOf('q-dockers').claims;
    if (claim === undefined) throw new Error('no claim');
    const accounts = claim.accounts.map((account, at) =>
      at === 0 ? { ...account, figures: account.figures.map((figure) => ({ ...figure, qualifier: null })) } : account,
    );
    const [axis] = figureAxes([{ ...claim, accounts }], sources, NOWHERE);
    expect(axis?.points.map(({ figure }) => figure.qualifier)).toEqual([null, 'at least']);
  });

  it('none without figures', () => {
    expect(axesOf('q-fire')).toEqual([]);
  });
});

describe('the page’s own figure', () => {
  const hereOf = (here: Here): string[] =>
    axesOf('q-dockers', here).flatMap(({ asOf, points }) =>
      points.filter((point) => point.here).map(({ figure }) => `${asOf ?? '-'} ${lowest(figure)}`),
    );
  const [small, large] = questionOf('q-dockers').claims;

  it('is every figure of the claim it speaks to', () => {
    expect(hereOf({ claim: large?.id ?? null, accounts: [] })).toEqual(['2021-02-20 4000', '2021-03-01 7000']);
  });

  it('is only the account’s own where the sentence is that account’s', () => {
    const account = small?.accounts[0];
    expect(hereOf({ claim: large?.id ?? null, accounts: account === undefined ? [] : [account.id] })).toEqual([
      '2021-03-01 1351',
    ]);
  });
});
