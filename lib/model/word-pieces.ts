/**
 * Text to the numbers of word pieces, as BERT's uncased tokenizer does it. One difference: “[SEP]” written in a text
 * is text. A page must not be able to end a sentence for us.
 */
import type { ModelInput } from '@/lib/core/sentence-model.ts';
import type { ModelCard } from './model-card.ts';
import { ModelError } from './model-error.ts';

export type Tokens = {
  readonly ids: readonly number[];
  /** How many of them, from the start, are the context. */
  readonly context: number;
};
export type WordPieces = (input: ModelInput) => Tokens;

const LONGEST_WORD = 100;
const SPECIAL = { start: '[CLS]', end: '[SEP]', unknown: '[UNK]' };
/** [CLS] … [SEP], and with a context one [SEP] more. */
const [ENDS, ENDS_OF_PAIR] = [2, 3];

const SPACES = /\p{White_Space}+/u;
const REMOVED = /(?![\t\n\r])[\0\uFFFD\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const CJK =
  /[\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu;
const ACCENTS = /\p{Mn}/gu;
/** Unicode's punctuation, and what ASCII has beside letters and digits. */
const PUNCTUATION = /[\p{P}$+<=>^`|~]/gu;

/** Throws a ModelError where the vocabulary, one piece a line, is not that of the card. */
export function createWordPieces(
  vocabulary: string,
  { vocabulary: size, maxTokens }: Pick<ModelCard, 'vocabulary' | 'maxTokens'>,
): WordPieces {
  const pieces = new Map(
    vocabulary
      .trimEnd()
      .split('\n')
      .map((piece, id) => [piece, id]),
  );
  if (pieces.size !== size) throw new ModelError('damaged', `${pieces.size} word pieces, not ${size}`);
  const special = (piece: string): number => {
    const id = pieces.get(piece);
    if (id === undefined) throw new ModelError('damaged', `the vocabulary lacks ${piece}`);
    return id;
  };
  const [start, end, unknown] = [special(SPECIAL.start), special(SPECIAL.end), special(SPECIAL.unknown)];
  const idsOf = (words: readonly string[], most: number): number[] => {
    const ids: number[] = [];
    for (const word of words) {
      if (ids.length >= most) break;
      ids.push(...(spell(word, pieces) ?? [unknown]));
    }
    return ids;
  };
  return ({ text, context }) => {
    const most = maxTokens - (context === undefined ? ENDS : ENDS_OF_PAIR);
    const sentence = idsOf(wordsOf(text), most).slice(0, most);
    if (context === undefined) return { ids: [start, ...sentence, end], context: 0 };
    const room = most - sentence.length;
    // Its end is nearest to the sentence, so it is its beginning that goes. A word has at least one piece.
    const words = room === 0 ? [] : wordsOf(context).slice(-room);
    const before = [start, ...idsOf(words, Infinity).slice(words.length === 0 ? 0 : -room), end];
    return { ids: [...before, ...sentence, end], context: before.length };
  };
}

/** Lower case, without accents; every mark of punctuation and every Chinese character is a word. */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(REMOVED, '')
    .replace(CJK, ' $& ')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(PUNCTUATION, ' $& ');
  // Letter by letter: in the words of the vocabulary a sigma at the end is a sigma.
  const lower = Array.from(plain, (letter) => letter.toLowerCase()).join('');
  return lower.split(SPACES).filter((word) => word !== '');
}

/** The longest piece that fits, again and again. Null where some rest has none. */
function spell(word: string, pieces: ReadonlyMap<string, number>): number[] | null {
  if (word.length > LONGEST_WORD && Array.from(word).length > LONGEST_WORD) return null;
  const ids: number[] = [];
  for (let from = 0; from < word.length;) {
    const prefix = from === 0 ? '' : '##';
    let to = word.length;
    while (to > from && !pieces.has(prefix + word.slice(from, to))) to -= 1;
    const id = pieces.get(prefix + word.slice(from, to));
    if (to === from || id === undefined) return null;
    ids.push(id);
    from = to;
  }
  return ids;
}
