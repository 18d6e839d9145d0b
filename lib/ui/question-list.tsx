/** The questions of a pack, searchable by their own words, their claims and their speakers. */
import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '@/lib/core/pack.ts';
import { routeHref } from './library-route.ts';
import { plural, t } from './text.ts';

type QuestionListProps = {
  readonly pack: string;
  readonly questions: readonly Question[];
  readonly open: string | null;
  readonly query: string;
  readonly onQuery: (query: string) => void;
};

export function QuestionList({ pack, questions, open, query, onQuery }: QuestionListProps) {
  return (
    <div class="question-list">
      <SearchField query={query} onQuery={onQuery} />
      <p class="meta" role="status">
        {plural('questions', questions.length)}
      </p>
      <ol>
        {questions.map(({ id, asks, claims }) => (
          <li key={id}>
            <a href={routeHref(pack, id)} aria-current={id === open ? 'page' : undefined}>
              <span dir="auto">{asks}</span> <span class="meta">{plural('claims', claims.length)}</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** “/” anywhere on the page puts the cursor here. */
function SearchField({ query, onQuery }: Pick<QuestionListProps, 'query' | 'onQuery'>) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return (
    <label class="search">
      <span>{t('searchQuestions')}</span>
      <input ref={field} type="search" value={query} onInput={({ currentTarget }) => onQuery(currentTarget.value)} />
    </label>
  );
}
