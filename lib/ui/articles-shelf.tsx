/** Everything read, as one list. */
import { useId } from 'preact/hooks';
import { LIST_ID, focusList } from './notes-shelf.tsx';
import { shortDay, siteOf } from './note-row.tsx';
import { SearchField } from './search-field.tsx';
import type { ArticleLine, ArticleShelf } from './shelf.ts';
import { dateInFull, formatNumber, joined, plural, t } from './text.ts';
import { VirtualList } from './virtual-list.tsx';

export type ArticleShelfEvents = {
  readonly onText: (text: string) => void;
  readonly onWindow: (from: number, to: number) => void;
  readonly onActive: (place: number) => void;
  readonly onOpen: (place: number) => void;
  readonly onLeave: () => void;
};

type ArticlesShelfProps = {
  readonly shelf: ArticleShelf;
  readonly open: string | null;
  readonly events: ArticleShelfEvents;
};

export function ArticlesShelf({ shelf, open, events }: ArticlesShelfProps) {
  const { text, found, count, active, keyAt, lineOf } = shelf;
  const help = useId();
  const lineAt = (place: number): ArticleLine | undefined => {
    const key = keyAt(place);
    return key === null ? undefined : lineOf(key);
  };
  return (
    <section class="shelf" aria-label={t('libraryArticles')}>
      <div class="shelf-head">
        <SearchField
          label={t('searchArticles')}
          query={text}
          onQuery={events.onText}
          onLeave={focusList}
          describedBy={help}
        />
        <p id={help} class="meta search-help">
          {t('searchArticlesHelp')}
        </p>
        <Tally shelf={shelf} />
      </div>
      {count === 0 ? (
        found !== null && <p class="quiet">{found.of === 0 ? t('articlesNone') : t('articlesNoneFound')}</p>
      ) : (
        <div id={LIST_ID} class="shelf-list single">
          <VirtualList
            label={t('libraryArticles')}
            count={count}
            active={active}
            isSelected={(place) => place === active}
            isOpen={(place) => open !== null && keyAt(place) === open}
            keyOf={(place) => keyAt(place) ?? String(place)}
            row={(place) => <ArticleRow line={lineAt(place)} />}
            on={listKeys(events)}
          />
        </div>
      )}
    </section>
  );
}

const nothing = (): void => undefined;

const listKeys = ({ onWindow, onActive, onOpen, onLeave }: ArticleShelfEvents) => ({
  window: onWindow,
  activate: onActive,
  open: onOpen,
  toggle: onOpen,
  extend: onActive,
  selectAll: nothing,
  remove: nothing,
  undo: nothing,
  leave: onLeave,
});

function Tally({ shelf: { text, found, count } }: Pick<ArticlesShelfProps, 'shelf'>) {
  const isReading = text.trim() !== '' && found !== null && found.textsSearched < found.of;
  const all = found?.of ?? count;
  return (
    <p class="meta" role="status">
      {joined(
        count === all ? plural('articlesKept', count) : t('notesOf', formatNumber(count), plural('articlesKept', all)),
        isReading && t('textsSearched', formatNumber(found.textsSearched), formatNumber(found.of)),
      )}
    </p>
  );
}

function ArticleRow({ line }: { readonly line: ArticleLine | undefined }) {
  if (line === undefined) return <span class="row-lines meta">{t('rowReading')}</span>;
  const { article, notes } = line;
  return (
    <span class="row-lines">
      <span class="row-words" dir="auto" lang={article.language ?? undefined}>
        {article.title ?? t('articleUntitled')}
      </span>
      <span class="meta row-more" dir="auto">
        {joined(article.outlet ?? siteOf(article.url), article.published !== null && dateInFull(article.published))}
      </span>
      <span class="meta row-more">
        {joined(t('lastRead', shortDay(article.lastRead)), notes > 0 && plural('notesKept', notes))}
      </span>
    </span>
  );
}
