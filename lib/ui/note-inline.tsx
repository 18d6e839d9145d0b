/** Words of a note within a line: style, code, links. An image is a link to it, since to show it would ask its site for it. */
import type { Inline } from '@/lib/markdown/blocks.ts';
import { OutAnchor } from './out-link.tsx';
import { t } from './text.ts';

export function NoteInline({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, at) => <Part key={at} part={part} />);
}

const STYLE = { strong: 'strong', emphasis: 'em', strike: 'del' } as const;

function Part({ part }: { readonly part: Inline }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
    case 'emphasis':
    case 'strike': {
      const Style = STYLE[part.kind];
      return (
        <Style>
          <NoteInline parts={part.inside} />
        </Style>
      );
    }
    case 'link':
      return (
        <OutAnchor href={part.address} title={part.title ?? part.address}>
          <NoteInline parts={part.inside} />
        </OutAnchor>
      );
    case 'image':
      return (
        <OutAnchor href={part.address} title={part.address}>
          {t('noteImage', part.text)}
        </OutAnchor>
      );
  }
}
