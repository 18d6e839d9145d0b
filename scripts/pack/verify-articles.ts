/** Proves locators and quotes against the texts of the articles they are from. */
import type { Account, Pack } from '@/lib/core/pack.ts';
import type { PackProblem } from '@/lib/pack/pack-problem.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';
import { describeMiss, findWords } from './find-words.ts';
import type { ArticleText } from './read-article-text.ts';

/** By the id of the source. */
export type ArticleTexts = ReadonlyMap<string, ArticleText>;

/** Every problem; accounts of sources without a text are one each. */
export function verifyArticles({ questions }: Pick<Pack, 'questions'>, texts: ArticleTexts): PackProblem[] {
  return questions.flatMap(({ claims }, q) =>
    claims.flatMap(({ accounts }, c) =>
      accounts.flatMap((account, a) => verifyAccount(account, `/questions/${q}/claims/${c}/accounts/${a}`, texts)),
    ),
  );
}

function verifyAccount(account: Account, path: string, texts: ArticleTexts): PackProblem[] {
  const article = texts.get(account.source);
  if (article === undefined)
    return [{ path: `${path}/source`, message: `there is no text of “${account.source}” to check against` }];
  const found = account.locators.map(({ words, hash }) => ({ hash, found: findWords(article, words) }));
  const locators = found.flatMap(({ hash, found: at }, n) => {
    if (at.kind !== 'found') return [{ path: `${path}/locators/${n}/words`, message: describeMiss(at) }];
    if (hashSentence(at.sentence.text) === hash) return [];
    return [{ path: `${path}/locators/${n}/hash`, message: 'is not that of the sentence with these words' }];
  });
  // Where the account is not found, its quote cannot be looked for.
  if (locators.length > 0 || account.quote === null) return locators;
  const blocks = found.flatMap(({ found: at }) =>
    at.kind === 'found' ? (article.blocks[at.sentence.block] ?? []) : [],
  );
  const quote = account.quote;
  if (blocks.some((block) => quotes(block, quote))) return [];
  return [
    { path: `${path}/quote`, message: 'is not, word for word, inside quotation marks where the account is located' },
  ];
}

/** “…” between spaces stands for what is left out; each part must be verbatim. */
function quotes(block: string, quote: string): boolean {
  const spoken = quotedIn(block);
  return quote.split(' … ').every((part) => spoken.some((words) => words.includes(part)));
}

/** What stands between quotation marks; a quotation that runs on into the next block ends with this one. */
export function quotedIn(block: string): string[] {
  return Array.from(block.matchAll(/“([^”]*)(?:”|$)|"([^"]*)"/gu), ([, curly, straight]) => curly ?? straight ?? '');
}
