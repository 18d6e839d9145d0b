/** Which address an article is known by: AMP, print and tracking variants are one, and a careless page is not believed. */
import { isSlug, isTracker, isVariant, isWeb, parseAddress as parse, siteLength } from '@/lib/core/address-parts.ts';

export type Claimed = { readonly address: string; readonly base: string; readonly isAmp: boolean };

/**
 * The address that the page claims as its own, or null where it cannot be: another site's, the site's root, or one that
 * other articles of the site would claim as well.
 */
export function believableAddress(claimed: string, { address, base, isAmp }: Claimed): string | null {
  const there = parse(claimed.trim(), base);
  const here = parse(address);
  if (claimed.trim() === '' || there === null || !isWeb(there)) return null;
  if (here !== null && isWeb(here) && !isLocal(here)) {
    if (siteOf(there) !== siteOf(here) && !isAmp) return null;
    if (isWider(there, here)) return null;
  } else if (segmentsOf(there).length < 2 && !isSlug(segmentsOf(there)[0] ?? '')) return null;
  return plainAddress(there.href);
}

/** Without the fragment and what only tells where the reader came from. */
export function plainAddress(address: string): string {
  const url = parse(address);
  if (url === null) return address;
  url.hash = '';
  for (const name of Array.from(url.searchParams.keys())) if (isTracker(name)) url.searchParams.delete(name);
  return url.href;
}

/** The site without `www.` and the like, by its last two names: `www.island.co.uk` → `island.co.uk`. */
function siteOf({ hostname }: URL): string {
  const names = hostname.split('.');
  return names.slice(-siteLength(names)).join('.');
}

/** A section or the front page, where the page at hand is further down. */
function isWider(there: URL, here: URL): boolean {
  const [theirs, ours] = [segmentsOf(there), segmentsOf(here)];
  if (theirs.length === 0) return ours.length > 0 || (here.search !== '' && there.search === '');
  if (theirs.length >= ours.length || isSlug(theirs.at(-1) ?? '')) return false;
  return !ours.slice(theirs.length).every(isVariant) || theirs.some((segment, at) => segment !== ours[at]);
}

const segmentsOf = ({ pathname }: URL): string[] =>
  pathname.split('/').filter((segment) => segment !== '' && !/^(?:index|default|home)(?:\.\w{2,5})?$/i.test(segment));

/** A saved copy has no site of its own. */
const isLocal = ({ hostname }: URL): boolean =>
  /^(?:127\.[\d.]+|\[::1\])$|(?:^|\.)(?:localhost|invalid)$/.test(hostname);
