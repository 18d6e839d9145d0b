/** Under which key an article is known: the same for every address at which one article is shown, and for no other. */
import { isSlug, isTracker, isWeb, parseAddress, siteLength } from './address-parts.ts';
import type { ArticleKey } from './ids.ts';

/** In UTF-16 code units. No site gives out longer ones: they are not taken apart. */
const LONGEST = 8_000;

/**
 * `https://m.island.example/amp/talks-resume-today/?utm_source=x` → `island.example/talks-resume-today`. Of what is no
 * web address, a saved file's for one: the address without its fragment. Never throws. In doubt two articles stay two:
 * notes of one must not show on another.
 */
export function articleKeyOf(address: string): ArticleKey {
  const url = address.length > LONGEST ? null : parseAddress(address.trim());
  if (url === null || !isWeb(url)) return asKey(address.trim().replace(/#.*$/s, ''));
  const from = unwrap(url);
  const port = from.port === '' || from.port === '80' || from.port === '443' ? '' : `:${from.port}`;
  return asKey(hostOf(from) + port + pathOf(from) + queryOf(from) + routeOf(from));
}

const asKey = (key: string): ArticleKey => key as ArticleKey;

/** The caches of search engines hold the publisher's address in their path: `google.com/amp/s/island.example/talks`. */
function unwrap(url: URL): URL {
  const { hostname, pathname, search, hash } = url;
  const wrapped = /^(?:www\.)?google(?:\.\w{2,3}){1,2}$/.test(hostname)
    ? /^\/amp\/(?:s\/)?(.+)$/.exec(pathname)
    : /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(hostname) && /^\/\w{1,3}\/(?:s\/)?(.+)$/.exec(pathname);
  const inner = wrapped ? (wrapped[1] ?? '') : '';
  const within = /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(inner) ? parseAddress(`https://${inner}${search}${hash}`) : null;
  return within === null ? url : unwrap(within);
}

/** `m.` and the like name a form only before a site's own name: `m.com` is a site. */
function hostOf({ hostname }: URL): string {
  const names = hostname.replace(/\.$/, '').split('.');
  const own = names.length - siteLength(names);
  const isForm = (name: string, at: number): boolean =>
    (at < names.length - 2 && /^www\d?$/.test(name)) || (at < own && /^(?:m|mobile|amp)$/.test(name));
  return names.filter((name, at) => !isForm(name, at)).join('.');
}

function pathOf({ pathname }: URL): string {
  const segments = pathname.split('/').slice(1).map(plainEscapes);
  while (dropForm(segments));
  const isNamed = isOwnName(segments.at(-1) ?? '');
  return segments.map((segment) => (isNamed && /^amp$/i.test(segment) ? '' : `/${segment}`)).join('');
}

/** Drops one of what may be left away at the path's end; false when there is none. */
function dropForm(segments: string[]): boolean {
  const last = segments.at(-1);
  if (last === undefined) return false;
  const plain = last.replace(/(?<=.)(?:\.amp)+(?=\.\w{2,5}$|$)/i, '');
  // A section of that name, on magazines or on guitars, is no form of the page above it.
  const isForm = /^(?:amp|print|printable)$/i.test(last) && isOwnName(segments.at(-2) ?? '');
  const isGone = last === '' || /^(?:index|default)\.\w{2,5}$/i.test(last) || isForm;
  segments.pop();
  if (!isGone) segments.push(plain);
  return isGone || plain !== last;
}

/** A year by itself names an archive. */
const isOwnName = (segment: string): boolean => isSlug(segment) && !/^(?:19|20)\d\d$/.test(segment);

const SWITCH = /^(?:amp|print|printable|print_?page)$/i;
const ON = /^(?:|1|true|yes|y|on)$/i;
const CHOICE = /^(?:view|mode|format|output|output_?type|page_?wanted|layout|type)$/i;
const FORM = /^(?:amp|print|printable|amphtml)$/i;
/** What search engines add to the addresses of their caches. */
const CACHE = /^(?:amp_.*|usqp|aoh)$/i;

/** As written but for the order: decoding would make one of what is not UTF-8. */
function queryOf({ search }: URL): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !saysNothing(part))
    .map((part) => ({ part: plainEscapes(part), name: nameOf(part) }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return kept.length === 0 ? '' : `?${kept.map(({ part }) => part).join('&')}`;
}

function saysNothing(part: string): boolean {
  const name = nameOf(part);
  const value = part.slice(name.length + 1);
  if (isTracker(name) || CACHE.test(name)) return true;
  return (SWITCH.test(name) && ON.test(value)) || (CHOICE.test(name) && FORM.test(value));
}

const nameOf = (part: string): string => plainEscapes(part.split('=', 1)[0] ?? '');

/** Some sites keep their pages behind the fragment; every other fragment is a place on one page. */
function routeOf({ hash }: URL): string {
  const route = plainEscapes(hash.replace(/:~:.*$/s, '').replace(/\/+$/, ''));
  return /^#(?:\/|!).*[^/!]/.test(route) ? route : '';
}

/** One way to write each character: letters, digits and `-._~` as they are, all others escaped in capitals. */
const plainEscapes = (text: string): string =>
  text.replace(/%[\da-f]{2}/gi, (escape) => {
    const char = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(char) ? char : escape.toUpperCase();
  });
