/**
 * What Parallax shows in the page itself: a one-line tip, or the top of a card. It stands beside the page's own tree,
 * in one element with a closed shadow root, that is there only while there is something to show.
 */
import { render } from 'preact';
import type { Card, CardClaim } from '@/lib/card/card.ts';
import type { ClaimId } from '@/lib/core/ids.ts';
import type { FlagKind } from '@/lib/core/note.ts';
import type { Theme } from '@/lib/core/settings.ts';
import type { CardRef } from '@/lib/messages/protocol.ts';
import { InPagePopover, InPageTip } from '@/lib/ui/in-page.tsx';
import inPageStyle from '@/lib/ui/in-page.css?inline';
import type { CardView } from '@/lib/ui/page-view.ts';
import { placeBox, type Box, type Place } from '@/lib/ui/place-box.ts';
import type { LiveMark } from './reader.ts';
import { enterStage, type Stage } from './stage.ts';

export type MarginPorts = {
  readonly card: (ref: CardRef) => Promise<Card | null>;
  /**
   * The reader says that the sentence states the claim; null: that they take it back. Resolves with the mark as it then
   * stands; null: there is none any more.
   */
  readonly say: (live: LiveMark, claim: ClaimId | null) => Promise<LiveMark | null>;
  readonly openPanel: () => void;
  /** Writes on the mark's sentence; `flag`: or flags it at once. */
  readonly note: (live: LiveMark, flag: FlagKind | null) => void;
  readonly failed: (cause: unknown) => void;
  readonly theme: () => Theme;
};

export type Margin = {
  /** The pointer has come to rest on a mark, or on none. */
  readonly rest: (live: LiveMark | null) => void;
  /** Shows a mark's tip because the reader walked to it. */
  readonly showTip: (live: LiveMark) => void;
  /** Shows the card, empty until it has come. `takesFocus`: a key asked for it. */
  readonly openCard: (live: LiveMark, takesFocus: boolean) => Promise<void>;
  readonly hasCard: () => boolean;
  readonly close: () => void;
};

type Shown = { readonly kind: 'nothing' } | { readonly kind: 'tip'; readonly live: LiveMark } | ShownCard;
type ShownCard = {
  readonly kind: 'card';
  readonly live: LiveMark;
  readonly view: CardView;
  readonly takesFocus: boolean;
  /** The claim that the reader has just said the sentence states. */
  readonly said: string | null;
};

const NOTHING: Shown = { kind: 'nothing' };
const CORNER: Place = { left: 0, top: 0 };

/** `onClose`: the reader closed the card. Ends with `signal`. */
export function createMargin(document: Document, ports: MarginPorts, onClose: () => void, signal: AbortSignal): Margin {
  let shown: Shown = NOTHING;
  let stage: Stage | null = null;
  let before: HTMLElement | null = null;

  function show(next: Shown): void {
    const leaving = shown.kind === 'card' && shown.takesFocus && next.kind !== 'card';
    shown = next;
    draw();
    if (leaving) before?.focus({ preventScroll: true });
  }

  function draw(): void {
    if (shown.kind === 'nothing') {
      if (stage !== null) {
        render(null, stage.stand);
        stage.leave();
      }
      stage = null;
      return;
    }
    stage ??= enterStage(document, 'parallax-margin', inPageStyle);
    const { stand, host } = stage;
    host.dataset.theme = ports.theme();
    // Drawn once in a corner to be measured, then in its place; nothing is painted in between.
    render(part(shown, CORNER), stand);
    const box = stand.firstElementChild?.getBoundingClientRect();
    if (box !== undefined) render(part(shown, placeBeside(document, shown.live, box)), stand);
  }

  function part(what: Exclude<Shown, { kind: 'nothing' }>, at: Place) {
    const { mark } = what.live;
    if (what.kind === 'tip') return <InPageTip mark={mark} at={at} />;
    const { view, takesFocus, said } = what;
    return (
      <InPagePopover
        mark={mark}
        card={view}
        at={at}
        takesFocus={takesFocus}
        said={said}
        onConfirm={(claim) => void say(what.live, claim).catch(ports.failed)}
        onTakeBack={() => void say(what.live, null).catch(ports.failed)}
        onNote={() => note(what.live, null)}
        onFlag={(flag) => note(what.live, flag)}
        onPanel={ports.openPanel}
        onClose={close}
      />
    );
  }

  function note(live: LiveMark, flag: FlagKind | null): void {
    close();
    ports.note(live, flag);
  }

  function close(): void {
    show(NOTHING);
    onClose();
  }

  async function openCard(live: LiveMark, takesFocus: boolean): Promise<void> {
    if (takesFocus) before = document.activeElement as HTMLElement | null;
    show({ kind: 'card', live, view: { kind: 'loading' }, takesFocus, said: null });
    const view = await cardOf(live);
    if (isShown(live)) show({ kind: 'card', live, view, takesFocus, said: null });
  }

  /** The card stays as it is until the new one is there: the focus must not fall out of it. */
  async function say(live: LiveMark, claim: CardClaim | null): Promise<void> {
    const next = await ports.say(live, claim?.id ?? null);
    const view = next === null ? null : await cardOf(next);
    if (!isShown(live)) return;
    if (next === null || view === null) close();
    else if (shown.kind === 'card') show({ ...shown, live: next, view, said: claim?.says ?? null });
  }

  const isShown = (live: LiveMark): boolean => shown.kind === 'card' && shown.live === live;

  async function cardOf({ mark: { match } }: LiveMark): Promise<CardView> {
    const { pack, question, claim, accounts } = match;
    const card = await ports.card({ pack, question, claim, accounts });
    return card === null ? { kind: 'missing' } : { kind: 'card', card };
  }

  const view = document.defaultView;
  const redraw = () => view?.requestAnimationFrame(() => draw());
  view?.addEventListener('scroll', () => (shown.kind === 'tip' ? show(NOTHING) : shown.kind === 'card' && redraw()), {
    signal,
    passive: true,
    capture: true,
  });
  view?.addEventListener('resize', () => shown.kind !== 'nothing' && redraw(), { signal });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (shown.kind === 'card' && stage !== null && !event.composedPath().includes(stage.host)) close();
    },
    { signal },
  );
  signal.addEventListener('abort', () => show(NOTHING), { once: true });

  return {
    rest(live) {
      if (shown.kind !== 'card') show(live === null ? NOTHING : { kind: 'tip', live });
    },
    showTip: (live) => show({ kind: 'tip', live }),
    openCard,
    hasCard: () => shown.kind === 'card',
    close: () => show(NOTHING),
  };
}

function placeBeside(document: Document, { ranges }: LiveMark, size: DOMRect): Place {
  const lines: Box[] = ranges.flatMap((range) => Array.from(range.getClientRects()));
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return placeBox(lines, size, { width, height });
}
