/** Where a telling comes from: nested lists, so that the tree is heard as well as seen. */
import type { LineageNode } from '@/lib/card/card.ts';
import { publishedInWords, relationInWords, sourceName } from './source-words.ts';
import { joined, t } from './text.ts';
import { OutLink } from './out-link.tsx';

export function Lineage({ roots }: { readonly roots: readonly LineageNode[] }) {
  return (
    <ul class="lineage">
      {roots.map((node) => (
        <LineageItem key={node.key} node={node} />
      ))}
    </ul>
  );
}

function LineageItem({ node }: { readonly node: LineageNode }) {
  const { title, author, outlet, url, relation, children } = node;
  const name = sourceName(node);
  return (
    <li class={`lineage-${relation}`}>
      <p>
        <b dir="auto">{name}</b>{' '}
        <span class="meta">
          {joined(author === name ? null : author, publishedInWords(node), relationInWords(relation))}
        </span>
      </p>
      {title !== null && outlet !== null && (
        <p class="meta" dir="auto">
          {t('titleQuoted', title)}
        </p>
      )}
      {url !== null && (
        <p class="meta">
          <OutLink href={url} text={t('openSource')} about={name} />
        </p>
      )}
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <LineageItem key={child.key} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
