/** Which address an article is known by: AMP, print and tracking variants are one, and a careless page is not believed. */

export type Claimed = { readonly address: string; readonly base: string; readonly isAmp: boolean };

const TRACKERS =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|ref_src|ref_url|cmpid|ocid|smid|ns_.*|at_(?:medium|campaign|custom\d?).*|guccounter|guce_.*)$/i;
const VARIANTS = /^(?:amp|print|printable|mobile|m|full|all|single|comments|page|\d{1,2}|index\.\w{2,5}|[\w-]*\.amp)$/i;
const SECOND_LEVEL = /^(?:co|com|org|net|ac|gov|edu|or|ne|go|gob|gov|nic)$/;

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
  for (const name of Array.from(url.searchParams.keys())) if (TRACKERS.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** The site without `www.` and the like, by its last two names: `www.island.co.uk` → `island.co.uk`. */
function siteOf({ hostname }: URL): string {
  const names = hostname.split('.');
  const isLong = names.length > 2 && (names.at(-1)?.length ?? 0) === 2 && SECOND_LEVEL.test(names.at(-2) ?? '');
  return names.slice(isLong ? -3 : -2).join('.');
}

/** A section or the front page, where the page at hand is further down. */
function isWider(there: URL, here: URL): boolean {
  const [theirs, ours] = [segmentsOf(there), segmentsOf(here)];
  if (theirs.length === 0) return ours.length > 0 || (here.search !== '' && there.search === '');
  if (theirs.length >= ours.length || isSlug(theirs.at(-1) ?? '')) return false;
  return (
    !ours.slice(theirs.length).every((segment) => VARIANTS.test(segment)) ||
    theirs.some((segment, at) => segment !== ours[at])
  );
}

/** An article's own name has a number, several words or an ending: `harbour-talks-resume`, `1234567`, `story.html`. */
const isSlug = (segment: string): boolean =>
  /\d{4}|(?:[-_][^-_]+){2}|\.\w{3,5}$/.test(segment) && !VARIANTS.test(segment);

const segmentsOf = ({ pathname }: URL): string[] =>
  pathname.split('/').filter((segment) => segment !== '' && !/^(?:index|default|home)(?:\.\w{2,5})?$/i.test(segment));

const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

/** A saved copy has no site of its own. */
const isLocal = ({ hostname }: URL): boolean =>
  /^(?:127\.[\d.]+|\[::1\])$|(?:^|\.)(?:localhost|invalid)$/.test(hostname);

const parse = (address: string, base?: string): URL | null => URL.parse(address, base);
