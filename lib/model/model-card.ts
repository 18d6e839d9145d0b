/** What public/model/model.json says of the two files beside it. Written by training/export_model.py. */
import { ParseError, count, oneOf, record, text } from '@/lib/core/parse.ts';

export type ModelCard = {
  readonly id: string;
  /** SHA-256, in hexadecimal, of the weights and of the vocabulary. */
  readonly sha256: string;
  readonly vocabularySha256: string;
  /** Numbers in a vector, and in a row between two layers. */
  readonly dimensions: number;
  readonly layers: number;
  readonly heads: number;
  readonly feedForward: number;
  /** How many word pieces the vocabulary has. */
  readonly vocabulary: number;
  /** What is longer is cut off. */
  readonly maxTokens: number;
};

export type ModelFiles = {
  readonly card: ModelCard;
  readonly weights: Uint8Array<ArrayBuffer>;
  readonly vocabulary: string;
};

const FORMATS = ['parallax-bert-1'] as const;
/** Rows are worked through by so many numbers, and each head's part of them by four. */
const [STEP, STEP_OF_HEAD] = [16, 4];

/** @throws ParseError naming the field that is wrong. */
export function parseModelCard(value: unknown): ModelCard {
  const card = record(value, 'model');
  oneOf(FORMATS, card.format, 'model.format');
  const number = (field: string): number => count(card[field], `model.${field}`);
  const inSteps = (field: string, step: number): number => {
    const value = number(field);
    if (value === 0 || value % step !== 0) throw new ParseError(`model.${field}`, `a multiple of ${step}`);
    return value;
  };
  const heads = inSteps('heads', 1);
  inSteps('dimensions', heads * STEP_OF_HEAD);
  return {
    id: text(card.id, 'model.id'),
    sha256: text(card.sha256, 'model.sha256'),
    vocabularySha256: text(card.vocabularySha256, 'model.vocabularySha256'),
    dimensions: inSteps('dimensions', STEP),
    layers: number('layers'),
    heads,
    feedForward: inSteps('feedForward', STEP),
    vocabulary: number('vocabulary'),
    maxTokens: number('maxTokens'),
  };
}
