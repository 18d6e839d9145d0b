/** What the reader wrote, with its Markdown as the report's own elements. On paper a link is followed by its address. */
import type { Block, Cell, Inline, Item } from '@/lib/markdown/blocks.ts';
import { readMarkdown } from '@/lib/markdown/read-markdown.ts';
import { html, NOTHING, type Html } from './report-html.ts';
import type { Words } from './report-words.ts';

export function bodyInFull(body: string, words: Words): Html {
  const { blocks, rest } = readMarkdown(body.trim());
  if (blocks.length === 0) return NOTHING;
  return html`<div class="body">
    ${blocks.map((block) => html`<div dir="auto">${blockInFull(block, words)}</div>`)}
    ${rest.trim() === '' ? NOTHING : html`<p dir="auto">${rest.trim()}</p>`}
  </div>`;
}

function blockInFull(block: Block, words: Words): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${lineInFull(block.inside, words)}</p>`;
    case 'heading':
      return html`<p><strong>${lineInFull(block.inside, words)}</strong></p>`;
    case 'quote':
      return html`<blockquote>${block.inside.map((inner) => blockInFull(inner, words))}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => itemInFull(item, words));
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'listing':
      return html`${block.name !== '' && html`<p class="meta">${block.name}</p>`}
        <pre dir="ltr"><code>${block.text}</code></pre>`;
    case 'table':
      return tableInFull(block, words);
    case 'rule':
      return html`<hr />`;
  }
}

function itemInFull({ number, done, inside }: Item, words: Words): Html {
  const blocks = inside.map((block) => blockInFull(block, words));
  const box = done === null ? NOTHING : boxOf(done, words);
  return number === null ? html`<li>${box}${blocks}</li> ` : html`<li value="${number}">${box}${blocks}</li> `;
}

function boxOf(done: boolean, { t }: Words): Html {
  const name = done ? t('noteTaskDone') : t('noteTaskOpen');
  return html`<span class="box" role="img" aria-label="${name}">${done ? '☑' : '☐'}</span> `;
}

function tableInFull({ head, rows }: Extract<Block, { kind: 'table' }>, words: Words): Html {
  const cellsOf = (cells: readonly Cell[]) => cells.map(({ inside }) => html`<td>${lineInFull(inside, words)}</td>`);
  return html`<table>
    <thead>
      <tr>
        ${head.map(({ inside }) => html`<th scope="col">${lineInFull(inside, words)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cellsOf(cells)}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

const lineInFull = (parts: readonly Inline[], words: Words): Html[] => parts.map((part) => partInFull(part, words));

function partInFull(part: Inline, words: Words): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`;
    case 'break':
      return html`<br />`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'strong':
      return html`<strong>${lineInFull(part.inside, words)}</strong>`;
    case 'emphasis':
      return html`<em>${lineInFull(part.inside, words)}</em>`;
    case 'strike':
      return html`<del>${lineInFull(part.inside, words)}</del>`;
    case 'link':
      return linkInFull(part.address, lineInFull(part.inside, words), isBare(part));
    case 'image':
      return linkInFull(part.address, [html`${words.t('noteImage', part.text)}`], false);
  }
}

const isBare = ({ address, inside: [only] }: Extract<Inline, { kind: 'link' }>): boolean =>
  only?.kind === 'text' && address.replace(/^mailto:/i, '') === only.text;

/** `readMarkdown` gives no other addresses than those that may be opened. */
function linkInFull(address: string, inside: readonly Html[], bare: boolean): Html {
  const onPaper = bare ? NOTHING : html`<span class="on-paper"> (${address})</span>`;
  return html`<a href="${address}" rel="noreferrer noopener">${inside}</a>${onPaper}`;
}
