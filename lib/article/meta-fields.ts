/** What the head of a page says: OpenGraph, the `article:` family, and the many names that publishing software has used. */
import type { RawFields } from './page-fields.ts';

type Metas = ReadonlyMap<string, readonly string[]>;

const MOST = 500;

function metasOf(page: Document): Metas {
  const metas = new Map<string, string[]>();
  for (const meta of Array.from(page.querySelectorAll('meta[content]')).slice(0, MOST)) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    const said = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '';
    if (content === '') continue;
    for (const name of said.toLowerCase().split(/\s+/)) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  return metas;
}

const all = (metas: Metas, list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .flatMap((name) => metas.get(name) ?? []);
/** Several authors are several elements of one name. */
const joined = (metas: Metas, list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((name) => [...new Set(metas.get(name) ?? [])].filter((value) => !/^https?:/.test(value)).join(', '));

export function readOpenGraph(page: Document): RawFields {
  const metas = metasOf(page);
  return {
    title: all(metas, 'og:title'),
    byline: joined(metas, 'article:author og:article:author article:author:name'),
    outlet: all(metas, 'og:site_name'),
    url: all(metas, 'og:url'),
    published: all(metas, 'article:published_time og:article:published_time og:published_time og:pubdate'),
    updated: all(metas, 'article:modified_time og:article:modified_time og:updated_time'),
    language: all(metas, 'og:locale'),
  };
}

export function readMeta(page: Document): RawFields {
  const metas = metasOf(page);
  return {
    title: all(
      metas,
      `dc.title dcterms.title parsely-title sailthru.title citation_title twitter:title headline title`,
    ),
    byline: joined(
      metas,
      `author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author
      article.author cxenseparse:author authors`,
    ),
    outlet: all(
      metas,
      `application-name publisher dc.publisher dcterms.publisher citation_journal_title source
      apple-mobile-web-app-title`,
    ),
    url: [page.querySelector('link[rel~="canonical" i]')?.getAttribute('href')],
    published: all(
      metas,
      `article:published article.published datepublished date pubdate publishdate publish-date
      publish_date pub_date published_at dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created dc.date.created
      parsely-pub-date sailthru.date originalpublicationdate cxenseparse:recs:publishtime citation_publication_date
      displaydate ptime iso-8601-publish-date`,
    ),
    updated: all(
      metas,
      `article:modified article.updated datemodified last-modified lastmod dcterms.modified
      dc.date.modified revised utime last_updated`,
    ),
    language: all(metas, 'content-language language dc.language dcterms.language'),
  };
}
