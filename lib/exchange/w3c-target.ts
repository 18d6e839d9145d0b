/** The targets of an annotation: the passage, the page, the annotation that it answers. */
import type { Json, Note, Passage } from '@/lib/core/note.ts';
import { ParseError } from '@/lib/core/parse.ts';
import { entriesOf, isFields, isList, type Fields } from './kept-fields.ts';
import { noteIdOf } from './note-id.ts';
import { isoOf } from './note-moment.ts';
import { passageOf, quoteSelector } from './note-quote.ts';
import { iriOf, itemsOf, toUri, wordsOf } from './w3c-words.ts';
import type { Told } from './note-format.ts';

export function writeTarget(note: Note): Json {
  const { url, passage, replyTo, text, created } = note;
  const selector = passage === null ? null : selectorsOf(passage);
  // The text's hash goes along under our own key; this says from when it is.
  const state = text === null ? null : { type: 'TimeState', sourceDate: isoOf(created) };
  const source = toUri(url);
  const page =
    selector === null && state === null
      ? source
      : { type: 'SpecificResource', source, ...(selector !== null && { selector }), ...(state !== null && { state }) };
  return replyTo === null ? page : [`urn:uuid:${replyTo}`, page];
}

function selectorsOf(passage: Passage): Json {
  const { position } = passage;
  const quote = quoteSelector(passage);
  return position === null ? [quote] : [quote, { type: 'TextPositionSelector', ...position }];
}

export type ReadTarget = Pick<Note, 'passage' | 'replyTo'> & {
  /** Null: the annotation answers another and names no page. */
  readonly url: string | null;
  readonly unshown: Told['unshown'];
};

/** Throws `ParseError` where there is no address. */
export function readTarget({ target, motivation }: Fields): ReadTarget {
  const targets = entriesOf(target).flatMap(targetsIn);
  const isReply = wordsOf(motivation).includes('replying');
  const parent = isReply ? iriOf(targets[0]) : null;
  const [page, ...others] = parent === null ? targets : targets.slice(1);
  const replyTo = parent === null ? null : noteIdOf('w3c', parent);
  if (page === undefined && parent !== null) return { passage: null, replyTo, url: null, unshown: [] };
  const url = iriOf(isFields(page) ? (page.source ?? page) : page);
  if (url === null) throw new ParseError('target', 'the address of what is annotated');
  const passage = isFields(page) ? passageIn(page) : null;
  const unshown = [
    ...(passage === null && isFields(page) && page.selector !== undefined ? [WITHOUT_WORDS] : []),
    ...(others.length > 0 ? [OTHER_PLACES] : []),
  ];
  return { passage, replyTo, url, unshown };
}

const WITHOUT_WORDS = {
  where: 'target.selector',
  why: 'The place is given without its words. The note is kept, on the page as a whole.',
};
const OTHER_PLACES = { where: 'target', why: 'The note has several places. The first is shown; the others are kept.' };

function targetsIn(target: Json): readonly Json[] {
  const items = isFields(target) ? itemsOf(target) : null;
  return items === null ? [target] : items.flatMap(targetsIn);
}

function passageIn({ selector }: Fields): Passage | null {
  const selectors = entriesOf(selector).flatMap(choices);
  const quote = selectors.flatMap(refinements).find((one) => wordsOf(one.type).includes('TextQuoteSelector'));
  // A refined position counts from where the outer selector begins: it is none of the page.
  const place = selectors.find((one) => wordsOf(one.type).includes('TextPositionSelector'));
  return quote === undefined ? null : passageOf(quote, positionOf(place));
}

const choices = (selector: Json): readonly Fields[] =>
  isFields(selector) ? (itemsOf(selector)?.flatMap(choices) ?? [selector]) : [];

/** A selector and those that refine it, one within the other. */
const refinements = (selector: Fields): readonly Fields[] => [
  selector,
  ...entriesOf(selector.refinedBy).flatMap(choices).flatMap(refinements),
];

function positionOf(selector: Fields | undefined): Passage['position'] {
  const { start, end } = selector ?? {};
  return isOffset(start) && isOffset(end) && start <= end ? { start, end } : null;
}

const isOffset = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** After an edit: the passage's new place instead of the first; further places stay. */
export const editTarget = (foreign: Json | undefined, plain: Json | undefined): Json | undefined =>
  isList(foreign) && plain !== undefined && !isList(plain) ? [plain, ...foreign.slice(1)] : plain;
