/** Copies stand under the origin they come from: one group for each side of a claim and each origin. */
import { byDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Account, Source, Stance } from '@/lib/core/pack.ts';
import { originOf } from '@/lib/pack/origins.ts';
import type { SourcesById } from '@/lib/pack/origins.ts';
import type { CardAccount, CardOrigin, Side } from './card.ts';
import { toCardSource } from './card-source.ts';
import { lineageOfAccounts } from './lineage.ts';

const SIDES = { asserts: 'tells', reports: 'tells', denies: 'disputes', doubts: 'disputes' } as const;

export const sideOf = (stance: Stance): Side => SIDES[stance];

type Compose = (account: Account, source: Source) => CardAccount;

/** Tellers before those who dispute; within a side, the group with the earliest account first, and so in each group. */
export function foldByOrigin(accounts: readonly Account[], sources: SourcesById, compose: Compose): CardOrigin[] {
  const groups = Map.groupBy(accounts, (account) => `${sideOf(account.stance)} ${originOf(account, sources)}`);
  const folded = [...groups.values()].flatMap((group) => toOrigin(group, sources, compose));
  return folded.sort(
    (a, b) => Number(a.side === 'disputes') - Number(b.side === 'disputes') || byDate(firstDate(a), firstDate(b)),
  );
}

function toOrigin(group: readonly Account[], sources: SourcesById, compose: Compose): CardOrigin[] {
  const composed = group.flatMap((account) => {
    const source = sources.get(account.source);
    return source === undefined ? [] : [compose(account, source)];
  });
  const accounts = composed.sort((a, b) => byDate(dateOf(a), dateOf(b)));
  const [first] = group;
  const root = first && sources.get(originOf(first, sources));
  if (first === undefined || root === undefined || accounts.length === 0) return [];
  const articles = new Set(accounts.map(({ source }) => source.id)).size;
  const lineage = lineageOfAccounts(root, group, sources);
  return [{ side: sideOf(first.stance), origin: toCardSource(root), articles, accounts, lineage }];
}

const dateOf = ({ said, source }: CardAccount): PartialDate | null => said?.date ?? source.published;

function firstDate({ accounts: [first] }: CardOrigin): PartialDate | null {
  return first === undefined ? null : dateOf(first);
}
