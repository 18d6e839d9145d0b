/** Whether Parallax may read a site unasked, and the reader's way to say so. The browser keeps what was granted. */
import { browser } from 'wxt/browser';
import { call } from '@/lib/messages/bus.ts';
import type { Settings } from '@/lib/core/settings.ts';
import type { Forbidden, Site, SiteChoice } from '@/lib/ui/page-view.ts';

const EVERYWHERE = ['http://*/*', 'https://*/*'];
const patternsOf = (host: string): string[] => [`http://${host}/*`, `https://${host}/*`];

/** Host of a web page's address; null for the browser's own pages and files. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname : null;
}

export async function readSite(host: string, { offSites }: Pick<Settings, 'offSites'>): Promise<Site> {
  const [everywhere, here] = await Promise.all([mayRead(EVERYWHERE), mayRead(patternsOf(host))]);
  return { host, everywhere, choice: offSites.includes(host) ? 'off' : here && !everywhere ? 'site' : 'click' };
}

const mayRead = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

/** Must be called within the reader's click, before anything is awaited. @returns whether it is now so. */
export async function chooseSite(
  host: string,
  choice: SiteChoice,
  { offSites }: Pick<Settings, 'offSites'>,
): Promise<boolean> {
  const origins = patternsOf(host);
  if (choice === 'site' && !(await browser.permissions.request({ origins }))) return false;
  if (choice !== 'site') await browser.permissions.remove({ origins });
  const others = offSites.filter((site) => site !== host);
  await call('settings.change', { offSites: choice === 'off' ? [...others, host] : others });
  return true;
}

/** Within a click, as above. @returns whether Parallax may now read everywhere, or no longer, as asked. */
export function chooseEverywhere(on: boolean): Promise<boolean> {
  return on
    ? browser.permissions.request({ origins: EVERYWHERE })
    : browser.permissions.remove({ origins: EVERYWHERE });
}

/** What was granted: everywhere, or the hosts one by one. */
export async function grantedSites(): Promise<{ readonly everywhere: boolean; readonly sites: readonly string[] }> {
  const { origins = [] } = await browser.permissions.getAll();
  const hosts = origins.map((origin) => /^[a-z*]+:\/\/([^/]+)\/\*$/.exec(origin)?.[1] ?? '*');
  const sites = [...new Set(hosts)].filter((host) => host !== '*').sort();
  return { everywhere: await mayRead(EVERYWHERE), sites };
}

export async function revokeSite(host: string): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = origins.filter((origin) => /^[a-z*]+:\/\/([^/]+)\/\*$/.exec(origin)?.[1] === host);
  if (own.length > 0) await browser.permissions.remove({ origins: own });
}

const STORES =
  /^(?:chromewebstore\.google\.com|chrome\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;

/** Why no extension may read at an address. */
export function whyForbidden(url: string | undefined): Forbidden {
  if (url?.startsWith('file:') === true) return 'file';
  const host = hostOf(url);
  if (host !== null && STORES.test(host)) return 'store';
  return host !== null && /\.pdf(?:[?#]|$)/i.test(url ?? '') ? 'pdf' : 'browser';
}
