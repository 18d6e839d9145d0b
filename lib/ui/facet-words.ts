/** The library's facets and their values, in words. */
import type { Facet } from '@/lib/finder/filters.ts';
import { FLAG_KINDS, type FlagKind } from '@/lib/core/note.ts';
import { flagInWords } from './note-words.ts';
import { perLocale, t, type MessageKey } from './text.ts';

const FACET = {
  kind: 'facetKind',
  tag: 'facetTag',
  site: 'facetSite',
  pack: 'facetPack',
  state: 'facetState',
} as const satisfies Record<Facet, MessageKey>;

const STATE: Readonly<Record<string, MessageKey>> = {
  found: 'stateFound',
  changed: 'stateChanged',
  ambiguous: 'stateAmbiguous',
  orphan: 'stateOrphan',
  unseen: 'stateUnseen',
};

export const facetInWords = (facet: Facet): string => t(FACET[facet]);

export function valueInWords(facet: Facet, value: string): string {
  if (facet === 'state') return STATE[value] === undefined ? value : t(STATE[value]);
  if (facet !== 'kind') return value;
  if (isFlag(value)) return t('noteFlag', flagInWords(value));
  return value === 'highlight' ? t('noteHighlight') : t('noteNote');
}

const isFlag = (value: string): value is FlagKind => FLAG_KINDS.some((flag) => flag === value);

const monthFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long' }));

/** `2022-03` → “March 2022”. */
export function monthInWords(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthFormat().format(new Date(year, number - 1, 15));
}
