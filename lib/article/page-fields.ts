/** Who wrote what, where and when, as the page says it; and which part of the page said so. */
import { FIELD_ORIGINS, type Article, type ArticleFields, type FieldOrigin } from '@/lib/core/article.ts';
import { cleanByline, cleanOutlet, cleanTitle, languageTag } from './clean-field.ts';
import { believableAddress, plainAddress } from './canonical.ts';
import { readAddress, readMarkup, readMicrodata } from './markup-fields.ts';
import { readJsonLd } from './json-ld.ts';
import { notLeftBehind } from './left-behind.ts';
import { readMeta, readOpenGraph } from './meta-fields.ts';
import { pageDate } from './page-date.ts';

/** What one part of the page says, unjudged, the likeliest first. */
export type RawFields = { readonly [Field in keyof ArticleFields]?: readonly (string | null | undefined)[] };

export type Hints = {
  /** Readability's guess. */
  readonly byline: string | null;
  readonly headline: Element | null;
};

export type PageFields = ArticleFields & Pick<Article, 'fieldOrigins'>;

type Source = readonly [FieldOrigin, RawFields];

export function readFields(page: Document, address: string, hints: Hints): PageFields {
  const said: readonly Source[] = [
    ['json-ld', readJsonLd(page)],
    ['opengraph', readOpenGraph(page)],
    ['meta', readMeta(page)],
    ['microdata', readMicrodata(page)],
    ['markup', readMarkup(page, hints)],
  ];
  const url = pickAddress(said, page, address);
  const sources: readonly Source[] = [...said, ['address', readAddress(url.value ?? address)]];
  const outlet = pick(sources, 'outlet', cleanOutlet);
  const found = {
    title: pick(sources, 'title', (raw) => cleanTitle(raw, outlet.value, hints.headline)),
    byline: pick(sources, 'byline', cleanByline),
    outlet,
    url,
    published: pick(sources, 'published', pageDate),
    updated: pick(sources, 'updated', pageDate),
    // The root element's is what the browser reads by; the others are often left as the site's software set them.
    language: pick([...sources].sort(markupFirst), 'language', languageTag),
  };
  return {
    title: found.title.value,
    byline: found.byline.value,
    outlet: found.outlet.value,
    url: found.url.value,
    published: found.published.value,
    updated: found.updated.value,
    language: found.language.value,
    fieldOrigins: {
      title: found.title.origin,
      byline: found.byline.origin,
      outlet: found.outlet.origin,
      url: found.url.origin,
      published: found.published.origin,
      updated: found.updated.origin,
      language: found.language.origin,
    },
  };
}

const markupFirst = ([a]: Source, [b]: Source): number =>
  Number(b === 'markup') - Number(a === 'markup') || FIELD_ORIGINS.indexOf(a) - FIELD_ORIGINS.indexOf(b);

type Picked<T> = { readonly value: T | null; readonly origin: FieldOrigin };

function pick<T>(sources: readonly Source[], field: keyof ArticleFields, judge: (raw: string) => T | null): Picked<T> {
  for (const [origin, fields] of sources) {
    for (const raw of fields[field] ?? []) {
      const value = typeof raw === 'string' ? judge(raw) : null;
      if (value !== null) return { value, origin };
    }
  }
  return { value: null, origin: 'none' };
}

/** The believable address that the page names as its own, else the one it was read at. */
export function ownAddress(page: Document, address: string): string {
  const said: readonly Source[] = [
    ['json-ld', readJsonLd(page)],
    ['opengraph', readOpenGraph(page)],
    ['meta', readMeta(page)],
    ['microdata', readMicrodata(page)],
  ];
  return pickAddress(said, page, address).value ?? address;
}

/** A page says its own address best in its head's `link`, which `readMeta` brings. */
function pickAddress(sources: readonly Source[], page: Document, address: string): Picked<string> {
  const isAmp = page.documentElement.hasAttribute('amp') || page.documentElement.hasAttribute('⚡');
  const ordered = [...sources].sort(([a], [b]) => Number(b === 'meta') - Number(a === 'meta'));
  const believe = (raw: string): string | null => believableAddress(raw, { address, base: page.baseURI, isAmp });
  const picked = pick(ordered, 'url', (raw) => notLeftBehind(believe(raw), page, address));
  return picked.value === null ? { value: plainAddress(address), origin: 'address' } : picked;
}
