/** What the reader wrote, its Markdown shown as what it means: in full, or its beginning with the rest when asked for. */
import { useMemo, useState } from 'preact/hooks';
import type { Block } from '@/lib/markdown/blocks.ts';
import { readBeginning, readMarkdown } from '@/lib/markdown/read-markdown.ts';
import { NoteBlocks } from './note-blocks.tsx';
import { UnfoldButton } from './note-text.tsx';
import { cutShort } from './note-words.ts';
import { t } from './text.ts';

type NoteBodyProps = { readonly text: string };

/** Draws nothing where there are no words. */
export function NoteBody({ text }: NoteBodyProps) {
  const { blocks, rest } = useMemo(() => readMarkdown(text), [text]);
  return (
    <>
      <Written blocks={blocks} />
      {rest.trim() !== '' && (
        <details class="note-rest">
          <summary>{t('noteRestAsTyped')}</summary>
          <p class="own-words" dir="auto">
            {rest}
          </p>
        </details>
      )}
    </>
  );
}

type NoteBodyShortProps = NoteBodyProps & {
  /** Characters shown before the rest is asked for. */
  readonly most: number;
};

export function NoteBodyShort({ text, most }: NoteBodyShortProps) {
  const [whole, setWhole] = useState(false);
  const { blocks, isCut } = useMemo(() => readBeginning(text, most, cutShort), [text, most]);
  return (
    <>
      {whole ? <NoteBody text={text} /> : <Written blocks={blocks} />}
      {isCut && <UnfoldButton whole={whole} onWhole={setWhole} />}
    </>
  );
}

function Written({ blocks }: { readonly blocks: readonly Block[] }) {
  if (blocks.length === 0) return null;
  return (
    <div class="note-body">
      <NoteBlocks blocks={blocks} />
    </div>
  );
}
