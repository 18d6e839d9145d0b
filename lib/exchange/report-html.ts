/** Markup that cannot be forged: only a template written here in the code makes it, and every value put in is escaped. */

class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  static textOf(markup: Markup): string {
    return markup.#text;
  }
}

/** Trusted. The class stays in this file, so that nothing else can claim to be it. */
export type Html = Markup;

/** What may stand in a template; null and false leave nothing. Attributes must be in double quotes. */
export type Piece = Html | readonly Html[] | string | number | null | false;

export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Html {
  return new Markup(parts.map((part, at) => part + (at < values.length ? markupOf(values[at] ?? null) : '')).join(''));
}

export const NOTHING: Html = html``;

export const markupText = (markup: Html): string => Markup.textOf(markup);

function markupOf(value: Piece): string {
  if (value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return value instanceof Markup ? markupText(value) : value.map(markupText).join('');
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Control characters have no place in HTML, not even as entities. */
const escaped = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, '\uFFFD').replace(/[&<>"'\r]/g, (char) => ENTITY[char] ?? '');
