/**
 * The editor in the page: a frame that holds a page of ours, since on the page itself every key pressed could be heard.
 * Where the page may hold no such frame, the editor opens in a window of its own.
 */
import type { EditorJob } from '@/lib/messages/note-protocol.ts';
import { placeBox, type Box } from '@/lib/ui/place-box.ts';
import { enterStage, type Stage } from './stage.ts';

export type EditorPorts = {
  /** The address of the editor's page. */
  readonly url: string;
  readonly title: string;
  readonly openWindow: () => void;
  /** The editor has closed. */
  readonly closed: () => void;
};

export type EditorFrame = {
  /** `lines`: where the words that are written on stand in the window. */
  readonly open: (job: EditorJob, lines: readonly Box[]) => void;
  /** For the editor, which shows by asking that it was let in: what it is open for. */
  readonly ask: () => EditorJob | null;
  readonly job: () => EditorJob | null;
  readonly setHeight: (height: number) => void;
  readonly close: () => void;
};

const STYLE = `
  :host { all: initial; }
  iframe { position: fixed; z-index: 2147483647; inline-size: min(380px, calc(100vw - 16px)); border: 1px solid #8a8478;
    border-radius: 6px; box-shadow: 0 2px 10px rgb(0 0 0 / 18%); background: Canvas; color-scheme: light dark; }
`;
/** Milliseconds within which our page asks what it is open for, if it is let in at all. */
const PATIENCE = 4_000;
/** CSS pixels: until the editor has said how tall it is. */
const FIRST_HEIGHT = 340;
const MARGIN = 16;

/** Ends with `signal`. */
export function createEditorFrame(document: Document, ports: EditorPorts, signal: AbortSignal): EditorFrame {
  let job: EditorJob | null = null;
  let stage: Stage | null = null;
  let lines: readonly Box[] = [];
  let height = FIRST_HEIGHT;
  let late: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    clearTimeout(late);
    stage?.leave();
    stage = null;
  }

  function close(): void {
    if (job === null) return;
    job = null;
    leave();
    ports.closed();
  }

  function place(): void {
    const frame = stage?.stand.firstElementChild;
    if (!(frame instanceof HTMLElement)) return;
    const { clientWidth: width, clientHeight } = document.documentElement;
    const tall = Math.min(height, clientHeight - MARGIN);
    frame.style.blockSize = `${tall}px`;
    const { width: wide } = frame.getBoundingClientRect();
    const { left, top } = placeBox(lines, { width: wide, height: tall }, { width, height: clientHeight });
    frame.style.left = `${left}px`;
    frame.style.top = `${top}px`;
  }

  document.defaultView?.addEventListener('resize', place, { signal });
  signal.addEventListener('abort', leave, { once: true });

  return {
    open(next, at) {
      leave();
      job = next;
      lines = at;
      height = FIRST_HEIGHT;
      stage = enterStage(document, 'parallax-editor', STYLE);
      const frame = document.createElement('iframe');
      frame.title = ports.title;
      frame.src = ports.url;
      stage.stand.append(frame);
      place();
      frame.focus();
      late = setTimeout(() => {
        leave();
        ports.openWindow();
      }, PATIENCE);
    },
    ask() {
      clearTimeout(late);
      return job;
    },
    job: () => job,
    setHeight(next) {
      height = next;
      place();
    },
    close,
  };
}
