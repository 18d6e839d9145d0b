/**
 * Parallax on one page, from the first reading to the last mark: reads, paints, follows the page, shows cards in the
 * margin, and answers popup and panel. Everything it starts ends with `signal`, and the page is as it was.
 */
import { createPainter, type Painter } from '@/lib/marks/painter.ts';
import type { ClaimId } from '@/lib/core/ids.ts';
import type { FlagKind } from '@/lib/core/note.ts';
import type { PageState } from '@/lib/core/marks.ts';
import { DEFAULT_SETTINGS, type PageSettings } from '@/lib/core/settings.ts';
import { MessageError } from '@/lib/messages/bus.ts';
import type { ConfirmAsk, MarkAsk } from '@/lib/messages/protocol.ts';
import { createMargin, type Margin, type MarginPorts } from './margin.tsx';
import { startNotes, type NotePorts, type NotesSession } from './notes-session.ts';
import { createOverview } from './overview.ts';
import { followPointer } from './pointer.ts';
import { createReader, type Ask, type LiveMark, type Page, type Reader } from './reader.ts';
import { createTones, type Tones } from './tone-of.ts';
import { watchPage } from './watch-page.ts';
import { watchTheme } from './watch-theme.ts';

export type SessionPorts = Ask &
  Omit<NotePorts, 'failed' | 'notesNews'> &
  Pick<MarginPorts, 'card' | 'openPanel'> & {
    /** Tells popup, panel and toolbar that the page's state changed. */
    readonly news: (marks: number) => void;
    readonly confirm: (ask: ConfirmAsk) => Promise<unknown>;
    readonly restore: (ask: MarkAsk) => Promise<unknown>;
    readonly panelIsOpen: () => Promise<boolean>;
    readonly settings: () => Promise<PageSettings>;
    /** The extension is gone from under this script: stop, without a word. */
    readonly gone: () => void;
    readonly report: (cause: unknown) => void;
  };

export type Session = {
  readonly state: () => PageState;
  readonly reread: () => void;
  /** Chooses a mark and, if asked, brings it into view. */
  readonly pick: (mark: number, scroll: boolean) => void;
  readonly walk: (step: 1 | -1) => void;
  readonly notes: Pick<NotesSession, 'answers' | 'editor'>;
};

