/** What is shown of notes in the page: the bar beside selected words, what was done, and a note beside its words. */
import { render, type VNode } from 'preact';
import { boxesOf } from '@/lib/article/boxes.ts';
import type { FlagKind } from '@/lib/core/note.ts';
import type { Theme } from '@/lib/core/settings.ts';
import inPageStyle from '@/lib/ui/in-page.css?inline';
import { NotePopover } from '@/lib/ui/note-popover.tsx';
import { placeBox, type Box } from '@/lib/ui/place-box.ts';
import { SelectionBar, type BarState } from '@/lib/ui/selection-bar.tsx';
import type { LiveNote } from './page-notes.ts';
import { enterStage, type Stage } from './stage.ts';

export type NoteMarginPorts = {
  readonly theme: () => Theme;
  readonly onHighlight: () => void;
  readonly onNote: () => void;
  readonly onFlag: (flag: FlagKind) => void;
  readonly onEdit: (live: LiveNote) => void;
  readonly onDelete: (live: LiveNote) => void;
};

/** Where what is shown belongs: asked again whenever the page scrolls. */
type Lines = () => readonly Box[];
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'bar'; readonly state: BarState; readonly lines: Lines }
  | {
      readonly kind: 'note';
      readonly live: LiveNote;
      readonly takesFocus: boolean;
      readonly onAccounts: (() => void) | null;
    };

export type NoteMargin = {
  readonly showBar: (state: BarState, lines: Lines) => void;
  readonly showNote: (live: LiveNote, options: { takesFocus: boolean; onAccounts: (() => void) | null }) => void;
  /** Only while nothing has been done: an outcome stays until it has been read. */
  readonly hideOffer: () => void;
  readonly hide: () => void;
  readonly shows: () => Shown['kind'];
};

const NOTHING: Shown = { kind: 'nothing' };

/** Ends with `signal`. */
export function createNoteMargin(document: Document, ports: NoteMarginPorts, signal: AbortSignal): NoteMargin {
  let shown: Shown = NOTHING;
  let stage: Stage | null = null;
  let before: HTMLElement | null = null;

  function show(next: Shown): void {
    if (takesFocus(next) && !takesFocus(shown)) before = document.activeElement as HTMLElement | null;
    const leaving = takesFocus(shown) && next.kind === 'nothing';
    shown = next;
    draw();
    if (leaving) before?.focus({ preventScroll: true });
  }

  function draw(): void {
    if (shown.kind === 'nothing') {
      if (stage !== null) render(null, stage.stand);
      stage?.leave();
      stage = null;
      return;
    }
    stage ??= enterStage(document, 'parallax-notes', inPageStyle);
    const { stand, host } = stage;
    host.dataset.theme = ports.theme();
    render(part(shown), stand);
    place();
  }

  /** Put in a corner to be measured, then in its place; nothing is painted in between. */
  function place(): void {
    const box = stage?.stand.firstElementChild;
    if (shown.kind === 'nothing' || !isStyled(box)) return;
    box.style.left = '0px';
    box.style.top = '0px';
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const at = placeBox(linesOf(shown), box.getBoundingClientRect(), { width, height });
    box.style.left = `${at.left}px`;
    box.style.top = `${at.top}px`;
  }

  function part(what: Exclude<Shown, { kind: 'nothing' }>): VNode {
    if (what.kind === 'bar') return <SelectionBar state={what.state} {...ports} onGrown={place} onClose={hide} />;
    const { live, takesFocus, onAccounts } = what;
    return (
      <NotePopover
        note={live.note}
        state={live.state}
        takesFocus={takesFocus}
        onEdit={() => ports.onEdit(live)}
        onDelete={() => ports.onDelete(live)}
        onAccounts={onAccounts}
        onClose={hide}
      />
    );
  }

  const hide = () => show(NOTHING);
  const view = document.defaultView;
  const redraw = () => {
    if (shown.kind !== 'nothing') view?.requestAnimationFrame(draw);
  };
  view?.addEventListener('scroll', redraw, { signal, passive: true, capture: true });
  view?.addEventListener('resize', redraw, { signal });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (shown.kind !== 'nothing' && stage !== null && !event.composedPath().includes(stage.host)) hide();
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') hide();
    },
    { signal },
  );
  signal.addEventListener('abort', hide, { once: true });

  return {
    showBar: (state, lines) => show({ kind: 'bar', state, lines }),
    showNote: (live, options) => show({ kind: 'note', live, ...options }),
    hideOffer() {
      if (shown.kind === 'bar' && shown.state.kind === 'offer') hide();
    },
    hide,
    shows: () => shown.kind,
  };
}

const isStyled = (element: Element | null | undefined): element is HTMLElement =>
  element !== null && element !== undefined && 'style' in element;

const takesFocus = (shown: Shown): boolean =>
  shown.kind === 'note'
    ? shown.takesFocus
    : shown.kind === 'bar' && shown.state.kind === 'offer' && shown.state.takesFocus;

const linesOf = (shown: Exclude<Shown, { kind: 'nothing' }>): readonly Box[] =>
  shown.kind === 'bar' ? shown.lines() : boxesOf(shown.live.ranges);
