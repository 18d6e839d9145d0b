/**
 * The bar beside selected words: highlight, note, flag; afterwards what was done, with a way back. Inside a closed
 * shadow root on the page, placed by whoever draws it; it takes the focus only when the reader's key asks for that.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FlagKind } from '@/lib/core/note.ts';
import { flagChoices } from './note-choices.ts';
import { t } from './text.ts';

export type BarState =
  | { readonly kind: 'offer'; readonly takesFocus: boolean }
  | { readonly kind: 'saving' }
  /** `said`: what has been done. Null undo: nothing to take back. */
  | {
      readonly kind: 'done';
      readonly said: string;
      readonly onUndo: (() => void) | null;
      readonly onEdit: (() => void) | null;
    }
  | { readonly kind: 'failed'; readonly said: string; readonly onRetry: () => void };

export type SelectionBarProps = {
  readonly state: BarState;
  readonly onHighlight: () => void;
  readonly onNote: () => void;
  readonly onFlag: (flag: FlagKind) => void;
  /** The bar has become larger or smaller. */
  readonly onGrown: () => void;
  readonly onClose: () => void;
};

export function SelectionBar(props: SelectionBarProps) {
  const { state, onClose } = props;
  return (
    <div
      class="bar"
      role="region"
      aria-label={t('selectionBar')}
      // The selection, and what the reader's keys do to it, must stay as they are.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {state.kind === 'offer' ? <Offer {...props} takesFocus={state.takesFocus} /> : <Outcome {...props} />}
    </div>
  );
}

type Tool = { readonly words: string; readonly act: () => void; readonly expanded?: boolean };
type OfferProps = Omit<SelectionBarProps, 'state'> & { readonly takesFocus: boolean };

function Offer({ takesFocus, onHighlight, onNote, onFlag, onGrown }: OfferProps) {
  const [flags, setFlags] = useState(false);
  // Before anything is painted: under the pointer nothing may move.
  useLayoutEffect(onGrown, [flags]);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [takesFocus]);
  const kinds = flags ? flagChoices() : [];
  const buttons: readonly Tool[] = [
    { words: t('noteAction'), act: onNote },
    { words: t('highlightAction'), act: onHighlight },
    { words: t('flagAction'), act: () => setFlags(!flags), expanded: flags },
    ...kinds.map(({ flag, words }) => ({ words, act: () => onFlag(flag) })),
  ];
  return (
    <div ref={bar} role="toolbar" aria-label={t('selectionTools')} class="tools" onKeyDown={moveFocus}>
      {buttons.map(({ words, act, expanded }, at) => (
        <button
          key={words}
          type="button"
          tabIndex={at === 0 ? 0 : -1}
          {...(expanded !== undefined && { 'aria-expanded': expanded })}
          onClick={act}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

function Outcome({ state, onClose }: SelectionBarProps) {
  return (
    <div class="outcome">
      <span role={state.kind === 'failed' ? 'alert' : 'status'}>
        {state.kind === 'saving' ? t('noteSaving') : state.kind === 'offer' ? '' : state.said}
      </span>
      {state.kind === 'done' && state.onEdit !== null && <Small words={t('noteAdd')} onClick={state.onEdit} />}
      {state.kind === 'done' && state.onUndo !== null && <Small words={t('undo')} onClick={state.onUndo} />}
      {state.kind === 'failed' && <Small words={t('tryAgain')} onClick={state.onRetry} />}
      <button type="button" class="close" aria-label={t('close')} onClick={onClose}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}

const Small = ({ words, onClick }: { readonly words: string; readonly onClick: () => void }) => (
  <button type="button" class="plain" onClick={onClick}>
    {words}
  </button>
);

/** Arrow keys walk a toolbar; Tab leaves it. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = Array.from(event.currentTarget.querySelectorAll('button'));
  const root = event.currentTarget.getRootNode() as Document | ShadowRoot;
  const from = buttons.findIndex((button) => button === root.activeElement);
  const next = buttons[(from + step + buttons.length) % buttons.length];
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}
