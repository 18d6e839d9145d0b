/** Every text of the interface is in every locale, none is left over, and none judges. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verdictIn } from '@/lib/text/verdict-words.ts';

type Messages = Record<string, { readonly message: string; readonly description?: string }>;

const FOLDER = 'public/_locales';
const LOCALES = readdirSync(FOLDER);
const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')) as Messages;
const english = messagesOf('en');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
const sources = ['lib', 'entrypoints']
  .filter((folder) => existsSync(folder))
  .flatMap(filesUnder)
  .filter((file) => /\.(?:ts|tsx)$/.test(file))
  .concat('wxt.config.ts');
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');

const literals = new Set([...code.matchAll(/'([A-Za-z][A-Za-z0-9_]*)'/g)].map(([, literal = '']) => literal));
const inManifest = new Set([...code.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key));
const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
const counted = [...code.matchAll(/\bplural\(\s*'([^']+)'/g)].map(([, base = '']) => base);

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => key.replace(PLURAL, '');
const placesOf = (message: string): string => [...new Set(message.match(/\$[1-9]/g) ?? [])].sort().join(' ');

describe('English', () => {
  it('has every text that is asked for', () => {
    expect([...asked, ...inManifest].filter((key) => !(key in english))).toEqual([]);
    expect(counted.filter((base) => !(`${base}_other` in english))).toEqual([]);
    expect(asked.length).toBeGreaterThan(60);
  });

  it('has no text that nobody asks for', () => {
    const isUsed = (key: string) =>
      literals.has(key) || inManifest.has(key) || (PLURAL.test(key) && counted.includes(baseOf(key)));
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('explains each place for a name or number to translators', () => {
    const unexplained = Object.entries(english)
      .filter(([, { message }]) => (message.match(/\$[1-9]/g) ?? []).length > 1)
      .filter(([key, { description }]) => description === undefined && !EXPLAINED_BY_THEMSELVES.has(key));
    expect(unexplained.map(([key]) => key)).toEqual([]);
  });
});

/** Two places whose meaning the sentence itself leaves no doubt of. */
const EXPLAINED_BY_THEMSELVES = new Set(['cardHelpFrom', 'markOf', 'whyOtherFigure']);

describe.each(LOCALES)('%s', (locale) => {
  const messages = messagesOf(locale);

  it('has the same texts as English, with the plural forms of its own language', () => {
    const forms = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories;
    const expected = Object.keys(english).flatMap((key) => {
      if (!PLURAL.test(key)) return [key];
      return key.endsWith('_other') ? forms.map((form) => `${baseOf(key)}_${form}`) : [];
    });
    expect(Object.keys(messages).sort()).toEqual(expected.sort());
  });

  it('has the same places for names and numbers', () => {
    const wrong = Object.entries(messages).filter(([key, { message }]) => {
      const original = english[key] ?? english[`${baseOf(key)}_other`];
      return original !== undefined && placesOf(message) !== placesOf(original.message);
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('judges nobody', () => {
    const own = `${FOLDER}/${locale}/verdict-words.json`;
    const list = existsSync(own) ? (JSON.parse(readFileSync(own, 'utf8')) as string[]) : [];
    const judging = Object.entries(messages).filter(
      ([, { message }]) => verdictIn(message) !== null || list.some((word) => message.toLowerCase().includes(word)),
    );
    expect(judging.map(([key]) => key)).toEqual([]);
  });

  it('is typeset: no straight quotes, no double spaces, no stray spaces at the ends', () => {
    const untidy = Object.entries(messages).filter(([, { message }]) => /["']|\s{2}|^\s|\s$/.test(message));
    expect(untidy.map(([key]) => key)).toEqual([]);
  });
});

it('no component writes text of its own', () => {
  const components = sources.filter((file) => file.endsWith('.tsx') && file.startsWith('lib/'));
  const written = components.flatMap((file) => {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    // Between tags, or in an attribute that is read out: two letters or more that no braces hold.
    const between = text.match(/<(?:[a-z]\w*|\/\w+)[^<>]*>\s*[A-Za-z]{2,}[^<>{}=;()]*(?=<)/g) ?? [];
    const attributes = text.match(/\b(?:aria-label|title|placeholder|alt)="[^"]*[A-Za-z]{2,}[^"]*"/g) ?? [];
    return [...between, ...attributes].map((found) => `${file}: ${found}`);
  });
  expect(written).toEqual([]);
});
