/** The article's text with its passages marked by pattern and numbered. */
import type { Span } from '@/lib/core/article.ts';
import { html, type Html } from './report-html.ts';
import type { NumberedPassage } from './report-passages.ts';
import type { Words } from './report-words.ts';

type Layer = { readonly span: Span; readonly names: string };

/** A stretch of text under the same layers throughout. */
type Stretch = { readonly text: string; readonly names: string; readonly end: number };

/** A paragraph for each block that says something. */
export function markedText(text: string, passages: readonly NumberedPassage[], words: Words): Html[] {
  const layers = passages.flatMap(layersOf).sort((a, b) => a.span.start - b.span.start);
  const blocks = blocksOf(text);
  const endIn = Map.groupBy(passages, ({ span }) => blocks.findLast(({ start }) => start < span.end));
  return blocks.map((block) => {
    const inside = layers.filter(({ span }) => span.start < block.end && span.end > block.start);
    return html`<p>${stretches(text, block, inside).map(painted(endIn.get(block) ?? [], words))}</p> `;
  });
}

function blocksOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const block of text.split('\n')) {
    const end = start + block.length;
    if (block.trim() !== '') spans.push({ start, end });
    start = end + '\n'.length;
  }
  return spans;
}

/** The number follows the passage's last word, as a footnote's does; a passage may end on the break after a block. */
const painted =
  (ends: readonly NumberedPassage[], words: Words) =>
  ({ text, names, end }: Stretch, at: number, all: readonly Stretch[]): Html => {
    const isLast = at === all.length - 1;
    const here = ends.filter((passage) => passage.span.end === end || (isLast && passage.span.end > end));
    const marked = names === '' ? html`${text}` : html`<mark class="${names}">${text}</mark>`;
    return html`${marked}${here.map((passage) => reference(passage, words))}`;
  };

function reference({ number }: NumberedPassage, { t }: Words): Html {
  const name = t('reportToEntry', String(number));
  return html`<sup><a id="text-${number}" href="#passage-${number}" aria-label="${name}">${number}</a></sup>`;
}

function stretches(text: string, { start, end }: Span, layers: readonly Layer[]): Stretch[] {
  const inside = layers.flatMap(({ span }) => [span.start, span.end]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? start;
    const over = layers.filter(({ span }) => span.start < to && span.end > from);
    return { text: text.slice(from, to), names: over.map(({ names }) => names).join(' '), end: to };
  });
}

function layersOf({ mark, notes }: NumberedPassage): Layer[] {
  const own = notes.flatMap(({ span, note }) =>
    span === null ? [] : { span, names: `own ${note.colour}${note.flag === null ? '' : ' flag'}` },
  );
  return mark === null ? own : [{ span: mark.span, names: `mark ${mark.questions[0].card.kind}` }, ...own];
}
