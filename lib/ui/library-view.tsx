/** The frame of the library page: its sections at the left, with what narrows the list; the list and what is open of it. */
import type { ComponentChildren } from 'preact';
import { sectionHref, type LibraryRoute, type Section } from './library-route.ts';
import { formatNumber, joined, t } from './text.ts';

export type LibraryProps = {
  readonly route: LibraryRoute;
  /** How much there is of each; null while it is not known. */
  readonly counts: { readonly articles: number | null; readonly notes: number | null };
  /** What narrows the list. */
  readonly aside?: ComponentChildren;
  /** A line in the header, where something needs the reader. */
  readonly notice?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly onOptions: () => void;
};

export function LibraryView({ route, counts, aside, notice, children, onOptions }: LibraryProps) {
  const sections: readonly { readonly section: Section; readonly words: string; readonly count: number | null }[] = [
    { section: 'articles', words: t('libraryArticles'), count: counts.articles },
    { section: 'notes', words: t('libraryNotes'), count: counts.notes },
    { section: 'packs', words: t('packsTitle'), count: null },
    { section: 'bin', words: t('libraryBin'), count: null },
  ];
  return (
    <div class={`library in-${route.section}${isItemOpen(route) ? ' at-item' : ''}`}>
      <header class="library-header">
        <h1>{t('libraryTitle')}</h1>
        <p class="meta">{t('libraryText')}</p>
        <button type="button" class="plain" onClick={onOptions}>
          {t('openOptions')}
        </button>
        {notice}
      </header>
      <div class="library-side">
        <nav aria-label={t('libraryTitle')}>
          <ul>
            {sections.map(({ section, words, count }) => (
              <li key={section}>
                <a href={sectionHref(section)} aria-current={section === route.section ? 'page' : undefined}>
                  {joined(words, count !== null && formatNumber(count))}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {aside}
      </div>
      <div class="library-content">{children}</div>
    </div>
  );
}

function isItemOpen(route: LibraryRoute): boolean {
  if (route.section === 'articles') return route.article !== null;
  return (route.section === 'notes' || route.section === 'bin') && route.note !== null;
}
