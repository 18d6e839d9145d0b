/** The labelled sentences of tests/fixtures/attribution, each with the article it stands in; and invented articles with theirs. */
import { existsSync, readFileSync } from 'node:fs';
import type { Sentence, SentenceRole } from '../../lib/core/article.ts';
import { partialDate } from '../../lib/core/dates.ts';
import { STANCES } from '../../lib/core/pack.ts';
import type { Stance } from '../../lib/core/pack.ts';
import { count, finite, flag, list, oneOf, orNull, record, text } from '../../lib/core/parse.ts';
import { hashSentence } from '../../lib/text/sentence-hash.ts';
import type { ArticleToAttribute } from '../../lib/attribution/proposal.ts';

export const ARTICLES = '../shared/training/articles';
const FIXTURES = 'tests/fixtures/attribution';
const LONGEST = 100_000;

/** One fair reading of a sentence: null is the outlet. The first stance is the one to expect. */
export type Reading = { readonly speaker: string | null; readonly stances: readonly Stance[] };
export type Label = {
  readonly file: string;
  readonly sentence: number;
  readonly split: 'dev' | 'test' | 'later';
  /** Whether it carries something that can be checked; null where that was not labelled. */
  readonly claim: boolean | null;
  /** The first reading, then others that are as fair. */
  readonly readings: readonly Reading[];
};
export type LabelledArticle = { readonly article: ArticleToAttribute; readonly labels: readonly Label[] };

/** Empty where the articles are not there. Throws where a sentence is not the one that was labelled. */
export function readLabels(folder = ARTICLES): LabelledArticle[] {
  if (!existsSync(folder)) return [];
  const labels = list(record(json(`${FIXTURES}/labels.json`), 'labels').labels, 'labels', parseLabel);
  return Object.entries(Object.groupBy(labels, ({ label }) => label.file)).map(([file, some = []]) => {
    const { published, sentences } = record(json(`${folder}/${file}.json`), file);
    const texts = list(sentences, file, (value, path) => text(value, path, LONGEST));
    for (const { label, hash } of some)
      if (hashSentence(texts[label.sentence] ?? '') !== hash)
        throw new Error(`${file}: another sentence ${label.sentence}`);
    const article = articleOf([texts.map((words) => ({ text: words, role: 'body' }))], orNull(published, file, text));
    return { article, labels: some.map(({ label }) => label) };
  });
}

/** What is expected of an invented sentence besides speaker and stance, where it is told. */
export type Expected = {
  readonly role: string | null;
  readonly via: string | null;
  readonly cue: string | null;
  readonly quote: string | null;
  readonly said: string | null;
  readonly figures: readonly number[];
};
export type Invented = LabelledArticle & { readonly expected: readonly Expected[] };

export function readInvented(): Invented[] {
  return list(record(json(`${FIXTURES}/invented.json`), 'invented').articles, 'invented', (value, path) => {
    const article = record(value, path);
    const title = text(article.title, path);
    const paragraphs = list(article.paragraphs, path, (one, at) =>
      list(one, at, (sentence, where) => record(sentence, where)),
    );
    const rows = paragraphs.flat();
    const lines = paragraphs.map((some) => some.map((one) => ({ text: text(one.text, path), role: 'body' as const })));
    return {
      article: articleOf([[{ text: title, role: 'headline' }], ...lines], text(article.published, path)),
      labels: rows.map((one, at) => ({
        file: title,
        sentence: at + 1,
        split: 'dev' as const,
        claim: null,
        readings: readingsOf({ ...one, stances: [one.stance] }, path),
      })),
      expected: rows.map((one) => ({
        role: orNull(one.role ?? null, path, text),
        via: orNull(one.via ?? null, path, text),
        cue: orNull(one.cue ?? null, path, text),
        quote: orNull(one.quote ?? null, path, text),
        said: orNull(one.said ?? null, path, text),
        figures: list(one.figures ?? [], path, finite),
      })),
    };
  });
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function parseLabel(value: unknown, path: string): { readonly label: Label; readonly hash: string } {
  const row = record(value, path);
  const label: Label = {
    file: text(row.file, path),
    sentence: count(row.sentence, path),
    split: oneOf(['dev', 'test', 'later'], row.split, path),
    claim: row.claim === undefined ? null : flag(row.claim, path),
    readings: readingsOf(row, path),
  };
  return { label, hash: text(row.hash, path) };
}

function readingsOf(row: Readonly<Record<string, unknown>>, path: string): Reading[] {
  const parse = (value: unknown, at: string): Reading => {
    const one = record(value, at);
    return {
      speaker: orNull(one.speaker, at, text),
      stances: list(one.stances, at, (stance, where) => oneOf(STANCES, stance, where)),
    };
  };
  return [parse(row, path), ...list(row.or ?? [], path, parse)];
}

type Line = { readonly text: string; readonly role: SentenceRole };

/** Paragraphs of sentences, as the extraction hands them over. */
export function articleOf(paragraphs: readonly (readonly Line[])[], published: string | null): ArticleToAttribute {
  const sentences: Sentence[] = [];
  let whole = '';
  for (const [block, lines] of paragraphs.entries()) {
    if (block > 0) whole += '\n';
    for (const [at, { text: given, role }] of lines.entries()) {
      if (at > 0) whole += ' ';
      const words = given.replace(/\s+/gu, ' ').trim();
      sentences.push({ start: whole.length, end: whole.length + words.length, text: words, role, block });
      whole += words;
    }
  }
  return { text: whole, sentences, published: published === null ? null : partialDate(published), language: 'en' };
}
