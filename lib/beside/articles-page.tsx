/** The library's articles: the list at one side, the article that is open at the other. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ArticleKey } from '@/lib/core/ids.ts';
import type { ArticlesAnswer } from '@/lib/finder/finder-messages.ts';
import type { ArticleInFull as Held } from '@/lib/storage/article-listing.ts';
import type { Library } from '@/lib/storage/library.ts';
import { ArticleInFull } from '@/lib/ui/article-in-full.tsx';
import { ArticlesShelf } from '@/lib/ui/articles-shelf.tsx';
import { sectionHref } from '@/lib/ui/library-route.ts';
import { focusList } from '@/lib/ui/notes-shelf.tsx';
import { ShelfNotice } from '@/lib/ui/shelf-notice.tsx';
import type { ArticleLine, ShelfNotice as Notice } from '@/lib/ui/shelf.ts';
import { t } from '@/lib/ui/text.ts';
import { notDone } from './change-notes.ts';
import type { Finder } from './finder-link.ts';
import type { FinderState } from './use-finder.ts';
import { useShownFromItsTop } from './use-shown-from-its-top.ts';
import { ReportControl } from './report-control.tsx';
import { useLines } from './use-lines.ts';

type ArticlesPageProps = {
  readonly articleKey: ArticleKey | null;
  readonly library: Library;
  readonly finder: Finder;
  readonly state: FinderState;
  readonly packTitles: ReadonlyMap<string, string>;
  readonly onError: (cause: unknown) => void;
  readonly frame: (aside: ComponentChildren, content: ComponentChildren) => ComponentChildren;
};

export function ArticlesPage({
  articleKey: key,
  library,
  finder,
  state,
  packTitles,
  onError,
  frame,
}: ArticlesPageProps) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { answer, keys, notesOf } = useArticles(text, { library, finder, state, onError });
  const lines = useLines((wanted: readonly ArticleKey[]) => readArticles(library, wanted), state.version, onError);
  const open = useOpenArticle(key, library, onError);
  const pane = useShownFromItsTop(key);
  const leave = () => {
    location.hash = sectionHref('articles');
    focusList();
  };
  const remove = (gone: ArticleKey) => {
    const done = () => setNotice({ words: t('articleRemoved'), undo: null });
    library.articles.remove([gone]).then(done, (cause: unknown) => setNotice(notDone(cause)));
    leave();
  };
  const lineOf = (of: ArticleKey): ArticleLine | undefined => {
    const article = lines.of(of);
    return article === undefined ? undefined : { article, notes: notesOf(of) };
  };
  const openAt = (place: number) => {
    setActive(place);
    const at = keys[place];
    if (at !== undefined) location.hash = sectionHref('articles', at);
  };
  return frame(
    null,
    <>
      <ArticlesShelf
        shelf={{
          text,
          found: answer,
          count: keys.length,
          active: Math.min(active, keys.length - 1),
          keyAt: (place) => keys[place] ?? null,
          lineOf,
        }}
        open={key}
        events={{
          onText: setText,
          onWindow: (from, to) => lines.want(keys.slice(from, to)),
          onActive: setActive,
          onOpen: openAt,
          onLeave: () => key !== null && leave(),
        }}
      />
      <main
        ref={pane}
        class="item-pane"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && key !== null) leave();
        }}
      >
        {key !== null && (
          <a class="back" href={sectionHref('articles')} onClick={() => setTimeout(focusList)}>
            {t('backToList')}
          </a>
        )}
        {open === 'missing' && <p class="quiet">{t('articleGone')}</p>}
        {open !== null && open !== 'missing' && (
          <ArticleInFull
            key={open.article.key}
            open={{ ...open, packs: open.article.packs.flatMap((id) => packTitles.get(id) ?? []) }}
            onRemove={() => remove(open.article.key)}
            report={<ReportControl library={library} subject={() => subjectOf(open.article.key)} onError={onError} />}
          />
        )}
      </main>
      <ShelfNotice notice={notice} onDismiss={() => setNotice(null)} />
    </>,
  );
}

/** Its page need not be open. */
const subjectOf = (key: ArticleKey) => Promise.resolve({ key, page: null });

const FIRST = 100;

function useArticles(
  text: string,
  { library, finder, state, onError }: Pick<ArticlesPageProps, 'library' | 'finder' | 'state' | 'onError'>,
) {
  const [answer, setAnswer] = useState<ArticlesAnswer | null>(null);
  const [first, setFirst] = useState<readonly ArticleKey[]>([]);
  useEffect(
    () => void library.articleListing.recent(FIRST).then((found) => setFirst(found.map(({ key }) => key)), onError),
    [],
  );
  useEffect(() => void finder.articles(text).then(setAnswer, onError), [text, state.version]);
  return useMemo(() => {
    const isReady = answer !== null && (answer.of > 0 || first.length === 0);
    const noted = new Map(answer?.articles ?? []);
    return {
      answer: isReady ? answer : null,
      keys: isReady ? answer.articles.map(([key]) => key) : text === '' ? first : [],
      notesOf: (key: ArticleKey) => noted.get(key) ?? 0,
    };
  }, [answer, first, text]);
}

async function readArticles(library: Library, wanted: readonly ArticleKey[]) {
  return new Map((await library.articles.getAll(wanted)).map((article) => [article.key, article] as const));
}

function useOpenArticle(key: ArticleKey | null, library: Library, onError: (cause: unknown) => void) {
  const [held, setHeld] = useState<Held | 'missing' | null>(null);
  useEffect(() => {
    setHeld(null);
    if (key === null) return;
    return library.articleListing.watch(key, (found) => setHeld(found ?? 'missing'), onError);
  }, [key]);
  return held;
}
