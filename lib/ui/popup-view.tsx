/** The popup: header, then the picked mark's card, or the list of marks, or why there are none. It keeps nothing: it may close at any moment. */
import { useState } from 'preact/hooks';
import { Doors } from './doors.tsx';
import { EmptyState } from './empty-state.tsx';
import { HiddenMarks } from './hidden-marks.tsx';
import { MarkList } from './mark-list.tsx';
import { NoteNotice } from './note-notice.tsx';
import { NoteCount, NoteOnPage } from './note-on-page.tsx';
import { PageHeader } from './page-header.tsx';
import { languageOf, marksOf, type ReaderEvents, type ReaderProps } from './page-view.ts';
import { PickedCard, lettersOf, pickedMark, useAnswers, useLetters, useMarkNoting } from './reader-body.tsx';
import { t } from './text.ts';
import { Walker } from './walker.tsx';

export function PopupView(props: ReaderProps) {
  const { page, site, card, asked, hidden, noting, events } = props;
  const [listing, setListing] = useState(false);
  const { latest, takeBack, answersFor, showAgain } = useAnswers(events);
  const picked = listing ? null : pickedMark(page);
  const marking = useMarkNoting(props, picked?.at ?? null);
  useLetters(lettersOf(events, marking));
  const pick = (mark: number) => {
    setListing(false);
    events.onPick(mark);
  };
  return (
    <div class="popup">
      <PageHeader page={page} site={site} onSite={events.onSite} />
      <main>
        <PopupNotes noting={noting} writes={picked === null} onPanel={events.onPanel} />
        <EmptyState page={page} events={events} />
        {picked === null && <PopupMarks page={page} onPick={pick} />}
        {picked !== null && (
          <>
            <Walker
              marks={marksOf(page)}
              picked={picked.at}
              language={languageOf(page)}
              onWalk={events.onWalk}
              onList={() => setListing(true)}
            />
            <PickedCard
              view={card}
              mark={picked.mark}
              asked={asked}
              space="tight"
              onAsk={events.onAsk}
              answers={answersFor(picked.mark)}
              notes={marking.card}
            />
          </>
        )}
        <HiddenMarks hidden={hidden} latest={latest} onUndo={takeBack} onShowAgain={showAgain} />
      </main>
      <PopupDoors page={page} events={events} doors={props.doors} />
    </div>
  );
}

function PopupMarks({ page, onPick }: Pick<ReaderProps, 'page'> & Pick<ReaderEvents, 'onPick'>) {
  const marks = marksOf(page);
  if (marks.length === 0) return null;
  return <MarkList marks={marks} picked={pickedMark(page)?.at ?? null} language={languageOf(page)} onPick={onPick} />;
}

function PopupDoors({ page, events, doors }: Pick<ReaderProps, 'page' | 'events' | 'doors'>) {
  return (
    <Doors of="popup" page={page} events={events}>
      {doors}
      <button type="button" onClick={events.onPanel}>
        {t('openPanel')}
      </button>
    </Doors>
  );
}

type PopupNotesProps = Pick<ReaderProps, 'noting'> &
  Pick<ReaderEvents, 'onPanel'> & {
    /** Whether a note on the page as a whole is offered here. */
    readonly writes: boolean;
  };

function PopupNotes({ noting, writes, onPanel }: PopupNotesProps) {
  if (noting === null) return null;
  const { notes, notice, events } = noting;
  return (
    <>
      <NoteNotice notice={notice} events={events} onLeave={nowhere} />
      <div class="page-notes">
        {writes && <NoteOnPage onNote={events.onNote} />}
        <NoteCount notes={notes} onPanel={onPanel} />
      </div>
    </>
  );
}

/** Nothing is deleted here, so no button goes away from under the focus. */
const nowhere = (): void => undefined;
