/**
 * Who is in a space, from what lies in its folder. The id of a space is the hash of its first list, and each list names
 * the one before it and is signed by an administrator of that one: a server can hold lists back, and do nothing else.
 */
import { fromBase64url, toBase64url } from './base64url.ts';
import { hash32, sha256, type Bytes } from './bytes.ts';
import { isSignedBy } from './device-keys.ts';
import { firstContent, parseSpaceFile, signedSpaceContent, type SpaceFile, type SpaceList } from './space-file.ts';

/** `name`: `<hash32>.space`. */
export type FoundFile = { readonly name: string; readonly bytes: Bytes };
/** The last state that this device has seen; with it, nobody can show it an older one. */
export type SpaceHead = { readonly sequence: number; readonly name: string };

export type Space = {
  readonly id: string;
  readonly head: SpaceHead;
  readonly list: SpaceList;
  readonly file: SpaceFile;
  /** SHA-256 of the file, base64url: what the next one names. */
  readonly hash: string;
  /** Two administrators wrote at the same time, and one of both does not count: what it did is to be done again. */
  readonly forked: boolean;
};
/** `missing`: its first list is not there, or a later one that this device has seen. */
export type ReadSpace = { readonly kind: 'space'; readonly space: Space } | { readonly kind: 'missing' };

type Link = Omit<Space, 'id' | 'forked' | 'head'> & { readonly name: string };

const SUFFIX = '.space';
export const spaceFileName = async (bytes: Bytes): Promise<string> => (await hash32(bytes)) + SUFFIX;

export async function readSpace(
  id: string,
  found: readonly FoundFile[],
  known: SpaceHead | null = null,
): Promise<ReadSpace> {
  const links = (await Promise.all(found.map(linkOf))).filter((link) => link !== null);
  const seen = links.find(({ name }) => name === known?.name);
  const path = known === null ? [] : pathTo(seen, links);
  if (path === null) return { kind: 'missing' };
  let head = await firstLink(id, links);
  let forked = false;
  while (head !== null) {
    const next = await followers(head, links);
    const at = head.list.sequence + 1;
    const onPath = path[at];
    if (onPath !== undefined && !next.includes(onPath)) return { kind: 'missing' };
    if (next.length === 0) break;
    forked ||= next.length > 1 && at >= (known?.sequence ?? 0);
    const isPast = onPath !== undefined && at < (known?.sequence ?? 0);
    head = isPast ? onPath : await choose(next, onPath, links);
  }
  if (head === null) return { kind: 'missing' };
  const { name, ...rest } = head;
  return { kind: 'space', space: { id, head: { sequence: rest.list.sequence, name }, ...rest, forked } };
}

export const isAdminKey = ({ members }: SpaceList, signing: string): boolean =>
  members.some(({ admin, keys }) => admin && keys.some((each) => each.signing === signing));

async function linkOf({ name, bytes }: FoundFile): Promise<Link | null> {
  const file = name === (await spaceFileName(bytes)) ? parseSpaceFile(bytes) : null;
  return file === null ? null : { name, file, list: file.list, hash: toBase64url(await sha256(bytes)) };
}

async function firstLink(id: string, links: readonly Link[]): Promise<Link | null> {
  for (const link of inOrder(links)) {
    if (link.list.sequence !== 0 || link.list.previous !== null) continue;
    if ((await hash32(firstContent(link.file.lines.list))) !== id) continue;
    if (await isSignedByAdminOf(link.list, link.file)) return link;
  }
  return null;
}

async function followers(head: Link, links: readonly Link[]): Promise<Link[]> {
  const next: Link[] = [];
  for (const link of inOrder(links)) {
    const { sequence, previous, epoch } = link.list;
    if (previous !== head.hash || sequence !== head.list.sequence + 1) continue;
    if (epoch !== head.list.epoch && epoch !== head.list.epoch + 1) continue;
    if (await isSignedByAdminOf(head.list, link.file)) next.push(link);
  }
  return next;
}

async function isSignedByAdminOf(list: SpaceList, { signed, lines }: SpaceFile): Promise<boolean> {
  const signature = fromBase64url(signed.signature);
  if (signature === null || !isAdminKey(list, signed.by)) return false;
  return isSignedBy(signed.by, signature, signedSpaceContent(lines));
}

/** The lists that lead to the one that was seen, each at its number. Null: one of them is not there. */
function pathTo(seen: Link | undefined, links: readonly Link[]): Link[] | null {
  if (seen === undefined) return null;
  const path: Link[] = [];
  let at: Link | undefined = seen;
  while (at !== undefined) {
    path[at.list.sequence] = at;
    const { previous, sequence }: SpaceList = at.list;
    if (previous === null) return sequence === 0 ? path : null;
    at = links.find((link) => link.hash === previous && link.list.sequence === sequence - 1);
  }
  return null;
}

/**
 * Of lists that follow the same one: never one whose signer another of them removes, where that is not mutual; else the
 * one on which most was built, then the first by name. `onPath`, the last one seen, stays against whom it removes: so
 * who was removed can sign a list beside it, and change nothing.
 */
async function choose(next: readonly Link[], onPath: Link | undefined, links: readonly Link[]): Promise<Link | null> {
  if (next.length === 1) return next[0] ?? null;
  const standing = next.filter((link) => !next.some((other) => removes(other, link) && !removes(link, other)));
  const safe = standing.filter((link) => link === onPath || onPath === undefined || !removes(onPath, link));
  const built = await Promise.all(safe.map(async (link) => ({ link, built: await builtOn(link, links) })));
  const [first] = built.sort((one, other) => other.built - one.built);
  return first?.link ?? onPath ?? null;
}

async function builtOn(link: Link, links: readonly Link[]): Promise<number> {
  const next = await followers(link, links);
  return next.length === 0 ? 0 : 1 + Math.max(...(await Promise.all(next.map((each) => builtOn(each, links)))));
}

const removes = ({ list }: Link, other: Link): boolean => !isAdminKey(list, other.file.signed.by);

const inOrder = (links: readonly Link[]): Link[] => [...links].sort((a, b) => (a.name < b.name ? -1 : 1));
