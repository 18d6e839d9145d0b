/** Which site an article's key belongs to. */
import { siteLength } from './address-parts.ts';
import { articleKeyOf } from './article-key.ts';
import type { ArticleKey } from './ids.ts';

/** The host that the key names: `island.example`; empty where the address is none of the web. */
export function hostOfKey(key: ArticleKey): string {
  const [host = ''] = key.split(/[/?#]/, 1);
  return host.endsWith(':') ? '' : host;
}

/**
 * Whether the page at `address` may be another form of the article: of the same site, at an AMP cache of it, or a saved
 * copy, which has no site of its own.
 */
export function isOfSite(key: ArticleKey, address: string): boolean {
  const own = articleKeyOf(address);
  const host = hostOfKey(own);
  return key === own || host === '' || isLocal(host) || siteOf(hostOfKey(key)) === siteOf(host);
}

function siteOf(host: string): string {
  const names = host.replace(/:\d+$/, '').split('.');
  return names.slice(-siteLength(names)).join('.');
}

const isLocal = (host: string): boolean =>
  /^(?:127\.[\d.]+|\[::1\]|(?:.*\.)?(?:localhost|invalid))(?::\d+)?$/.test(host);
