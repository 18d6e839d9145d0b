/** The three files of a model, read, and held against what the card says of them. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ParseError } from '@/lib/core/parse.ts';
import { parseModelCard, type ModelCard, type ModelFiles } from './model-card.ts';
import { ModelError } from './model-error.ts';

export type ModelFileName = 'model.json' | 'model.bin' | 'vocab.txt';
/** Rejects where there is no such file. */
export type ReadModelFile = (name: ModelFileName) => Promise<Uint8Array<ArrayBuffer>>;

/** Rejects with a ModelError: `absent`, or `damaged` where a file is not the one the card was written for. */
export async function readModelFiles(read: ReadModelFile): Promise<ModelFiles> {
  const [cardBytes, weights, pieces] = await Promise.all([
    found(read, 'model.json'),
    found(read, 'model.bin'),
    found(read, 'vocab.txt'),
  ]);
  const card = cardOf(cardBytes);
  mustBe(card.sha256, weights, 'model.bin');
  mustBe(card.vocabularySha256, pieces, 'vocab.txt');
  return { card, weights, vocabulary: new TextDecoder().decode(pieces) };
}

async function found(read: ReadModelFile, name: ModelFileName): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await read(name);
  } catch (cause) {
    throw new ModelError('absent', `${name} could not be read`, cause);
  }
}

function cardOf(bytes: Uint8Array): ModelCard {
  try {
    return parseModelCard(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    if (cause instanceof ParseError || cause instanceof SyntaxError)
      throw new ModelError('damaged', 'model.json is no card', cause);
    throw cause;
  }
}

function mustBe(digest: string, bytes: Uint8Array, name: ModelFileName): void {
  // Not by WebCrypto: it would take a copy of the whole file.
  if (bytesToHex(sha256(bytes)) !== digest) throw new ModelError('damaged', `${name} is not the file of the card`);
}
