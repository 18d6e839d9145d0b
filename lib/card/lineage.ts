/** Where a telling comes from, as a tree: the origin at the root, what was made of it below. */
import { byDate } from '@/lib/core/dates.ts';
import type { Account, Republication, Source } from '@/lib/core/pack.ts';
import { indexSources, lineageOf } from '@/lib/pack/origins.ts';
import type { SourcesById } from '@/lib/pack/origins.ts';
import type { LineageNode, LineageRelation } from './card.ts';

type Edge = { readonly child: Source; readonly relation: LineageRelation };
type Tree = ReadonlyMap<string, readonly Edge[]>;

/** The tree from `root` down to the sources in which `accounts` stand; sources that carry none of them are left out. */
export function lineageOfAccounts(root: Source, accounts: readonly Account[], sources: SourcesById): LineageNode {
  const edges = accounts.flatMap((account) => edgesOf(account, sources));
  return grow({ child: root, relation: 'origin' }, gather(edges), new Set());
}

/** All sources of a pack as trees, each under its origin, in the pack's order. */
export function sourceForest(sources: readonly Source[]): LineageNode[] {
  const byId = indexSources(sources);
  const isRoot = (source: Source) => lineageOf(source.id, byId).length === 1;
  const tree = gather(sources.flatMap((source) => parentEdge(source, byId)));
  return sources.filter(isRoot).map((root) => grow({ child: root, relation: 'origin' }, tree, new Set()));
}

type ParentedEdge = Edge & { readonly parent: string };

/** The steps by which an account came from its origin to its source, through what it cites. */
function edgesOf(account: Account, sources: SourcesById): ParentedEdge[] {
  const source = sources.get(account.source);
  const start = account.viaSource ?? account.source;
  const chain = lineageOf(start, sources).flatMap((step) => parentEdge(step, sources));
  if (source === undefined || account.viaSource === null || account.viaSource === account.source) return chain;
  return [...chain, { parent: account.viaSource, child: source, relation: 'cites' }];
}

function parentEdge(source: Source, sources: SourcesById): ParentedEdge[] {
  const parent = source.reprintOf ?? source.derivesFrom;
  if (parent === null || !sources.has(parent)) return [];
  return [{ parent, child: source, relation: source.reprintOf === null ? 'retelling' : 'reprint' }];
}

function gather(edges: readonly ParentedEdge[]): Tree {
  const once = new Map(edges.map((edge) => [`${edge.parent} ${edge.child.id}`, edge]));
  return Map.groupBy(once.values(), ({ parent }) => parent);
}

/** What came of a text, oldest first. `above` holds the ids on the way down: a text that cites its own descendant must not make an endless tree. */
function grow({ child, relation }: Edge, tree: Tree, above: ReadonlySet<string>): LineageNode {
  const { id, title, author, outlet, url, published, dateCertain, republishedBy } = child;
  const path = new Set([...above, id]);
  const grown = (tree.get(id) ?? []).filter((edge) => !path.has(edge.child.id)).map((edge) => grow(edge, tree, path));
  const copies = republishedBy.map((copy, at) => toCopy(copy, `${id}+${at}`));
  const children = [...grown, ...copies].sort((a, b) => byDate(a.published, b.published));
  return { key: id, title, author, outlet, url, published, dateCertain, relation, children };
}

function toCopy({ outlet, url, published }: Republication, key: string): LineageNode {
  const plain = { title: null, author: null, dateCertain: true, relation: 'republished', children: [] } as const;
  return { key, outlet, url, published, ...plain };
}
