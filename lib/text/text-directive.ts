/** How words are written into an address: https://wicg.github.io/scroll-to-text-fragment/ */

/** In a directive `-`, `,` and `&` are syntax. Half of a surrogate pair cannot be encoded, so it becomes U+FFFD. */
export function encodeTerm(words: string): string {
  const whole = words.trim().replace(/\p{Cs}/gu, '\uFFFD');
  return encodeURIComponent(whole).replaceAll('-', '%2D');
}

/** `directives` as they stand behind `text=`. Keeps the address's own fragment; null unless it is an http(s) address. */
export function withTextDirectives(address: string, directives: readonly string[]): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const base = address.replace(/:~:.*$/s, '');
  if (directives.length === 0) return base;
  const said = directives.map((directive) => `text=${directive}`).join('&');
  return `${base}${base.includes('#') ? '' : '#'}:~:${said}`;
}
