/** Every string the reader sees comes through here, from public/_locales, in the language of the browser's interface. */
import { browser } from 'wxt/browser';
import { formatDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { ToldDate } from '@/lib/core/pack.ts';
import type messages from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** Counted things: for each there is a message per plural category, `accounts_one`, `accounts_other`. `$1` is the number. */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** A locale may have plural forms that English lacks, so a name may be one that the type above does not know. */
const lookUp = (name: string, substitutions: readonly string[]): string => {
  const source: { getMessage(name: string, substitutions: string[]): string } = browser.i18n;
  return source.getMessage(name, substitutions.map(isolated));
};

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name in another direction must not pull the words around it out of order: FSI … PDI, only where it could. */
function isolated(words: string): string {
  return uiDirection() === 'rtl' || RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words;
}

/** `$1` … `$9` of the message are replaced in order. */
export const t = (key: MessageKey, ...substitutions: readonly string[]): string => lookUp(key, substitutions);

/** The message for `count` things in the reader's language; falls back on the form for “many”. */
export function plural(base: PluralKey, count: number): string {
  const form = pluralRules().select(count);
  const shown = [formatNumber(count)];
  return lookUp(`${base}_${form}`, shown) || lookUp(`${base}_other`, shown);
}

/** BCP 47. */
export const uiLocale = (): string => browser.i18n.getUILanguage();

/** Formats are slow to make, and a long list needs hundreds: one is made, and again only for another language. */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let made: { readonly locale: string; readonly format: T } | null = null;
  return () => {
    const locale = uiLocale();
    if (made?.locale !== locale) made = { locale, format: make(locale) };
    return made.format;
  };
}

/** For the `dir` attribute of a page of ours. */
export const uiDirection = (): 'ltr' | 'rtl' => (browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr');

const numberFormat = perLocale((locale) => new Intl.NumberFormat(locale));
const pluralRules = perLocale((locale) => new Intl.PluralRules(locale));

export const formatNumber = (value: number): string => numberFormat().format(value);

/** “29 March 2022”. */
export const dateInFull = (date: PartialDate): string => formatDate(date, uiLocale());

/** “29 March 2022 (“Tuesday”)”: the date as resolved, and the source's own word for it where it gave no date. */
export function toldDateInFull({ date, given }: ToldDate): string {
  return given === null ? dateInFull(date) : t('dateAsGiven', dateInFull(date), given);
}

/** “a · b · c”, without the parts that are missing. */
export const joined = (...parts: readonly (string | null | false)[]): string =>
  parts.flatMap((part) => (part === null || part === false || part === '' ? [] : isolated(part))).join(' · ');

/** “a, b and c” in the reader's language. */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(uiLocale(), { type: 'conjunction' }).format(items);
