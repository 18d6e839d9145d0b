/** A source in words, as short as the place allows. */
import type { CardSource, LineageNode, LineageRelation } from '@/lib/card/card.ts';
import type { Genre, Stance } from '@/lib/core/pack.ts';
import { dateInFull, t, uiLocale, type MessageKey } from './text.ts';

type Named = Pick<CardSource, 'outlet' | 'title' | 'author'>;
type Dated = Pick<CardSource, 'published' | 'dateCertain'>;

const GENRE = {
  news: 'genreNews',
  analysis: 'genreAnalysis',
  opinion: 'genreOpinion',
  interview: 'genreInterview',
  speech: 'genreSpeech',
  report: 'genreReport',
  document: 'genreDocument',
  unknown: 'genreUnknown',
} as const satisfies Record<Genre, MessageKey>;

const STANCE = {
  asserts: 'stanceAsserts',
  reports: 'stanceReports',
  denies: 'stanceDenies',
  doubts: 'stanceDoubts',
} as const satisfies Record<Stance, MessageKey>;

const RELATION = {
  origin: 'lineageOrigin',
  reprint: 'lineageReprint',
  retelling: 'lineageRetelling',
  cites: 'lineageCites',
  republished: 'lineageRepublished',
} as const satisfies Record<LineageRelation, MessageKey>;

export const genreInWords = (genre: Genre): string => t(GENRE[genre]);
export const stanceInWords = (stance: Stance): string => t(STANCE[stance]);
export const relationInWords = (relation: LineageNode['relation']): string => t(RELATION[relation]);

/** The outlet; for a text of no known outlet its title, else its author. */
export function sourceName({ outlet, title, author }: Named): string {
  if (outlet !== null) return outlet;
  return title === null ? (author ?? t('sourceUnnamed')) : t('titleQuoted', title);
}

/** Null where there is no date; says so where it is inferred. */
export function publishedInWords({ published, dateCertain }: Dated): string | null {
  if (published === null) return null;
  return dateCertain ? dateInFull(published) : t('dateInferred', dateInFull(published));
}

/** “Antiwar.com, 30 March 2022”. */
export function sourceAndDate(source: Named & Dated): string {
  const date = publishedInWords(source);
  return date === null ? sourceName(source) : t('nameAndDate', sourceName(source), date);
}

/** “English”; the tag itself where the browser knows no name for it. */
export function languageInWords(tag: string): string {
  try {
    return new Intl.DisplayNames(uiLocale(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
