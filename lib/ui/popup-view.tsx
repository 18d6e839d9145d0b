/** The popup: header, then the picked mark's card, or the list of marks, or why there are none. It keeps nothing: it may close at any moment. */
import { useState } from 'preact/hooks';
import { Doors } from './doors.tsx';
import { EmptyState } from './empty-state.tsx';
import { HiddenMarks } from './hidden-marks.tsx';
import { MarkList } from './mark-list.tsx';
import { PageHeader } from './page-header.tsx';
import type { ReaderProps } from './page-view.ts';
import { PickedCard, pickedMark, useAnswers, walkByKey } from './reader-body.tsx';
import { t } from './text.ts';
import { Walker } from './walker.tsx';

export function PopupView(props: ReaderProps) {
  const { page, site, hidden, events } = props;
  const [listing, setListing] = useState(false);
  const { latest, takeBack, answersFor, showAgain } = useAnswers(events);
  const picked = listing ? null : pickedMark(page);
  const marks = page.kind === 'read' ? page.marks : [];
  const language = page.kind === 'read' ? page.article.language : null;
  const pick = (mark: number) => {
    setListing(false);
    events.onPick(mark);
  };
  return (
    <div class="popup" onKeyDown={walkByKey(events.onWalk)}>
      <PageHeader page={page} site={site} onSite={events.onSite} />
      <main>
        <EmptyState page={page} events={events} />
        {picked === null && marks.length > 0 && (
          <MarkList marks={marks} picked={pickedMark(page)?.at ?? null} language={language} onPick={pick} />
        )}
        {picked !== null && (
          <>
            <Walker
              marks={marks}
              picked={picked.at}
              language={language}
              onWalk={events.onWalk}
              onList={() => setListing(true)}
            />
            <PickedCard
              view={props.card}
              mark={picked.mark}
              asked={props.asked}
              space="tight"
              onAsk={events.onAsk}
              answers={answersFor(picked.mark)}
            />
          </>
        )}
        <HiddenMarks hidden={hidden} latest={latest} onUndo={takeBack} onShowAgain={showAgain} />
      </main>
      <Doors of="popup" page={page} events={events}>
        <button type="button" onClick={events.onPanel}>
          {t('openPanel')}
        </button>
      </Doors>
    </div>
  );
}
