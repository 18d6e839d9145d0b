/** A note's tree in one line, for tests: `p(a strong(b)) ul(li(p(c)))`. Words of text stand bare, `/` is a line's end. */
import type { Block, Cell, Inline, Item } from '@/lib/markdown/blocks.ts';

export const outline = (blocks: readonly Block[]): string => blocks.map(blockOutline).join(' ');

function blockOutline(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `p(${line(block.inside)})`;
    case 'heading':
      return `h(${line(block.inside)})`;
    case 'quote':
      return `quote(${outline(block.inside)})`;
    case 'list':
      return `${block.ordered ? 'ol' : 'ul'}(${block.items.map(itemOutline).join(' ')})`;
    case 'listing':
      return `pre(${block.name}|${block.text})`;
    case 'table':
      return `table(${[block.head, ...block.rows].map(rowOutline).join('; ')})`;
    case 'rule':
      return 'hr';
  }
}

function itemOutline({ number, done, inside }: Item): string {
  return `li${number ?? ''}${done === null ? '' : done ? '[x]' : '[ ]'}(${outline(inside)})`;
}

const rowOutline = (cells: readonly Cell[]): string => cells.map(({ inside }) => line(inside)).join(', ');

const line = (parts: readonly Inline[]): string => parts.map(partOutline).join('');

function partOutline(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return '/';
    case 'code':
      return `code(${part.text})`;
    case 'image':
      return `image(${part.text}>${part.address})`;
    case 'link':
      return `a(${line(part.inside)}>${part.address})`;
    default:
      return `${part.kind}(${line(part.inside)})`;
  }
}
