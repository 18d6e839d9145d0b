/** A pack from the outside in: its overview, its questions, and each question's card. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { NOWHERE, composeCard } from '@/lib/card/compose-card.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import { Card } from './card.tsx';
import { routeHref, type PackPlace } from './library-route.ts';
import { PackOverview } from './pack-overview.tsx';
import { QuestionList } from './question-list.tsx';
import { QuestionScope } from './question-scope.tsx';
import { searchQuestions } from './search-pack.ts';
import { t } from './text.ts';

type PackBrowserProps = { readonly pack: Pack; readonly place: PackPlace };

export function PackBrowser({ pack, place }: PackBrowserProps) {
  const [query, setQuery] = useState('');
  const found = useMemo(() => searchQuestions(pack.questions, query), [pack, query]);
  const open = place.kind === 'question' ? place.question : null;
  const main = useFocusOnChange(open);
  return (
    <div class={`pack-browser at-${place.kind}`}>
      <nav aria-label={t('questionsOf', pack.title)}>
        <QuestionList pack={pack.id} questions={found} open={open} query={query} onQuery={setQuery} />
      </nav>
      <main ref={main} tabIndex={-1}>
        {open !== null && (
          <a class="back" href={routeHref(pack.id)} dir="auto">
            {t('backTo', pack.title)}
          </a>
        )}
        {open === null ? <PackOverview pack={pack} /> : <QuestionCard key={open} pack={pack} question={open} />}
      </main>
    </div>
  );
}

/** Where links change what is shown without a new page, the focus has to follow; the first view leaves it alone. */
function useFocusOnChange(shown: string | null) {
  const element = useRef<HTMLElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) element.current?.focus();
    before.current = shown;
  }, [shown]);
  return element;
}

function QuestionCard({ pack, question }: { readonly pack: Pack; readonly question: string }) {
  const found = pack.questions.find(({ id }) => id === question) ?? null;
  const card = useMemo(
    () => composeCard({ pack, question: found, sources: indexSources(pack.sources), here: NOWHERE }),
    [pack, found],
  );
  if (found === null || card === null) return <p class="quiet">{t('cardMissing')}</p>;
  return (
    <>
      <Card card={card} mark={null} space="wide" />
      <QuestionScope question={found} language={pack.language} />
    </>
  );
}
