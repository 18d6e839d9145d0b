/**
 * The reader's notes on one page: painted where they were found, made from selected words or from a mark, shown and
 * changed beside their words. That something is saved is said only when the background has said so.
 */
import { describePassage } from '@/lib/anchor/describe-passage.ts';
import { passageLink } from '@/lib/anchor/passage-link.ts';
import { boxesOf, type Box } from '@/lib/article/boxes.ts';
import { observableRoots } from '@/lib/article/page-text.ts';
import { selectionBoxes, selectionSpan } from '@/lib/article/selection.ts';
import type { NoteId } from '@/lib/core/ids.ts';
import type { NoteChange } from '@/lib/core/note.ts';
import type { PageSettings } from '@/lib/core/settings.ts';
import { createNotePainter } from '@/lib/marks/note-painter.ts';
import type { NoteBegin, NotesToPage, PassageLink, SaveOutcome } from '@/lib/messages/note-protocol.ts';
import { DONE } from '@/lib/messages/protocol.ts';
import { t } from '@/lib/ui/text.ts';
import { createEditorFrame, type EditorFrame } from './editor-frame.ts';
import { followSelection } from './follow-selection.ts';
import { createNoteDeeds, type DeedPorts } from './note-deeds.ts';
import { createNoteDesk } from './note-desk.ts';
import { createNoteMaker, type MakerPorts } from './note-maker.ts';
import { createNoteMargin } from './note-margin.tsx';
import { keepPageNotes, type LiveNote, type NotesAsk } from './page-notes.ts';
import type { PointerTarget } from './pointer.ts';
import type { Page, Reader } from './reader.ts';
import type { Tones } from './tone-of.ts';
import { watchText } from './watch-text.ts';

export type NotePorts = NotesAsk &
  MakerPorts &
  DeedPorts & {
    readonly changeNote: (ask: { id: NoteId; change: NoteChange }) => Promise<SaveOutcome>;
    /** The address of the editor's page. */
    readonly editorUrl: string;
    readonly openEditorWindow: () => void;
    /** The notes are other ones than before, or stand elsewhere. */
    readonly notesNews: () => void;
  };

type Answers = {
  readonly [K in keyof NotesToPage]: (
    ...ask: Parameters<NotesToPage[K]>
  ) => ReturnType<NotesToPage[K]> | Promise<ReturnType<NotesToPage[K]>>;
};

export type NotesSession = {
  readonly pointerTarget: PointerTarget;
  /** The page has been read, for the first time or again. */
  readonly pageRead: () => Promise<void>;
  /** The page's colours have changed. */
  readonly repaint: () => void;
  readonly answers: Answers;
  readonly editor: Pick<EditorFrame, 'ask' | 'setHeight' | 'close'>;
};

export type Around = {
  readonly page: Page;
  readonly reader: Reader;
  readonly tones: Tones;
  readonly settings: () => PageSettings;
  /** Shows the card of the mark that the ranges stand in; null where there is none. */
  readonly cardAt: (ranges: readonly Range[]) => (() => void) | null;
};

