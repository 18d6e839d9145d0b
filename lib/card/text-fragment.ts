/** Links that open a source at the passage: https://wicg.github.io/scroll-to-text-fragment/ */

/** More than this many directives make an address that some servers refuse. */
const MOST_PASSAGES = 4;

/** `address` with a text directive for each of `words`; null unless it is an http(s) address. Keeps its own fragment. */
export function passageLink(address: string, words: readonly string[]): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const base = address.replace(/:~:.*$/s, '');
  const directives = words
    .filter((text) => text.trim() !== '')
    .slice(0, MOST_PASSAGES)
    .map((text) => `text=${encodeDirective(text)}`);
  if (directives.length === 0) return base;
  return `${base}${base.includes('#') ? '' : '#'}:~:${directives.join('&')}`;
}

/** In a directive `-`, `,` and `&` are syntax. Half of a surrogate pair cannot be encoded, so it becomes U+FFFD. */
function encodeDirective(words: string): string {
  const whole = words.trim().replace(/\p{Cs}/gu, '\uFFFD');
  return encodeURIComponent(whole).replaceAll('-', '%2D');
}
