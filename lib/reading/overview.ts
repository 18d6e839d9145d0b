/** The overview strip, an option: thin ticks at the page's edge where the marks are. For the pointer only; the list in the panel says the same to everyone. */
import type { LiveMark } from './reader.ts';
import { enterStage, type Stage } from './stage.ts';

const STYLE = `
  :host { all: initial; }
  div { position: fixed; inset-block: 0; inset-inline-end: 0; inline-size: 10px; z-index: 2147483646; pointer-events: none; }
  button { position: absolute; inset-inline-end: 0; inline-size: 10px; block-size: 8px; margin: 0; padding: 0; border: 0;
    background: linear-gradient(#0a5fa8, #0a5fa8) center / 100% 3px no-repeat; box-shadow: 0 0 0 1px rgb(255 255 255 / 60%) inset;
    cursor: pointer; pointer-events: auto; }
  button:hover { inline-size: 14px; }
`;

export type Overview = { readonly show: (marks: readonly LiveMark[]) => void };

/** Ends with `signal`. */
export function createOverview(document: Document, onPick: (mark: number) => void, signal: AbortSignal): Overview {
  let stage: Stage | null = null;
  const leave = () => {
    stage?.leave();
    stage = null;
  };
  signal.addEventListener('abort', leave, { once: true });
  return {
    show(marks) {
      if (marks.length === 0) {
        leave();
        return;
      }
      stage ??= enterStage(document, 'parallax-overview', STYLE);
      stage.stand.setAttribute('aria-hidden', 'true');
      stage.stand.replaceChildren(...marks.map((mark, at) => tick(document, mark, () => onPick(at))));
    },
  };
}

function tick(document: Document, { mark, ranges }: LiveMark, onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.title = mark.asks;
  button.style.insetBlockStart = `${(shareOfPage(document, ranges[0]) * 100).toFixed(2)}%`;
  button.addEventListener('click', onClick);
  return button;
}

/** How far down the page a range stands, 0 to 1. */
function shareOfPage(document: Document, range: Range | undefined): number {
  const root = document.scrollingElement ?? document.documentElement;
  const top = (range?.getBoundingClientRect().top ?? 0) + root.scrollTop;
  return Math.min(1, Math.max(0, top / Math.max(1, root.scrollHeight)));
}
