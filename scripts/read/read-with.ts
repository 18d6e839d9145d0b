/** Gate and matcher over an article, as the extension runs them over a page. */
import type { Article } from '@/lib/core/article.ts';
import type { Match } from '@/lib/core/match.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { fingerprintOf } from '@/lib/matching/fingerprint.ts';
import { gate } from '@/lib/matching/gate.ts';
import { createMatcher, type Engine } from '@/lib/matching/matcher.ts';

export type Reading = {
  readonly article: Article;
  /** The packs whose story the article tells. */
  readonly told: readonly Pack[];
  /** In reading order. */
  readonly marks: readonly Match[];
};

export async function readWith(packs: readonly Pack[], article: Article, engine: Engine = {}): Promise<Reading> {
  const names = new Set(gate(article.text, packs.map(fingerprintOf)));
  const told = packs.filter(({ id }) => names.has(id));
  const { title, url, published, language, sentences } = article;
  const which = [...sentences.keys()];
  const marks = await createMatcher(told, engine).match({ title, url, published, language, sentences }, which, {
    known: true,
  });
  return { article, told, marks };
}
