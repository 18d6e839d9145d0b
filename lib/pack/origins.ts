/** Copies are not counted twice: what is counted is the root of a chain of reprints and retellings. */
import type { SourceId } from '@/lib/core/ids.ts';
import type { Account, Source } from '@/lib/core/pack.ts';

export type SourcesById = ReadonlyMap<SourceId, Source>;

export const indexSources = (sources: readonly Source[]): SourcesById =>
  new Map(sources.map((source) => [source.id, source]));

/** From a source up to its origin, the source itself first. check-pack.ts has proven that it ends. */
export function lineageOf(id: SourceId, sources: SourcesById): Source[] {
  const chain: Source[] = [];
  for (let at = sources.get(id); at !== undefined; at = parentOf(at, sources)) chain.push(at);
  return chain;
}

function parentOf(source: Source, sources: SourcesById): Source | undefined {
  const parent = source.reprintOf ?? source.derivesFrom;
  return parent === null ? undefined : sources.get(parent);
}

/** Where an account comes from in the end: the root of the source it was taken from, else of the source it stands in. */
export function originOf(account: Account, sources: SourcesById): SourceId {
  const start = account.viaSource ?? account.source;
  return lineageOf(start, sources).at(-1)?.id ?? start;
}

/** Number of independent origins among accounts: 1 for a story that four papers took from one agency. */
export function countOrigins(accounts: readonly Account[], sources: SourcesById): number {
  return new Set(accounts.map((account) => originOf(account, sources))).size;
}
