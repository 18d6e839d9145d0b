/** What stands in a line: words, their style, links. */
import type { MarkedToken, Token } from 'marked';
import type { Inline } from './blocks.ts';
import type { Room } from './room.ts';
import { isOpenable } from './web-address.ts';

export function readInline(tokens: readonly Token[], room: Room, inLink = false): Inline[] {
  const parts: Inline[] = [];
  for (const token of tokens) {
    if (!room.takesPart()) break;
    // Without extensions, marked gives no others.
    parts.push(...partsOf(token as MarkedToken, room, inLink));
  }
  return parts;
}

const STYLE = { strong: 'strong', em: 'emphasis', del: 'strike' } as const;

function partsOf(token: MarkedToken, room: Room, inLink: boolean): Inline[] {
  switch (token.type) {
    case 'br':
      return [{ kind: 'break' }];
    case 'escape':
      return words(token.text, room);
    case 'codespan':
      return [{ kind: 'code', text: room.take(token.text) }];
    case 'strong':
    case 'em':
    case 'del':
      return [{ kind: STYLE[token.type], inside: readInline(token.tokens, room, inLink) }];
    case 'link':
      if (inLink) return readInline(token.tokens, room, true);
      return isOpenable(token.href) ? [linkOf(token, room)] : words(token.raw, room);
    case 'image':
      if (!isOpenable(token.href)) return words(token.raw, room);
      if (inLink) return words(token.text, room);
      return [{ kind: 'image', address: token.href, text: room.take(token.text.trim() || token.href) }];
    // The item of the list says that it is a task.
    case 'checkbox':
      return [];
    default:
      return words(token.raw, room);
  }
}

function linkOf({ href, title, tokens }: Extract<MarkedToken, { type: 'link' }>, room: Room): Inline {
  const inside = readInline(tokens, room, true);
  return { kind: 'link', address: href, title: title ?? null, inside: inside.length > 0 ? inside : words(href, room) };
}

const words = (text: string, room: Room): Inline[] => (text === '' ? [] : [{ kind: 'text', text: room.take(text) }]);
