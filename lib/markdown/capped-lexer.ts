/**
 * The lexer of `marked`, held to what a note needs and to a bounded effort. Left alone it goes as deep as the text says,
 * and takes seconds for some thousand unpaired signs. What is refused here stays in the text as it was typed.
 */
import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';
import { addressAt } from './web-address.ts';

/** Quotes and lists in one another; and styles and links in one another. */
const DEEPEST = 8;
/** UTF-16 code units in which signs of style and links find each other. A line that is longer is plain. */
const LONGEST_RUN = 8_000;
/** Code units gone through in search of the ends of styles and links, all together. */
const EFFORT = 400_000;
const MOST_COLUMNS = 20;

/** @throws what marked throws. Tokens are of marked's own kinds, none of HTML. */
export const tokensOf = (text: string): readonly Token[] =>
  new CappedLexer({ gfm: true, breaks: true, tokenizer: new CappedTokenizer() }).lex(text);

class CappedLexer extends Lexer {
  override inlineTokens(text: string, tokens: Token[] = []): Token[] {
    if (text.length <= LONGEST_RUN) return super.inlineTokens(text, tokens);
    for (const [at, run] of runsOf(text).entries()) {
      if (at > 0) tokens.push({ type: 'br', raw: '\n' });
      if (run.length <= LONGEST_RUN) super.inlineTokens(run, tokens);
      else tokens.push(plain(run));
    }
    return tokens;
  }
}

class CappedTokenizer extends Tokenizer {
  #depth = { block: 0, inline: 0 };
  #effort = EFFORT;

  override html(): undefined {
    return undefined;
  }

  override tag(): undefined {
    return undefined;
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#within('block', () => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#within('block', () => super.list(src));
  }

  /** One that has a cell too many in some row would lose it. */
  override table(src: string): Tokens.Table | undefined {
    const [, delimiters = ''] = src.split('\n', 2);
    if (delimiters.split('|').length > MOST_COLUMNS) return undefined;
    const queued = this.lexer.inlineQueue.length;
    const table = super.table(src);
    if (table === undefined) return undefined;
    const cells = [table.header, ...table.rows].flatMap((row) => row.map(({ text }) => text));
    if (wordsOf(cells.join('')) === wordsOf(table.raw)) return table;
    this.lexer.inlineQueue.length = queued;
    return undefined;
  }

  override emStrong(src: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    return this.#styled(src, '*_', () => super.emStrong(src, masked, before));
  }

  /** “~1,500” is a figure: only two of them strike. */
  override del(src: string, masked: string, before?: string): Tokens.Del | undefined {
    return src.startsWith('~~') ? this.#styled(src, '~', () => super.del(src, masked, before)) : undefined;
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    return this.#styled(src, '[!', () => super.link(src));
  }

  override reflink(src: string, links: Tokenizer['lexer']['tokens']['links']) {
    return this.#styled(src, '[!', () => super.reflink(src, links));
  }

  override codespan(src: string): Tokens.Codespan | undefined {
    return this.#styled(src, '`', () => super.codespan(src));
  }

  override autolink(src: string): Tokens.Link | undefined {
    return this.#styled(src, '<', () => super.autolink(src));
  }

  override url(src: string): Tokens.Link | undefined {
    const address = addressAt(src);
    if (address === null) return undefined;
    return { type: 'link', raw: address, text: address, href: address, autolink: true, tokens: [plain(address)] };
  }

  /** Up to the next sign that may mean something; marked's own looks ahead for e-mail addresses at every letter. */
  override inlineText(src: string): Tokens.Text | undefined {
    const words = /^(?:[^\\<![\]`*_~\nh]+|h(?!ttps?:\/\/))+/i.exec(src) ?? /^[^]/u.exec(src);
    return words === null ? undefined : plain(words[0]);
  }

  /** What is not found has been looked for up to the end. */
  #styled<T extends Token>(src: string, signs: string, read: () => T | undefined): T | undefined {
    if (!signs.includes(src.charAt(0)) || this.#effort <= 0) return undefined;
    const found = this.#within('inline', read);
    this.#effort -= (found?.raw ?? src).length;
    return found;
  }

  #within<T>(kind: 'block' | 'inline', read: () => T | undefined): T | undefined {
    if (this.#depth[kind] === DEEPEST) return undefined;
    this.#depth[kind] += 1;
    try {
      return read();
    } finally {
      this.#depth[kind] -= 1;
    }
  }
}

const plain = (text: string): Tokens.Text => ({ type: 'text', raw: text, text, escaped: false });

/** As many whole lines together as may be. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  for (const line of text.split('\n')) {
    const last = runs.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST_RUN) runs[runs.length - 1] = `${last}\n${line}`;
    else runs.push(line);
  }
  return runs;
}

const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
