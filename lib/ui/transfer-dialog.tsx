/** The dialog in which notes go out or come in: what is asked, how far it is, what came of it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from './text.ts';
import { TransferProgress } from './transfer-progress.tsx';
import type { TransferState } from './transfer.ts';

type TransferDialogProps = {
  readonly title: string;
  readonly state: TransferState;
  /** Says that it is at work, once. */
  readonly working: string;
  /** What came of it in a sentence; empty until then. */
  readonly result: string;
  /** Stops the work, if any, as closing does. */
  readonly onCancel: () => void;
  readonly onClose: () => void;
  /** A button that begins the work. */
  readonly start?: ComponentChildren;
  /** What is asked, or what there is to say beside the result. */
  readonly children?: ComponentChildren;
};

/** Opens when it is drawn. The browser keeps the focus within, and gives it back afterwards. */
export function TransferDialog({
  title,
  state,
  working,
  result,
  onCancel,
  onClose,
  start,
  children,
}: TransferDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  // What had the focus may have gone with what was asked.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.querySelector('button')?.focus();
  }, [state.kind]);
  const isClosed = useRef(false);
  /** Once: the browser tells of a closing later, and in a tab out of sight not at all. */
  const tellClosed = () => {
    if (!isClosed.current) onClose();
    isClosed.current = true;
  };
  const isWorking = state.kind === 'working';
  return (
    <dialog ref={dialog} class="transfer" aria-labelledby={heading} onClose={tellClosed}>
      <h2 id={heading}>{title}</h2>
      <p role="status" class={result === '' ? 'sr-only' : undefined}>
        {isWorking ? working : result}
      </p>
      {isWorking ? <TransferProgress progress={state.progress} label={working} onCancel={onCancel} /> : children}
      {!isWorking && (
        <div class="buttons">
          {start}
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
              tellClosed();
            }}
          >
            {t('close')}
          </button>
        </div>
      )}
    </dialog>
  );
}
