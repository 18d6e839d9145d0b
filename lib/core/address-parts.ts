/** What the parts of a web address tell of the article behind it: where a reader came from, in which form it is shown. */

const TRACKERS =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|srsltid|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|_g[al]|ref_src|ref_url|cmpid|ocid|smid|smtyp|ncid|xtor|ns_.*|at_(?:medium|campaign|custom\d?).*|guccounter|guce_.*|soc_(?:src|trk)|unlocked_article_code|__twitter_impression)$/i;
const VARIANTS = /^(?:amp|print|printable|mobile|m|full|all|single|comments|page|\d{1,2}|index\.\w{2,5}|[\w-]*\.amp)$/i;
const SECOND_LEVEL = /^(?:co|com|org|net|ac|gov|edu|or|ne|go|gob|gov|nic)$/;

/** Null where it is no address. */
export const parseAddress = (address: string, base?: string): URL | null =>
  URL.canParse(address, base) ? new URL(address, base) : null;

export const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

/** A parameter that only tells where the reader came from. */
export const isTracker = (name: string): boolean => TRACKERS.test(name);

/** A segment of a path that names a form or a part of the article, and no article. */
export const isVariant = (segment: string): boolean => VARIANTS.test(segment);

/** An article's own name has a number, several words or an ending: `harbour-talks-resume`, `1234567`, `story.html`. */
export const isSlug = (segment: string): boolean =>
  /\d{4}|(?:[-_][^-_]+){2}|\.\w{3,5}$/.test(segment) && !isVariant(segment);

/** How many of a host's last names are the site: 2 of `www.island.example`, 3 of `www.island.co.uk`. */
export function siteLength(names: readonly string[]): number {
  const isLong = names.length > 2 && (names.at(-1)?.length ?? 0) === 2 && SECOND_LEVEL.test(names.at(-2) ?? '');
  return isLong ? 3 : 2;
}
