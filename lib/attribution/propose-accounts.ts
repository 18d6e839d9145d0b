/** The accounts that an article's sentences tell, each filled in as far as its words allow. English; in one pass over the text. */
import type { Span } from '@/lib/core/article.ts';
import { quantitiesIn } from '@/lib/text/quantities.ts';
import type { Quantity } from '@/lib/text/quantities.ts';
import type { Place } from './cast.ts';
import { castOf } from './introductions.ts';
import { likelihoodOf } from './likelihood.ts';
import { isOne } from './lexicon.ts';
import { partOf } from './proposal.ts';
import type { ArticleToAttribute, Part, Proposal } from './proposal.ts';
import { quotationsIn } from './quotations.ts';
import { speakerOfQuotation } from './quoted-speakers.ts';
import type { Read, Spoken } from './read.ts';
import { saidWhen } from './said-when.ts';
import { spokenIn } from './spoken.ts';
import { spanOf, wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** In reading order, one for each sentence with words. None for an article in another language than English. */
export function proposeAccounts(article: ArticleToAttribute): readonly Proposal[] {
  if (article.language !== null && !/^en\b/iu.test(article.language)) return [];
  const read = readSentences(article);
  const cast = castOf(article.text, read);
  const spoken = read.map((one, sentence) => {
    const { words } = one;
    const place: Place = { words, sentence, part: (phrase) => partOf(article.text, spanOf(words, phrase)) };
    return spokenIn(cast, one, place);
  });
  return read.flatMap((one, at): Proposal[] => {
    const said = spoken[at] ?? speakerOfQuotation(read, spoken, at);
    return one.words.length === 0 ? [] : [{ sentence: at, ...proposalOf(article, one, said) }];
  });
}

function readSentences({ text, sentences }: ArticleToAttribute): Read[] {
  const quotations = quotationsIn(
    text,
    sentences.map(({ end }) => end),
  );
  let at = 0;
  return sentences.map((sentence) => {
    while (at < quotations.length && (quotations[at]?.end ?? 0) <= sentence.start) at += 1;
    let to = at;
    while (to < quotations.length && (quotations[to]?.start ?? 0) < sentence.end) to += 1;
    const here = quotations.slice(at, to);
    return { sentence, quotations: here, words: wordsOf(sentence, here) };
  });
}

function proposalOf(
  { text, published }: ArticleToAttribute,
  read: Read,
  said: Spoken | null,
): Omit<Proposal, 'sentence'> {
  const { sentence, words } = read;
  const figures = quantitiesIn(sentence.text).map((quantity) => shifted(quantity, sentence.start));
  const cue = said?.speaker.by === 'continued' ? null : (said?.governing ?? null);
  const beside = cue === null ? null : { words, cue: cue.cue, subject: cue.who.phrase };
  return {
    speaker: said?.speaker ?? null,
    role: said?.role ?? null,
    via: said?.via ?? null,
    cue: said?.cue ?? null,
    stance: said?.stance ?? (isHearsay(words) ? 'reports' : 'asserts'),
    quotes: said === null ? [] : quotesIn(text, read),
    figures,
    said: beside === null ? null : saidWhen(text, sentence, published, beside),
    likelihood: likelihoodOf({ words, text: sentence.text, figures: figures.length }),
  };
}

/** “Reportedly”, “it is said”: the outlet does not say so itself. */
function isHearsay(words: readonly Word[]): boolean {
  return words.some(({ word, quoted }, at) => {
    const isTold = (): boolean => words.slice(at + 2, at + 4).some((next) => isOne(next.word, 'told'));
    const isImpersonal = word === 'it' && isOne(words[at + 1]?.word, 'be');
    return !quoted && (isOne(word, 'hearsay') || (isImpersonal && isTold()));
  });
}

const AGAIN = /^[\s"“„«‘']*/u;

function quotesIn(text: string, { sentence, quotations }: Read): Part[] {
  return quotations.flatMap(({ inner }) => {
    const start = Math.max(inner.start, sentence.start);
    const given = text.slice(start, Math.min(inner.end, sentence.end));
    // A further paragraph of it opens with a mark again.
    const lead = (inner.start < start ? AGAIN : /^\s*/u).exec(given)?.[0].length ?? 0;
    const words = given.slice(lead).trimEnd();
    const from = start + lead;
    return words === '' ? [] : [{ start: from, end: from + words.length, text: words }];
  });
}

function shifted(quantity: Quantity, by: number): Quantity {
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...move(quantity),
    counted: quantity.counted === null ? null : move(quantity.counted),
    asOf: quantity.asOf === null ? null : move(quantity.asOf),
  };
}
