import { describe, expect, it } from 'vitest';
import { lineageOfAccounts, sourceForest } from '@/lib/card/lineage.ts';
import type { LineageNode } from '@/lib/card/card.ts';
import type { Source } from '@/lib/core/pack.ts';
import { indexSources, originOf } from '@/lib/pack/origins.ts';
import { HARBOUR, questionOf } from './harbour-pack.ts';

/** “courier(reprint tribune)”. */
function drawn({ key, relation, children }: LineageNode): string {
  const below = children.length > 0 ? `(${children.map(drawn).join(' ')})` : '';
  return `${relation === 'origin' ? '' : `${relation} `}${key}${below}`;
}

const sources = indexSources(HARBOUR.sources);

function lineageOfClaim(question: string, claim: number, only: readonly string[], among = sources): string {
  const accounts = (questionOf(question).claims[claim]?.accounts ?? []).filter(({ source }) => only.includes(source));
  const [first] = accounts;
  const root = first && among.get(originOf(first, among));
  if (root === undefined) throw new Error('no origin');
  return drawn(lineageOfAccounts(root, accounts, among));
}

describe('the lineage of accounts', () => {
  it.each([
    ['a reprint', 'q-outcome', 2, ['courier', 'tribune'], 'courier(reprint tribune)'],
    ['only what carries the accounts', 'q-outcome', 2, ['courier'], 'courier'],
    [
      'two articles that cite one text, the older first',
      'q-outcome',
      1,
      ['gazette', 'pamphlet'],
      'weekly(cites pamphlet cites gazette)',
    ],
    ['a republication is a leaf', 'q-outcome', 2, ['ledger'], 'ledger(republished ledger+0)'],
  ])('%s', (_name, question, claim, only, expected) => {
    expect(lineageOfClaim(question, claim, only)).toBe(expected);
  });

  it('goes through every step down to a retelling of what was cited', () => {
    const weekly = HARBOUR.sources.find(({ id }) => id === 'weekly');
    const courier = HARBOUR.sources.find(({ id }) => id === 'courier');
    if (weekly === undefined || courier === undefined) throw new Error('no source');
    const chained = indexSources([
      ...HARBOUR.sources.filter(({ id }) => id !== 'weekly'),
      { ...weekly, derivesFrom: courier.id },
    ]);
    expect(lineageOfClaim('q-outcome', 1, ['gazette'], chained)).toBe('courier(retelling weekly(cites gazette))');
  });
});

describe('the sources of a pack', () => {
  it('stand as trees under their origins, in the pack’s order', () => {
    expect(sourceForest(HARBOUR.sources).map(drawn)).toEqual([
      'courier(reprint tribune)',
      'weekly',
      'gazette',
      'ledger(republished ledger+0)',
      'pamphlet',
    ]);
  });

  it('lose none', () => {
    const count = (node: LineageNode): number => 1 + node.children.reduce((sum, child) => sum + count(child), 0);
    const copies = (source: Source): number => source.republishedBy.length;
    const expected = HARBOUR.sources.length + HARBOUR.sources.reduce((sum, source) => sum + copies(source), 0);
    expect(sourceForest(HARBOUR.sources).reduce((sum, node) => sum + count(node), 0)).toBe(expected);
  });
});
