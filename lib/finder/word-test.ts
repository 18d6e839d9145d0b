/** Whether all that was typed stands in a note or in what is known of its article. */
import { hasWordFrom } from './fold-words.ts';
import type { NoteRecord } from './note-record.ts';
import type { Query } from './parse-query.ts';

const UNKNOWN = 0;
const HAS = 1;
const LACKS = 2;

/** `wordsOf`: folded, of the article with this number. */
export function wordTest(
  { words, phrases }: Query,
  articles: number,
  wordsOf: (article: number) => string,
): (note: NoteRecord) => boolean {
  const tests = [
    ...words.map((word) => (text: string) => hasWordFrom(text, word)),
    // It begins where a word begins, so that it is looked for like one; the space at its end makes its last word whole.
    ...phrases.map((phrase) => (text: string) => hasWordFrom(text, phrase.trimStart())),
  ].map((has) => inNoteOrArticle(has, new Uint8Array(articles), wordsOf));
  const [only] = tests;
  if (only === undefined) return () => true;
  return tests.length === 1 ? only : (note) => tests.every((test) => test(note));
}

/** An article is asked once, however many notes are on it. */
function inNoteOrArticle(has: (text: string) => boolean, known: Uint8Array, wordsOf: (article: number) => string) {
  return ({ entry, article }: NoteRecord): boolean => {
    if (has(entry.words)) return true;
    if (known[article] === UNKNOWN) known[article] = has(wordsOf(article)) ? HAS : LACKS;
    return known[article] === HAS;
  };
}
