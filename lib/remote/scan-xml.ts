/** As much XML as listings need, without DOMParser: service workers have none. Prefixes of namespaces are of no account. */

/** What stands between each pair of tags of that name, in order; elements of one name do not nest in listings. */
export function elementsOf(xml: string, name: string): string[] {
  const tag = `(?:[\\w.-]+:)?${name}`;
  return [...xml.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>([^]*?)</${tag}\\s*>`, 'g'))].map(([, inner = '']) => inner);
}

export function textOf(xml: string, name: string): string | null {
  const inner = elementsOf(xml, name)[0];
  return inner === undefined ? null : decodeEntities(inner).trim();
}

/** `<a/>`, `<a></a>` or `<a>…</a>`. */
export function hasElement(xml: string, name: string): boolean {
  return new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`).test(xml);
}

/** Whether it ends as such a document ends: one that was cut off does not. */
export function endsWith(body: Uint8Array, root: string): boolean {
  return new RegExp(`</(?:[\\w.-]+:)?${root}\\s*>\\s*$`).test(new TextDecoder().decode(body.subarray(-200)));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, inner: string) => inner.replaceAll('&', '&amp;'))
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
