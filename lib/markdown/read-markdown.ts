/** A note's Markdown, read for showing: whole, or its beginning. It never fails; what cannot be read is shown as typed. */
import type { MarkedToken, Token, Tokens } from 'marked';
import type { Block, Cell, Item } from './blocks.ts';
import { tokensOf } from './capped-lexer.ts';
import { readInline } from './read-inline.ts';
import { Room, type CutShort } from './room.ts';

/** UTF-16 code units that are read for signs: about ten pages. What is beyond them is shown as typed. */
const MOST_READ = 20_000;
/** Of what is typed, that many for one that is shown: signs and addresses take room. */
const SIGNS = 4;

export type ReadNote = {
  readonly blocks: readonly Block[];
  /** What comes after them, to be shown as it was typed; mostly empty. */
  readonly rest: string;
};

export function readMarkdown(text: string): ReadNote {
  const [head, tail] = split(text, MOST_READ);
  const tokens = lexed(head);
  const room = new Room();
  const blocks: Block[] = [];
  for (const [at, token] of tokens.entries()) {
    const block = blockOf(token, room);
    if (room.isOver) return { blocks, rest: typed(tokens.slice(at)) + tail };
    blocks.push(...block);
  }
  return { blocks, rest: tail };
}

type Beginning = Pick<ReadNote, 'blocks'> & {
  /** There is more of it. */
  readonly isCut: boolean;
};

/** The first `most` letters, about. */
export function readBeginning(text: string, most: number, cutShort: CutShort): Beginning {
  const [head, tail] = split(text, most * SIGNS);
  const room = new Room(most, cutShort);
  const blocks = readBlocks(lexed(head), room);
  return { blocks, isCut: room.isOver || tail !== '' };
}

function lexed(text: string): readonly Token[] {
  try {
    return tokensOf(text);
  } catch {
    // A bug of the lexer must not take the note from its reader.
    return [{ type: 'text', raw: text, text }];
  }
}

function readBlocks(tokens: readonly Token[], room: Room): Block[] {
  const blocks: Block[] = [];
  for (const token of tokens) {
    if (token.type === 'space') continue;
    if (!room.takesPart()) break;
    blocks.push(...blockOf(token, room));
  }
  return blocks;
}

/** None for what shows nothing. */
function blockOf(token: Token, room: Room): Block[] {
  // Without extensions, marked gives no others.
  const known = token as MarkedToken;
  switch (known.type) {
    case 'space':
    case 'checkbox':
      return [];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'heading':
      return [{ kind: 'heading', inside: readInline(known.tokens, room) }];
    case 'paragraph':
      return [{ kind: 'paragraph', inside: readInline(known.tokens, room) }];
    case 'text':
      return [{ kind: 'paragraph', inside: readInline(known.tokens ?? [known], room) }];
    case 'blockquote':
      return [{ kind: 'quote', inside: readBlocks(known.tokens, room) }];
    case 'list':
      return [{ kind: 'list', ordered: known.ordered, items: itemsOf(known, room) }];
    case 'code':
      return [{ kind: 'listing', name: room.take(known.lang?.trim() ?? ''), text: room.take(known.text) }];
    case 'table':
      return [{ kind: 'table', head: cellsOf(known.header, room), rows: rowsOf(known, room) }];
    // The address of a link that is named elsewhere, among others: “[Update]: confirmed” looks like one.
    default:
      return [{ kind: 'paragraph', inside: [{ kind: 'text', text: room.take(known.raw.trim()) }] }];
  }
}

function itemsOf({ items, ordered }: Tokens.List, room: Room): Item[] {
  const numbers = ordered ? numbersOf(items) : [];
  const read: Item[] = [];
  for (const [at, { task, checked, tokens }] of items.entries()) {
    if (!room.takesPart()) break;
    read.push({ number: numbers[at] ?? null, done: task ? checked === true : null, inside: readBlocks(tokens, room) });
  }
  return read;
}

/** As typed: “1999. … 2004. …” are years. Where all are the same they are to be counted. */
function numbersOf(items: readonly Tokens.ListItem[]): number[] {
  const typed = items.map(({ raw }) => Number(/^\s*(\d{1,9})[.)]/.exec(raw)?.[1] ?? 1));
  const [first = 1] = typed;
  return typed.every((number) => number === first) ? typed.map((_, at) => first + at) : typed;
}

function rowsOf({ rows }: Tokens.Table, room: Room): Cell[][] {
  const read: Cell[][] = [];
  for (const row of rows) {
    if (!room.takesPart()) break;
    read.push(cellsOf(row, room));
  }
  return read;
}

const cellsOf = (cells: readonly Tokens.TableCell[], room: Room): Cell[] =>
  cells.map(({ align, tokens }) => ({ align, inside: room.takesPart() ? readInline(tokens, room) : [] }));

const typed = (tokens: readonly Token[]): string => tokens.map(({ raw }) => raw).join('');

/** Between lines where it can be, else between words; never within a character. */
function split(text: string, most: number): [string, string] {
  if (text.length <= most) return [text, ''];
  const head = text.slice(0, most);
  const ends = [head.lastIndexOf('\n'), head.lastIndexOf(' '), head.search(/[\uD800-\uDBFF]?$/) - 1];
  const end = 1 + (ends.find((at) => at > most / 2) ?? most - 1);
  return [text.slice(0, end), text.slice(end)];
}
