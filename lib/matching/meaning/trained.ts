/** What was learned beside the sentence model: when a sentence speaks to a question, and what sentences of one look like. */
import { MARK_LEVELS } from '@/lib/core/settings.ts';
import type { Level, Levels } from '../accept.ts';
import { ParseError, finite, list, oneOf, record, text } from '@/lib/core/parse.ts';
import { parsePackedText } from './packed-text.ts';
import { parseTrees, sumOfTrees, type Trees } from './trees.ts';
import type { PackedVectors } from '@/lib/core/sentence-model.ts';

/** One row for each of `questions` and one more, the last, for “none of them”. */
export type Taught = {
  readonly questions: readonly string[];
  readonly rows: PackedVectors;
  readonly biases: readonly number[];
};

export type Trained = {
  /** Of the sentence model that it belongs to. */
  readonly model: string;
  readonly trees: Trees;
  readonly intercept: number;
  readonly levels: Levels;
  /** By pack. A pack that is not among them is matched by its own words alone. */
  readonly taught: ReadonlyMap<string, Taught>;
};

const FORMATS = ['parallax-acceptance-1'] as const;

/** @throws ParseError naming the field that is wrong. `evidence`: the names of the numbers that the trees look at; `model`: the sentence model's id. */
export function parseTrained(value: unknown, evidence: readonly string[], model: string): Trained {
  const file = record(value, 'acceptance');
  oneOf(FORMATS, file.format, 'acceptance.format');
  const names = list(file.evidence, 'acceptance.evidence', text);
  if (names.join() !== evidence.join()) throw new ParseError('acceptance.evidence', evidence.join());
  if (text(file.model, 'acceptance.model') !== model) throw new ParseError('acceptance.model', model);
  const levels = record(file.levels, 'acceptance.levels');
  return {
    model,
    trees: parseTrees(file.trees, 'acceptance.trees', evidence.length),
    intercept: finite(file.intercept, 'acceptance.intercept'),
    levels: Object.fromEntries(
      MARK_LEVELS.map((level) => [level, parseLevel(levels[level], `acceptance.levels.${level}`)]),
    ) as Levels,
    taught: parseTaughtPacks(file.taught),
  };
}

/** @throws ParseError */
export function parseTaughtPacks(value: unknown): ReadonlyMap<string, Taught> {
  return new Map(
    list(value, 'acceptance.taught', (one, path) => {
      const taught = record(one, path);
      return [text(taught.pack, `${path}.pack`), parseTaught(taught, path)];
    }),
  );
}

function parseLevel(value: unknown, path: string): Level {
  const level = record(value, path);
  const number = (field: keyof Level): number => finite(level[field], `${path}.${field}`);
  return { threshold: number('threshold'), precision: number('precision'), recall: number('recall') };
}

function parseTaught(taught: Readonly<Record<string, unknown>>, path: string): Taught {
  const questions = list(taught.questions, `${path}.questions`, text);
  const rows = parsePackedText(taught.rows, `${path}.rows`);
  const biases = list(taught.biases, `${path}.biases`, finite);
  if (rows.count !== questions.length + 1 || biases.length !== rows.count)
    throw new ParseError(`${path}.rows`, 'one for each question and one more');
  return { questions, rows, biases };
}

/** 0 to 1. */
export function probabilityOf(evidence: readonly number[], { trees, intercept }: Trained): number {
  return 1 / (1 + Math.exp(-(intercept + sumOfTrees(trees, evidence))));
}
