/** The words of the W3C Web Annotation model that are written and read here: https://www.w3.org/TR/annotation-model/ */
import type { FlagKind, Json, Note } from '@/lib/core/note.ts';
import { entriesOf, isFields, type Fields } from './kept-fields.ts';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What a flag wants of whoever reads it, in the model's words. */
const FLAG_MOTIVATIONS: Readonly<Record<FlagKind, string>> = {
  question: 'questioning',
  figure: 'editing',
  source: 'assessing',
  quote: 'classifying',
  context: 'describing',
};

export function motivationOf({ replyTo, flag, body, tags }: Pick<Note, 'replyTo' | 'flag' | 'body' | 'tags'>): string {
  if (replyTo !== null) return 'replying';
  if (flag !== null) return FLAG_MOTIVATIONS[flag];
  if (body !== '') return 'commenting';
  return tags.length > 0 ? 'tagging' : 'highlighting';
}

/** Types, motivations and purposes come by themselves, in lists, and with the model's old prefix. */
export const wordsOf = (value: Json | undefined): readonly string[] =>
  entriesOf(value).flatMap((word) => (typeof word === 'string' ? [word.replace(/^oa:/, '')] : []));

/** Where a resource is: its address by itself, or a record with it. */
export function iriOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  if (!isFields(value)) return null;
  const id = value.id ?? value['@id'];
  return typeof id === 'string' ? id : null;
}

/** Choices and sets hold others. */
export const itemsOf = (resource: Fields): readonly Json[] | null => {
  const types = wordsOf(resource.type);
  if (types.includes('Choice')) return entriesOf(resource.items).slice(0, 1);
  return types.some((type) => ['Composite', 'List', 'Independents'].includes(type)) ? entriesOf(resource.items) : null;
};

const URI = /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i;
export const isUri = (text: string): boolean => URI.test(text);

/** The standard wants addresses as RFC 3986 writes them. What is none at all becomes a name of our own. */
export function toUri(address: string): string {
  if (isUri(address)) return address;
  const escaped = address
    .toWellFormed()
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/gu, encodeURIComponent);
  return isUri(escaped) ? escaped : `urn:parallax:${escaped}`;
}
