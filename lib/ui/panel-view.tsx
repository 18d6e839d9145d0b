/** The side panel: as the popup, with room. All marks of the article stay in sight beside or above the card. */
import { useContext } from 'preact/hooks';
import { Doors } from './doors.tsx';
import { Embedded } from './embedded.ts';
import { EmptyState } from './empty-state.tsx';
import { HiddenMarks } from './hidden-marks.tsx';
import { MarkList } from './mark-list.tsx';
import { PageHeader } from './page-header.tsx';
import type { ReaderProps } from './page-view.ts';
import { PickedCard, pickedMark, useAnswers, walkByKey } from './reader-body.tsx';
import { plural } from './text.ts';
import { Walker } from './walker.tsx';

export function PanelView({ page, site, card, asked, hidden, events }: ReaderProps) {
  const embedded = useContext(Embedded);
  const Main = embedded ? 'div' : 'main';
  const { latest, takeBack, answersFor, showAgain } = useAnswers(events);
  const picked = pickedMark(page);
  const marks = page.kind === 'read' ? page.marks : [];
  const language = page.kind === 'read' ? page.article.language : null;
  return (
    <div class="panel" onKeyDown={walkByKey(events.onWalk)}>
      <PageHeader page={page} site={site} onSite={events.onSite} />
      <Main class="panel-body">
        <EmptyState page={page} events={events} />
        {marks.length > 0 && (
          <details class="marks" open={picked === null}>
            <summary>{plural('marksOnPage', marks.length)}</summary>
            <MarkList marks={marks} picked={picked?.at ?? null} language={language} onPick={events.onPick} />
          </details>
        )}
        {picked !== null && (
          <div class="picked">
            <Walker marks={marks} picked={picked.at} language={language} onWalk={events.onWalk} />
            <PickedCard
              view={card}
              mark={picked.mark}
              asked={asked}
              space="wide"
              onAsk={events.onAsk}
              answers={answersFor(picked.mark)}
            />
          </div>
        )}
        <HiddenMarks hidden={hidden} latest={latest} onUndo={takeBack} onShowAgain={showAgain} />
      </Main>
      {!embedded && <Doors of="panel" page={page} events={events} />}
    </div>
  );
}
