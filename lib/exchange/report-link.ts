/** Links of the report, which leave it: only to web addresses, and telling nobody where from. */
import { html, type Html } from './report-html.ts';

/** The words alone where `address` is none of the web: no link may run a script. On paper its address takes their place. */
export function outLink(words: string | Html, address: string | null): Html {
  if (address === null || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return html`<span>${words}</span>`;
  const onPaper = html`<span class="on-paper">${address.replace(/#?:~:.*$/s, '')}</span>`;
  return html`<a class="out" href="${address}" rel="noreferrer noopener">${words}</a>${onPaper}`;
}

/** For a `lang` attribute; empty, which says “unknown”, for what is no language tag. */
export const languageTag = (tag: string | null): string =>
  tag !== null && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : '';

/** “a · b · c”, without the parts that are missing. */
export const facts = (...parts: readonly (string | Html | null | false)[]): Html[] =>
  parts
    .filter((part) => part !== null && part !== false && part !== '')
    .map((part, at) => (at === 0 ? html`${part}` : html` · ${part}`));
