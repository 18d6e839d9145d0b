import { ENGLISH } from './i18n-stub.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { partialDate } from '@/lib/core/dates.ts';
import { browser } from 'wxt/browser';
import { dateInFull, joined, listed, plural, t, toldDateInFull, uiDirection } from '@/lib/ui/text.ts';
import { createI18n } from './fake-i18n.ts';

const speak = (locale: string, direction: 'ltr' | 'rtl' = 'ltr', messages = ENGLISH): void => {
  Object.assign(browser, { i18n: createI18n(messages, locale, direction) });
};
afterEach(() => speak('en'));

const date = (text: string) => {
  const parsed = partialDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

describe('a text', () => {
  it('is the message, with its places filled', () => {
    expect(t('notTheSameClaim')).toBe('Not the same claim');
    expect(t('markOf', '2', '6')).toBe('Mark 2 of 6');
  });

  it.each([
    [0, '0 accounts'],
    [1, '1 account'],
    [2, '2 accounts'],
    [1351, '1,351 accounts'],
  ])('counts %d', (count, text) => {
    expect(plural('accounts', count)).toBe(text);
  });

  it('takes the plural form of the reader’s language, else the one for many', () => {
    const polish = { ...ENGLISH, accounts_few: { message: '$1 relacje' } };
    speak('pl', 'ltr', polish);
    expect([plural('accounts', 3), plural('accounts', 5)]).toEqual(['3 relacje', '5 accounts']);
  });
});

describe('dates', () => {
  it.each([
    ['en-GB', '2022-03-29', '29 March 2022'],
    ['en-US', '2022-03-29', 'March 29, 2022'],
    ['de', '2022-03', 'März 2022'],
    ['en-GB', '2022', '2022'],
  ])('are in full, in the reader’s language: %s %s', (locale, given, text) => {
    speak(locale);
    expect(dateInFull(date(given))).toBe(text);
  });

  it('keep the source’s own word', () => {
    speak('en-GB');
    expect(toldDateInFull({ date: date('2022-03-29'), given: 'Tuesday' })).toBe('29 March 2022 (“Tuesday”)');
    expect(toldDateInFull({ date: date('2022-03-29'), given: null })).toBe('29 March 2022');
  });
});

describe('parts', () => {
  it('are joined without those that are missing', () => {
    expect(joined('a', null, false, '', 'b')).toBe('a · b');
  });
  it('are listed as the language does', () => {
    expect(listed(['a', 'b', 'c'])).toBe('a, b, and c');
  });
});

describe('another direction', () => {
  it('is the browser’s to say', () => {
    expect(uiDirection()).toBe('ltr');
    speak('ar', 'rtl');
    expect(uiDirection()).toBe('rtl');
  });

  it('of a name does not pull the words around it along', () => {
    expect(t('accountVia', 'الجزيرة')).toBe('via \u2068الجزيرة\u2069');
    expect(joined('Antiwar.com', 'הארץ')).toBe('Antiwar.com · \u2068הארץ\u2069');
    expect(t('accountVia', 'Tass')).toBe('via Tass');
    speak('ar', 'rtl');
    expect(t('accountVia', 'Tass')).toBe('via \u2068Tass\u2069');
  });
});
