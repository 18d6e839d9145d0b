/** Labelled articles: sentences, and which of them speak to which questions. The form is that of ../shared/eval/README.md. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { partialDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { ArticleToMatch } from '@/lib/core/match.ts';
import { count, flag, list, orNull, record, text } from '@/lib/core/parse.ts';

export type Label = {
  /** Index into the sentences. */
  readonly i: number;
  /** True: must be marked. False: a mark with a right question is neither asked for nor wrong. */
  readonly need: boolean;
  readonly claims: readonly string[];
  readonly claimsAny: readonly string[];
  readonly questions: readonly string[];
  readonly questionsAny: readonly string[];
  readonly denies: readonly string[];
};

export type LabelledArticle = {
  readonly file: string;
  readonly published: PartialDate | null;
  /** An empty one stands for a place without text. */
  readonly sentences: readonly string[];
  readonly labels: readonly Label[];
};

/** Every `.json` of the folder, by name. Throws, naming the file, where one is unreadable or of another form. */
export function readLabelled(dir: string): LabelledArticle[] {
  const files = readdirSync(dir).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => {
    try {
      return parseLabelled(JSON.parse(readFileSync(join(dir, name), 'utf8')));
    } catch (cause) {
      throw new Error(`${join(dir, name)} is no labelled article`, { cause });
    }
  });
}

export function parseLabelled(value: unknown): LabelledArticle {
  const article = record(value, 'article');
  const published = orNull(article.published, 'published', text);
  return {
    file: text(article.file, 'file'),
    published: published === null ? null : partialDate(published),
    sentences: list(article.sentences, 'sentences', (sentence, path) => orNull(sentence, path, sentenceText) ?? ''),
    labels: list(article.labels, 'labels', parseLabel),
  };
}

const LONGEST_SENTENCE = 1_000_000;
const sentenceText = (value: unknown, path: string): string => text(value, path, LONGEST_SENTENCE);

function parseLabel(value: unknown, path: string): Label {
  const label = record(value, path);
  const ids = (field: string): string[] => list(label[field] ?? [], `${path}.${field}`, text);
  return {
    i: count(label.i, `${path}.i`),
    need: flag(label.need, `${path}.need`),
    claims: ids('claims'),
    claimsAny: ids('claimsAny'),
    questions: ids('questions'),
    questionsAny: ids('questionsAny'),
    denies: ids('denies'),
  };
}

/** As the matcher takes it. The labels know no headlines and no paragraphs. */
export function toArticle({ published, sentences }: LabelledArticle): ArticleToMatch {
  return {
    title: null,
    url: null,
    published,
    language: null,
    sentences: sentences.map((sentence, block) => ({ text: sentence, role: 'body', block })),
  };
}