export function startSession(page: Page, ports: SessionPorts, signal: AbortSignal): Session {
  const { document } = page;
  const view = document.defaultView;
  if (view === null) throw new Error('the page has no window');
  const painter = createPainter(view, signal);
  let settings: PageSettings = DEFAULT_SETTINGS;
  const tones = createTones();
  const failed = (cause: unknown): void => {
    if (cause instanceof MessageError && cause.kind === 'gone') ports.gone();
    else ports.report(cause);
  };
  const readingFailed = (cause: unknown): void => {
    failed(cause);
    reader.fail(cause instanceof MessageError ? 'library' : 'page');
  };

  const reader: Reader = createReader(page, ports, changed, signal);
  const margin: Margin = createMargin(
    document,
    { ...ports, say, note, failed, theme: () => settings.theme },
    () => reader.pick(null),
    signal,
  );

  const overview = createOverview(document, (mark) => void open(mark, { scroll: true }).catch(failed), signal);

  function changed(): void {
    paint(painter, reader, tones);
    if (settings.overview) overview.show(reader.marks());
    ports.news(reader.marks().length);
  }

  const notes = startNotes(
    { page, reader, tones, settings: () => settings, cardAt },
    { ...ports, failed, notesNews: () => ports.news(reader.marks().length) },
    signal,
  );

  async function read(): Promise<boolean> {
    const before = fingerprintOf(reader);
    await reader.read().catch(readingFailed);
    await notes.pageRead().catch(failed);
    return fingerprintOf(reader) !== before;
  }

  /** The card of the mark that the ranges stand in. */
  function cardAt([range]: readonly Range[]): (() => void) | null {
    const at =
      range === undefined ? -1 : reader.marks().findIndex(({ ranges }) => ranges.some((own) => meets(own, range)));
    return at === -1 ? null : () => void open(at).catch(failed);
  }

  function reread(): void {
    reader.reread().catch(readingFailed);
  }

  async function say({ mark }: LiveMark, claim: ClaimId | null): Promise<LiveMark | null> {
    const { pack, question } = mark.match;
    const ask = { sentence: mark.text, pack, question };
    await (claim === null ? ports.restore(ask) : ports.confirm({ ...ask, claim }));
    await reader.reread().catch(readingFailed);
    const at = reader.picked();
    return at === null ? null : (reader.marks()[at] ?? null);
  }

  function note({ mark }: LiveMark, flag: FlagKind | null): void {
    const at = reader.marks().findIndex((live) => live.mark === mark);
    const begin = { start: { on: 'mark', mark: at }, flag } as const;
    void Promise.resolve(notes.answers[flag === null ? 'note.start' : 'note.put'](begin)).catch(failed);
  }

  function pick(mark: number, scroll: boolean): LiveMark | null {
    const live = reader.marks()[mark] ?? null;
    if (live === null) return null;
    reader.pick(mark);
    if (scroll) bringIntoView(live, view?.matchMedia('(prefers-reduced-motion: reduce)').matches === true);
    return live;
  }

  /** The card goes to the panel if one is open, which hears of the choice by itself; else beside the sentence. */
  async function open(mark: number, { byKey = false, scroll = false } = {}): Promise<void> {
    const live = pick(mark, scroll);
    if (live !== null && !(await ports.panelIsOpen())) await margin.openCard(live, byKey);
  }

  function walk(step: 1 | -1): void {
    const { length } = reader.marks();
    if (length === 0) return;
    const from = reader.picked();
    const next = from === null ? (step === 1 ? 0 : length - 1) : (from + step + length) % length;
    const live = pick(next, true);
    if (live === null) return;
    if (margin.hasCard()) void margin.openCard(live, true).catch(failed);
    else margin.showTip(live);
  }

  followPointer(
    document,
    [
      notes.pointerTarget,
      {
        things: reader.marks,
        index: reader.index,
        onRest: (mark) => margin.rest(mark === null ? null : (reader.marks()[mark] ?? null)),
        onClick: (mark) => void open(mark).catch(failed),
      },
    ],
    signal,
  );
  followKeys(document, reader, margin, (mark) => void open(mark, { byKey: true }).catch(failed), signal);
  watchTheme(
    document,
    () => {
      tones.forget();
      paint(painter, reader, tones);
      notes.repaint();
    },
    signal,
  );
  watchPage(document, { roots: () => reader.index()?.roots ?? [], address: page.address }, read, signal);
  void read();
  ports.settings().then((chosen) => {
    settings = chosen;
    changed();
  }, failed);

  return { state: reader.state, reread, pick: (mark, scroll) => void pick(mark, scroll), walk, notes };
}

function paint(painter: Painter, reader: Reader, tones: Tones): void {
  const strokes = reader.marks().map(({ mark, ranges }) => ({ kind: mark.kind, ranges, tone: tones.of(ranges) }));
  painter.paint(strokes);
  const picked = reader.picked();
  const stroke = picked === null ? undefined : strokes[picked];
  painter.pick(stroke?.ranges ?? [], stroke?.tone ?? 'light');
}

function meets(one: Range, other: Range): boolean {
  if (one.startContainer.getRootNode() !== other.startContainer.getRootNode()) return false;
  return (
    one.compareBoundaryPoints(Range.END_TO_START, other) < 0 && one.compareBoundaryPoints(Range.START_TO_END, other) > 0
  );
}

/** Enter opens the chosen mark's card and Escape lets it go, while the page itself has no use for the key. */
function followKeys(
  document: Document,
  reader: Reader,
  margin: Margin,
  open: (mark: number) => void,
  signal: AbortSignal,
): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const picked = reader.picked();
      if (picked === null || event.defaultPrevented || event.isComposing || !isIdle(document)) return;
      if (event.key === 'Escape') {
        margin.close();
        reader.pick(null);
      } else if (event.key === 'Enter' && !margin.hasCard()) {
        event.preventDefault();
        open(picked);
      }
    },
    { signal },
  );
}

const isIdle = (document: Document): boolean =>
  document.activeElement === null || document.activeElement === document.body;

function bringIntoView({ ranges }: LiveMark, still: boolean): void {
  ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
}

/** Whether two readings came out the same, as far as anybody can see. */
function fingerprintOf(reader: Reader): string {
  const state = reader.state();
  const texts = reader.marks().map(({ mark }) => mark.text);
  return JSON.stringify([
    state.kind,
    state.kind === 'read' || state.kind === 'no-story' ? state.article.title : null,
    texts,
  ]);
}
