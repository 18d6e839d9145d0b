/** Under what a page is known, whether or not it is an article: its keys, and what its head says of it. */
import type { ArticleFields } from '@/lib/core/article.ts';
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { ArticleKey } from '@/lib/core/ids.ts';
import { findHeadline, titleOf } from './headline.ts';
import { ownAddress, readFields } from './page-fields.ts';
import { isTrappedDocument } from './traps.ts';

/** The key to store under, and any other that notes of this page may be stored under. */
export function keysOfPage(page: Document, address: string): readonly ArticleKey[] {
  const own = isTrappedDocument(page) ? address : ownAddress(page, address);
  return [...new Set([own, address].map(articleKeyOf))];
}

/** Costs a look at the page's head and markup, and no reading. */
export function pageHead(page: Document, address: string): ArticleFields {
  if (isTrappedDocument(page)) return { ...NOTHING, url: address };
  const title = titleOf(page);
  const headline = findHeadline(page, [], title === '' ? [] : [title]);
  const { fieldOrigins: _, ...fields } = readFields(page, address, { byline: null, headline });
  return fields;
}

const NOTHING: ArticleFields = {
  title: null,
  byline: null,
  outlet: null,
  url: null,
  published: null,
  updated: null,
  language: null,
};
