/** The blocks of a note's Markdown: paragraphs, quotes, lists, tables, code. Elements are built here and nowhere parsed. */
import type { Block, Cell, Item } from '@/lib/markdown/blocks.ts';
import { NoteInline } from './note-inline.tsx';
import { t } from './text.ts';

/** The outermost tells its own direction; what stands in it goes along. */
export function NoteBlocks({ blocks, inner = false }: { readonly blocks: readonly Block[]; readonly inner?: boolean }) {
  return blocks.map((block, at) => <NoteBlock key={at} block={block} dir={inner ? undefined : 'auto'} />);
}

type Direction = { readonly dir: 'auto' | undefined };

function NoteBlock({ block, dir }: Direction & { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir={dir}>
          <NoteInline parts={block.inside} />
        </p>
      );
    case 'heading':
      return (
        <p class="note-heading" dir={dir}>
          <strong>
            <NoteInline parts={block.inside} />
          </strong>
        </p>
      );
    case 'quote':
      return (
        <blockquote dir={dir}>
          <NoteBlocks blocks={block.inside} inner />
        </blockquote>
      );
    case 'list':
      return <NoteList {...block} dir={dir} />;
    case 'listing':
      return <Listing {...block} />;
    case 'table':
      return <NoteTable {...block} dir={dir} />;
    case 'rule':
      return <hr />;
  }
}

function NoteList({ ordered, items, dir }: Direction & Extract<Block, { kind: 'list' }>) {
  const children = items.map((item, at) => <NoteListItem key={at} item={item} />);
  return ordered ? <ol dir={dir}>{children}</ol> : <ul dir={dir}>{children}</ul>;
}

function NoteListItem({ item: { number, done, inside } }: { readonly item: Item }) {
  return (
    <li value={number ?? undefined} class={done === null ? undefined : 'task'}>
      {done !== null && (
        <span class="box" role="img" aria-label={done ? t('noteTaskDone') : t('noteTaskOpen')} data-done={done} />
      )}
      <NoteBlocks blocks={inside} inner />
    </li>
  );
}

/** Code has a direction of its own. */
function Listing({ name, text }: Extract<Block, { kind: 'listing' }>) {
  return (
    <>
      {name !== '' && <p class="meta">{name}</p>}
      <pre dir="ltr">
        <code>{text}</code>
      </pre>
    </>
  );
}

/** It may be wider than the panel: then it is moved by keys, too. */
function NoteTable({ head, rows, dir }: Direction & Extract<Block, { kind: 'table' }>) {
  return (
    <div class="note-table" role="group" aria-label={t('noteTable')} tabIndex={0}>
      <table dir={dir}>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" style={aligned(cell)}>
                <NoteInline parts={cell.inside} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at} style={aligned(cell)}>
                  <NoteInline parts={cell.inside} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const aligned = ({ align }: Cell) => (align === null ? undefined : { textAlign: align });
