/** The sources of a pack: as trees under their origins, each with all that is known of it. */
import type { LineageNode } from '@/lib/card/card.ts';
import type { Source } from '@/lib/core/pack.ts';
import { Lineage } from './lineage.tsx';
import { genreInWords, languageInWords, sourceName } from './source-words.ts';
import { t } from './text.ts';

type SourceListProps = { readonly sources: readonly Source[]; readonly roots: readonly LineageNode[] };

export function SourceList({ sources, roots }: SourceListProps) {
  return (
    <>
      <Lineage roots={roots} />
      <details class="help">
        <summary>{t('sourcesInFull')}</summary>
        <ul class="sources">
          {sources.map((source) => (
            <li key={source.id}>
              <SourceFacts source={source} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function SourceFacts({ source }: { readonly source: Source }) {
  const facts = [
    [t('factTitle'), source.title],
    [t('factAuthor'), source.author],
    [t('factKind'), t(source.kind === 'article' ? 'kindArticle' : 'kindCited')],
    [t('factGenre'), genreInWords(source.genre)],
    [t('factLanguage'), languageInWords(source.language)],
    [t('factDateNote'), source.dateNote],
    [t('factSourceNote'), source.note],
  ] as const;
  return (
    <>
      <b dir="auto">{sourceName(source)}</b>
      <dl class="facts">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
