/** What happened, was said and was published when, by the dates that the accounts and their sources give. */
import { byDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { Account, Source, ToldDate } from '@/lib/core/pack.ts';
import { lineageOf } from '@/lib/pack/origins.ts';
import type { SourcesById } from '@/lib/pack/origins.ts';
import type { TimelineEntry } from './card.ts';
import { toTeller } from './teller.ts';

const ORDER = ['event', 'said', 'published'] as const;

/** Oldest first; on one date what happened, then what was said, then what was published. */
export function timelineOf(accounts: readonly Account[], sources: SourcesById): TimelineEntry[] {
  const single = [
    ...accounts.flatMap((account) => told('event', account, sources)),
    ...accounts.flatMap((account) => told('said', account, sources)),
    ...publications(accounts, sources),
  ];
  const merged = [...Map.groupBy(single, ({ what, date }) => `${what} ${date}`).values()].flatMap(merge);
  return merged.sort((a, b) => byDate(a.date, b.date) || ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
}

function told(what: 'event' | 'said', account: Account, sources: SourcesById): TimelineEntry[] {
  const when: ToldDate | null = account[what];
  if (when === null) return [];
  const teller = { ...toTeller(account, sources.get(account.source)), given: when.given, certain: true };
  return [{ date: when.date, what, tellers: [teller] }];
}

/** Each source once, with those it comes from: an origin is part of the story's time even if no account stands in it. */
function publications(accounts: readonly Account[], sources: SourcesById): TimelineEntry[] {
  const all = accounts.flatMap((account) =>
    [account.source, account.viaSource]
      .flatMap((id) => (id === null ? [] : lineageOf(id, sources)))
      .map((source) => ({ source, account })),
  );
  const once = new Map(all.toReversed().map((entry) => [entry.source.id, entry]));
  return [...once.values()].toReversed().flatMap(({ source, account }) => published(source, account));
}

function published(source: Source, account: Account): TimelineEntry[] {
  const date: PartialDate | null = source.published;
  if (date === null) return [];
  const teller = { ...toTeller(account, source), given: null, certain: source.dateCertain };
  return [{ date, what: 'published', tellers: [teller] }];
}

function merge(same: readonly TimelineEntry[]): TimelineEntry[] {
  const [first] = same;
  return first === undefined ? [] : [{ ...first, tellers: same.flatMap(({ tellers }) => tellers) }];
}