/** Ends with `signal`. */
export function startNotes(around: Around, ports: NotePorts, signal: AbortSignal): NotesSession {
  const { page, reader, tones, settings, cardAt } = around;
  const { document } = page;
  const view = document.defaultView;
  if (view === null) throw new Error('the page has no window');
  const painter = createNotePainter(view, signal);
  const keeper = keepPageNotes(page, ports, changed, signal);
  const watch = watchText(keeper.find, signal);
  const maker = createNoteMaker({ page, reader, keeper, ports });
  const margin = createNoteMargin(
    document,
    {
      theme: () => settings().theme,
      onHighlight: () => void deeds.put(onSelection(null)).catch(ports.failed),
      onNote: () => void write(onSelection(null)).catch(ports.failed),
      onFlag: (flag) => void deeds.put(onSelection(flag)).catch(ports.failed),
      onEdit: edit,
      onDelete: (live) => void deeds.remove(live).catch(ports.failed),
    },
    signal,
  );
  const frame = createEditorFrame(
    document,
    {
      url: ports.editorUrl,
      title: t('editorTitle'),
      openWindow: ports.openEditorWindow,
      closed: () => document.getSelection()?.removeAllRanges(),
    },
    signal,
  );
  /** Of the words selected, on the page as it was gone through last. */
  const selected = (): readonly Box[] => {
    const live = keeper.page();
    return live === null ? [] : selectionBoxes(live.whole);
  };
  const linesOf = ({ start }: NoteBegin): readonly Box[] =>
    start.on === 'mark' ? boxesOf(reader.marks()[start.mark]?.ranges ?? []) : selected();
  /** The bar stands where the pointer let go, as a rule, and not at the start of a long line. */
  const nearEnd = (): readonly Box[] =>
    selected().map(({ left, top, right, bottom }) => ({ left: Math.max(left, right - FROM_END), top, right, bottom }));
  const desk = createNoteDesk({ frame, maker, keeper, linesOf });
  const deeds = createNoteDeeds({ maker, keeper, margin, ports, linesOf, onEdit: (id) => show(id, true) });
  const painted = () => keeper.notes().flatMap((live) => (live.span === null ? [] : [{ ...live, span: live.span }]));

  function changed(): void {
    repaint();
    // The editor says itself that it is done, but through a background that may die on the way.
    const job = frame.job();
    if (job?.isNew === true && keeper.notes().some(({ note }) => note.id === job.draft.id)) frame.close();
    const live = keeper.page();
    if (live !== null) {
      selection.followIn(live.whole.documents);
      if (keeper.notes().length > 0) watch.follow(observableRoots(live.whole));
    }
    ports.notesNews();
  }

  function repaint(): void {
    painter.paint(
      keeper.notes().map(({ note, ranges }) => ({
        ranges,
        look: note.flag === null ? 'note' : 'flag',
        colour: note.colour,
        tone: tones.of(ranges),
      })),
    );
  }

  async function write(begin: NoteBegin): Promise<'open' | 'nothing'> {
    if ((await desk.write(begin)) === 'nothing') return deeds.nothing();
    margin.hide();
    return 'open';
  }

  function edit(live: LiveNote): void {
    margin.hide();
    desk.edit(live);
  }

  let offered = '';
  async function offer(takesFocus: boolean): Promise<'open' | 'nothing'> {
    const live = await keeper.look();
    const span = live === null ? null : selectionSpan(live.whole);
    if (span === null || selected().length === 0) return 'nothing';
    const words = `${span.start} ${span.end}`;
    // The browser may tell of one selection twice: what the reader has in hand must not be drawn anew.
    if (!takesFocus && margin.shows() === 'bar' && offered === words) return 'open';
    offered = words;
    margin.showBar({ kind: 'offer', takesFocus }, nearEnd);
    return 'open';
  }

  function open(live: LiveNote): void {
    margin.showNote(live, { takesFocus: false, onAccounts: cardAt(live.ranges) });
  }

  function show(id: NoteId, asksToEdit: boolean): 'shown' | 'not-here' {
    const live = keeper.notes().find(({ note }) => note.id === id);
    if (live === undefined) return 'not-here';
    painter.point(live.ranges);
    live.ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (asksToEdit) edit(live);
    else if (live.ranges.length > 0) open(live);
    return 'shown';
  }

  async function attach(id: NoteId): Promise<SaveOutcome | 'nothing'> {
    const live = await keeper.look();
    const span = live === null ? null : selectionSpan(live.whole);
    if (live === null || span === null) return 'nothing';
    const outcome = await ports.changeNote({ id, change: { passage: describePassage(live.index, span) } });
    await keeper.refresh();
    return outcome;
  }

  async function linkTo(id: NoteId): Promise<PassageLink> {
    await keeper.find();
    const live = keeper.page();
    const span = keeper.notes().find(({ note }) => note.id === id)?.span ?? null;
    if (live === null || span === null) return { kind: 'none', why: 'not-found' };
    return passageLink(live.index, span, page.address());
  }

  const selection = followSelection(
    document,
    {
      shadowRoots: () => (keeper.page()?.whole ?? reader.index())?.shadowRoots ?? [],
      onSelected: () => {
        const isFree = frame.job() === null && margin.shows() !== 'note';
        if (settings().toolbar && isFree) void offer(false).catch(ports.failed);
      },
      onNone: margin.hideOffer,
    },
    signal,
  );

  // Not after the reading: to know what the page tells may take a while.
  keeper.refresh().catch(ports.failed);

  return {
    pointerTarget: {
      things: painted,
      index: () => keeper.page()?.whole ?? null,
      onClick: (at) => {
        const live = painted()[at];
        if (live !== undefined) open(live);
      },
    },
    async pageRead() {
      await keeper.refresh();
      await maker.meet();
    },
    repaint,
    editor: frame,
    answers: {
      'page.notes': () => ({
        key: keeper.keys()[0] ?? null,
        url: page.address(),
        notes: keeper.notes().map(({ note, state }) => ({ note, state })),
      }),
      'note.start': write,
      'note.put': deeds.put,
      'note.offer': async () => ((await offer(true)) === 'open' ? 'open' : deeds.nothing()),
      'note.show': ({ id, edit: asksToEdit }) => show(id, asksToEdit),
      'note.attach': ({ id }) => attach(id),
      'note.link': ({ id }) => linkTo(id),
      'notes.changed': () => {
        void keeper.refresh().catch(ports.failed);
        return DONE;
      },
    },
  };
}

/** CSS pixels. */
const FROM_END = 120;

const onSelection = (flag: NoteBegin['flag']): NoteBegin => ({ start: { on: 'selection' }, flag });
