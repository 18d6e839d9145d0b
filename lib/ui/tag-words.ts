/** Tags as a reader types them: parted by commas. */
import { LONGEST_TAG, MOST_TAGS } from '@/lib/core/note.ts';

export const tagsInWords = (tags: readonly string[]): string => tags.join(', ');

/** In the order typed, each once, whatever its case. */
export function parseTags(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const part of typed.split(',')) {
    const tag = part.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TAG);
    const key = tag.toLowerCase();
    if (tag !== '' && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()].slice(0, MOST_TAGS);
}
