/** The kept texts of the articles, folded, for as long as the library is open. Nothing is read before somebody searches. */
import type { ArticleKey } from '@/lib/core/ids.ts';
import { foldWords } from '@/lib/finder/fold-words.ts';
import type { EntrySource } from '@/lib/storage/entry-source.ts';

export type FinderTexts = {
  /** Empty where it is not kept, or not read yet. */
  readonly of: (key: ArticleKey) => string;
  readonly read: () => number;
  /** Reads what is missing, some at a time; `more` is called after each. */
  readonly load: (keys: readonly ArticleKey[], more: () => void) => Promise<void>;
  readonly forget: (keys: readonly ArticleKey[] | null) => void;
};

const AT_ONCE = 100;

export function createFinderTexts(source: Pick<EntrySource, 'articlesById' | 'texts'>): FinderTexts {
  const texts = new Map<ArticleKey, string>();
  return {
    of: (key) => texts.get(key) ?? '',
    read: () => texts.size,
    async load(keys, more) {
      const missing = keys.filter((key) => !texts.has(key));
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const portion = missing.slice(at, at + AT_ONCE);
        const found = await source.texts(await source.articlesById(portion));
        for (const key of portion) texts.set(key, '');
        for (const { article, text } of found) texts.set(article, foldWords(text));
        more();
      }
    },
    forget(keys) {
      if (keys === null) texts.clear();
      else for (const key of keys) texts.delete(key);
    },
  };
}
