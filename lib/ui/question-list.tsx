/** The questions of a pack, searchable by their own words, their claims and their speakers. */
import type { Question } from '@/lib/core/pack.ts';
import { routeHref } from './library-route.ts';
import { SearchField } from './search-field.tsx';
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
      <SearchField label={t('searchQuestions')} query={query} onQuery={onQuery} />
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
