/** Things of a reader's to bring together. */
import type { ArticleKey, ClaimId, PackId, QuestionId, TextHash } from '@/lib/core/ids.ts';
import type { SentenceHash } from '@/lib/core/pack.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { buildPack } from '@/tests/build-pack.ts';
import { sampleNote } from '@/tests/core/sample-note.ts';

export const KEY = 'a.example/story' as ArticleKey;
export const HASH = 'a'.repeat(64) as TextHash;
export const ARTICLE: SavedArticle = {
  ...{ key: KEY, url: 'https://a.example/story', keys: [KEY], title: 'A story', byline: null, outlet: null },
  ...{ published: null, updated: null, language: 'en', firstRead: 50, lastRead: 90, packs: [], marks: 0, text: HASH },
};
export const TEXT = { article: KEY, hash: HASH, text: 'Words.', first: 1, last: 1 };
/** A note on that text. */
export const ON_TEXT = { article: KEY, text: HASH };
export const OWN_PACK = buildPack({
  id: 'own',
  questions: { q: { asks: 'Who came?', claims: { c: { says: 'Ada came.' } } } },
});
export const ANSWER = {
  ...{ pack: 'p' as PackId, question: 'q' as QuestionId, sentence: 's' as SentenceHash },
  ...{ verdict: 'no' as const, claim: null as ClaimId | null, vector: null },
};
export const { id } = sampleNote(1);
