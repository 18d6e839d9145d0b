/** The side panel: as the popup, with room. The marks of the article and the reader's notes stay in sight beside or above the card. */
import { useContext } from 'preact/hooks';
import { Doors } from './doors.tsx';
import { Embedded } from './embedded.ts';
import { EmptyState } from './empty-state.tsx';
import { HiddenMarks } from './hidden-marks.tsx';
import { MarkList } from './mark-list.tsx';
import { NoteNotice } from './note-notice.tsx';
import { NoteOnPage } from './note-on-page.tsx';
import { NotesOfPage, useNextPlace } from './notes-of-page.tsx';
import { PageHeader } from './page-header.tsx';
import type { NoteEvents, Noting } from './noting.ts';
import { languageOf, marksOf, type ReaderProps } from './page-view.ts';
import { PickedCard, lettersOf, pickedMark, useAnswers, useLetters, useMarkNoting } from './reader-body.tsx';
import { plural } from './text.ts';
import { Walker } from './walker.tsx';

export function PanelView(props: ReaderProps) {
  const { page, site, card, asked, hidden, noting, events } = props;
  const embedded = useContext(Embedded);
  const Main = embedded ? 'div' : 'main';
  const { latest, takeBack, answersFor, showAgain } = useAnswers(events);
  const picked = pickedMark(page);
  const marking = useMarkNoting(props, picked?.at ?? null);
  const place = useNextPlace(noting?.notes);
  useLetters(lettersOf(events, marking));
  return (
    <div class="panel">
      <PageHeader page={page} site={site} onSite={events.onSite} />
      <Main class="panel-body">
        {noting !== null && <NoteNotice notice={noting.notice} events={noting.events} onLeave={place.go} />}
        <EmptyState page={page} events={events} />
        <PanelLists page={page} noting={noting} events={events} place={place} />
        {picked !== null && (
          <div class="picked">
            <Walker marks={marksOf(page)} picked={picked.at} language={languageOf(page)} onWalk={events.onWalk} />
            <PickedCard
              view={card}
              mark={picked.mark}
              asked={asked}
              space="wide"
              onAsk={events.onAsk}
              answers={answersFor(picked.mark)}
              notes={marking.card}
            />
          </div>
        )}
        <HiddenMarks hidden={hidden} latest={latest} onUndo={takeBack} onShowAgain={showAgain} />
      </Main>
      {!embedded && (
        <Doors of="panel" page={page} events={events}>
          {props.doors}
        </Doors>
      )}
    </div>
  );
}

type PanelListsProps = Pick<ReaderProps, 'page' | 'noting'> & {
  readonly events: Pick<ReaderProps['events'], 'onPick'>;
  readonly place: ReturnType<typeof useNextPlace>;
};

/** The marks and the notes; both folded while a card is read. */
function PanelLists({ page, noting, events, place }: PanelListsProps) {
  const picked = pickedMark(page)?.at ?? null;
  const marks = marksOf(page);
  const language = languageOf(page);
  if (marks.length === 0 && noting === null) return null;
  return (
    <div class="lists">
      {noting !== null && picked === null && (
        <p class="page-notes">
          <NoteOnPage onNote={noting.events.onNote} />
        </p>
      )}
      {marks.length > 0 && (
        <details class="marks" open={picked === null}>
          <summary>{plural('marksOnPage', marks.length)}</summary>
          <MarkList marks={marks} picked={picked} language={language} onPick={events.onPick} />
        </details>
      )}
      {noting !== null && <PanelNotes noting={noting} picked={picked} language={language} place={place} />}
    </div>
  );
}

type PanelNotesProps = Pick<PanelListsProps, 'place'> & {
  readonly noting: Noting;
  readonly picked: number | null;
  readonly language: string | null;
};

function PanelNotes({ noting: { notes, events }, picked, language, place }: PanelNotesProps) {
  const placing: NoteEvents = {
    ...events,
    onDelete: (note) => {
      place.leave(note.id);
      events.onDelete(note);
    },
    onAttach: (id) => {
      place.hold(id);
      events.onAttach(id);
    },
    onSearchAgain: () => {
      place.hold(null);
      events.onSearchAgain();
    },
  };
  return <NotesOfPage notes={notes} events={placing} language={language} open={picked === null} />;
}
