/** Trees that were grown one upon the other: what they make of a list of numbers. Grown by training/train_acceptance.py. */
import { ParseError, count, finite, list } from '@/lib/core/parse.ts';

/** `missingLeft`: which way a number goes that is not there (NaN). `left` and `right` index into the same tree. */
type Node =
  | { readonly leaf: number }
  | {
      readonly feature: number;
      readonly most: number;
      readonly missingLeft: boolean;
      readonly left: number;
      readonly right: number;
    };
export type Trees = readonly (readonly Node[])[];

const [MOST_TREES, MOST_NODES, FIELDS] = [5000, 1000, 5];

/** A node is `[feature, most, missingLeft as 0 or 1, left, right]`, a leaf `[value]`. @throws ParseError */
export function parseTrees(value: unknown, path: string, features: number): Trees {
  return list(
    value,
    path,
    (tree, at) => list(tree, at, (node, place) => parseNode(node, place, { features, size: sizeOf(tree) }), MOST_NODES),
    MOST_TREES,
  );
}

const sizeOf = (tree: unknown): number => (Array.isArray(tree) ? tree.length : 0);

function parseNode(value: unknown, path: string, { features, size }: { features: number; size: number }): Node {
  const fields = list(value, path, finite, FIELDS);
  const [feature = 0, most = 0, missing = 0, left = 0, right = 0] = fields;
  if (fields.length === 1) return { leaf: feature };
  if (fields.length !== FIELDS || count(feature, path) >= features) throw new ParseError(path, 'a node of a tree');
  // Children stand behind their parent, so that no walk can go round.
  const own = Number(/(\d+)\D*$/u.exec(path)?.[1] ?? 0);
  if ([left, right].some((child) => count(child, path) <= own || child >= size))
    throw new ParseError(path, 'children behind it');
  return { feature, most, missingLeft: missing === 1, left, right };
}

export function sumOfTrees(trees: Trees, numbers: readonly number[]): number {
  return trees.reduce((sum, tree) => sum + leafOf(tree, numbers), 0);
}

function leafOf(tree: readonly Node[], numbers: readonly number[]): number {
  for (let node = tree[0]; node !== undefined;) {
    if ('leaf' in node) return node.leaf;
    const number = numbers[node.feature] ?? NaN;
    const goesLeft = Number.isNaN(number) ? node.missingLeft : number <= node.most;
    node = tree[goesLeft ? node.left : node.right];
  }
  return 0;
}
