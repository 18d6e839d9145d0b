/** Made-up articles for notes that have none, and made-up evidence under their flags, with a source each account. */
import { partialDate } from '@/lib/core/dates.ts';
import type { ArticleKey, PackId, QuestionId } from '@/lib/core/ids.ts';
import type { Evidence, EvidenceAccount } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { createWriter } from './made-up-words.ts';

const NOTES_OF_AN_ARTICLE = 20;
const ACCOUNTS = 5;

/** The notes of an article follow each other, as the library gives them. */
export async function* onArticles(items: AsyncIterable<ExportItem>): AsyncGenerator<ExportItem, void> {
  const { sentence } = createWriter(2);
  let article: SavedArticle | null = null;
  let count = 0;
  for await (const { note } of items) {
    if (article === null || count % NOTES_OF_AN_ARTICLE === 0) article = madeUpArticle(count, sentence);
    count += 1;
    const evidence = note.flag === null ? null : madeUpEvidence(count, sentence);
    yield { note: { ...note, article: article.key, evidence }, article };
  }
}

type Sentence = (words: number) => string;

function madeUpArticle(at: number, sentence: Sentence): SavedArticle {
  const key = `paper-${at % 37}.example/${at}` as ArticleKey;
  return {
    key,
    url: `https://www.${key}`,
    keys: [key],
    title: sentence(9),
    byline: `By ${nameOf(sentence)} and ${nameOf(sentence)}`,
    outlet: `The ${sentence(1)} Courier`,
    published: partialDate('2022-03-29'),
    updated: null,
    language: 'en',
    firstRead: 1_700_000_000_000,
    lastRead: 1_700_000_000_000 + at,
    packs: [],
    marks: at % 30,
    text: null,
  };
}

function madeUpEvidence(at: number, sentence: Sentence): Evidence {
  return {
    sentence: sentence(20),
    pack: 'made-up' as PackId,
    packTitle: sentence(3),
    packVersion: '1.0.0',
    question: 'made-up' as QuestionId,
    asks: `${sentence(8)}?`,
    claim: null,
    says: sentence(10),
    relation: 'same',
    accounts: Array.from({ length: ACCOUNTS }, (_, each) => madeUpAccount(at * ACCOUNTS + each, sentence)),
  };
}

function madeUpAccount(at: number, sentence: Sentence): EvidenceAccount {
  return {
    claim: sentence(10),
    speaker: nameOf(sentence),
    role: sentence(4),
    stance: 'asserts',
    said: partialDate('2022-03'),
    quote: sentence(9),
    source: {
      title: sentence(8),
      author: nameOf(sentence),
      outlet: sentence(2),
      url: `https://source-${at % 101}.example/${at}`,
      published: partialDate('2022'),
    },
  };
}

const nameOf = (sentence: Sentence): string =>
  sentence(2).replace(/(^|\s)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
