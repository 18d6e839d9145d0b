/** A saved page or a plain text from the disk, read by the same code as a live page. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Article, NoArticle } from '@/lib/core/article.ts';
import { readArticle } from '@/lib/article/read-article.ts';
import { readPlainText } from '@/lib/article/read-text.ts';

export type Opened = { readonly kind: 'article'; readonly article: Article } | NoArticle;

/** Stands for the address of a page that was saved without one; by its name nobody can be meant. */
const NOWHERE = 'https://saved-page.invalid/article';

/** `.txt` is plain text, anything else HTML; a `.gz` behind either is unpacked. Throws what reading the file throws. */
export function openArticle(file: string, address: string | null): Opened {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (/\.txt(?:\.gz)?$/i.test(file)) {
    const article = readPlainText(text, address);
    return article.sentences.length === 0 ? { kind: 'no-article', why: 'no-text' } : { kind: 'article', article };
  }
  return openPage(text, address);
}

/** Without scripts and without the network; what a style sheet does wrong is nobody's concern. */
function openPage(html: string, address: string | null): Opened {
  const { window } = new JSDOM(html, { url: address ?? NOWHERE, virtualConsole: new VirtualConsole() });
  const result = readArticle(window.document, address ?? NOWHERE);
  if (result.kind === 'no-article') return result;
  const { article } = result;
  const url = article.url?.startsWith(NOWHERE) ? null : article.url;
  return { kind: 'article', article: { ...article, url } };
}
