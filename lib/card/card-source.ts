/** What a card says of a source. */
import type { Source } from '@/lib/core/pack.ts';
import type { CardSource } from './card.ts';

export function toCardSource(source: Source): CardSource {
  const { id, kind, title, author, outlet, url, published, dateCertain, dateNote, genre, language, note } = source;
  return { id, kind, title, author, outlet, url, published, dateCertain, dateNote, genre, language, note };
}
