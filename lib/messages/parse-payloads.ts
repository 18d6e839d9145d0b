/** What the background and the page accept: unknown in, typed out, or a ParseError that names the field. */
import { partialDate } from '@/lib/core/dates.ts';
import type { AccountId, ClaimId, PackId, QuestionId } from '@/lib/core/ids.ts';
import { ParseError, count, flag, list, oneOf, orNull, record, text } from '@/lib/core/parse.ts';
import { MARK_LEVELS, THEMES, type Settings } from '@/lib/core/settings.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import type { CardRef, ConfirmAsk, MarkAsk } from './protocol.ts';

/** Far beyond any article; a page that sends more is playing games. */
const MOST_SENTENCES = 20_000;
const LONGEST_PACK_FILE = 50_000_000;

export function parseMatchAsk(value: unknown): { article: ArticleToMatch; packs: PackId[]; which: number[] } {
  const ask = record(value, 'ask');
  const article = parseArticleToMatch(ask.article);
  const which = list(ask.which, 'ask.which', count, MOST_SENTENCES);
  const packs = list(ask.packs, 'ask.packs', packId, 1000);
  return { article, packs, which: which.filter((index) => index < article.sentences.length) };
}

function parseArticleToMatch(value: unknown): ArticleToMatch {
  const article = record(value, 'article');
  const published = orNull(article.published, 'article.published', text);
  return {
    title: orNull(article.title, 'article.title', text),
    url: orNull(article.url, 'article.url', text),
    published: published === null ? null : partialDate(published),
    language: orNull(article.language, 'article.language', text),
    sentences: list(article.sentences, 'article.sentences', sentence, MOST_SENTENCES),
  };
}

function sentence(value: unknown, path: string): ArticleToMatch['sentences'][number] {
  const { text: words, role, block } = record(value, path);
  return {
    text: text(words, `${path}.text`, 50_000),
    role: oneOf(['headline', 'heading', 'body'], role, `${path}.role`),
    block: count(block, `${path}.block`),
  };
}

export function parseCardRef(value: unknown): CardRef {
  const ref = record(value, 'card');
  return {
    pack: packId(ref.pack, 'card.pack'),
    question: text(ref.question, 'card.question') as QuestionId,
    claim: orNull(ref.claim, 'card.claim', (id, path) => text(id, path) as ClaimId),
    accounts: list(ref.accounts, 'card.accounts', (id, path) => text(id, path) as AccountId, 1000),
  };
}

export function parseMarkAsk(value: unknown): MarkAsk {
  const ask = record(value, 'ask');
  return {
    sentence: text(ask.sentence, 'ask.sentence', 50_000),
    pack: packId(ask.pack, 'ask.pack'),
    question: text(ask.question, 'ask.question') as QuestionId,
  };
}

export function parseConfirmAsk(value: unknown): ConfirmAsk {
  const { claim } = record(value, 'ask');
  return { ...parseMarkAsk(value), claim: orNull(claim, 'ask.claim', (id, path) => text(id, path, 80) as ClaimId) };
}

export function parsePackSwitch(value: unknown): { pack: PackId; on: boolean } {
  const ask = record(value, 'ask');
  return { pack: packId(ask.pack, 'ask.pack'), on: flag(ask.on, 'ask.on') };
}

export const parsePackName = (value: unknown): PackId => packId(record(value, 'ask').pack, 'ask.pack');
export const parseImport = (value: unknown): string => text(record(value, 'ask').json, 'ask.json', LONGEST_PACK_FILE);
export const parseTab = (value: unknown): number => count(record(value, 'ask').tabId, 'ask.tabId');

/** Only known settings, each rightly typed: one that is not is an error, not a default. */
export function parseSettingsChange(value: unknown): Partial<Settings> {
  const { offSites, theme, level, overview, toolbar, keepRead, firstRunDone } = record(value, 'settings');
  return {
    ...(offSites !== undefined && { offSites: list(offSites, 'settings.offSites', host, 10_000) }),
    ...(theme !== undefined && { theme: oneOf(THEMES, theme, 'settings.theme') }),
    ...(level !== undefined && { level: oneOf(MARK_LEVELS, level, 'settings.level') }),
    ...(overview !== undefined && { overview: flag(overview, 'settings.overview') }),
    ...(toolbar !== undefined && { toolbar: flag(toolbar, 'settings.toolbar') }),
    ...(keepRead !== undefined && { keepRead: flag(keepRead, 'settings.keepRead') }),
    ...(firstRunDone !== undefined && { firstRunDone: flag(firstRunDone, 'settings.firstRunDone') }),
  };
}

function host(value: unknown, path: string): string {
  const name = text(value, path, 255);
  if (!/^[a-z0-9.-]+$/.test(name)) throw new ParseError(path, 'a host name');
  return name;
}

const packId = (value: unknown, path: string): PackId => text(value, path, 80) as PackId;

export function parsePick(value: unknown): { mark: number; scroll: boolean } {
  const ask = record(value, 'ask');
  return { mark: count(ask.mark, 'ask.mark'), scroll: flag(ask.scroll, 'ask.scroll') };
}

export function parseWalk(value: unknown): { step: 1 | -1 } {
  return { step: record(value, 'ask').step === -1 ? -1 : 1 };
}
