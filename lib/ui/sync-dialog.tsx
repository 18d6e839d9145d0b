/** The dialog in which sync asks and tells: one step at a time, at work, and what came of it. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from './text.ts';

export type SyncDialogProps = {
  /** Of the step: with another, the focus begins anew. */
  readonly title: string;
  /** What is being done; null: nothing, the reader is asked. */
  readonly working: string | null;
  /** Why the last thing asked was not done; null: it was, or nothing was. */
  readonly said: string | null;
  /** Calls back what is being done; null: it cannot be. */
  readonly onCancel?: (() => void) | null;
  readonly onClose: () => void;
  /** Not to be closed by a stray key: what it shows is shown once. */
  readonly holds?: boolean;
  readonly isWide?: boolean;
  readonly children?: ComponentChildren;
};

const Closing = createContext<() => void>(() => undefined);

/** Opens when it is drawn. The browser keeps the focus within, and gives it back afterwards. */
export function SyncDialog({
  title,
  working,
  said,
  onCancel = null,
  onClose,
  holds = false,
  isWide = false,
  children,
}: SyncDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const isClosed = useRef(false);
  /** Once: the browser tells of a closing later, and in a tab out of sight not at all. */
  const tellClosed = () => {
    if (!isClosed.current) onClose();
    isClosed.current = true;
  };
  const close = () => {
    dialog.current?.close();
    tellClosed();
  };
  // Passive effects end after the element is gone: closed only then, it would not give the focus back.
  useLayoutEffect(() => {
    const open = dialog.current;
    open?.showModal();
    return () => {
      isClosed.current = true;
      open?.close();
    };
  }, []);
  useFocusOn(dialog, title);
  return (
    <dialog
      ref={dialog}
      class={`transfer sync-dialog${isWide ? ' wide' : ''}`}
      aria-labelledby={heading}
      onClose={tellClosed}
      onCancel={(event) => {
        if (holds) event.preventDefault();
      }}
    >
      <h2 id={heading} tabIndex={-1}>
        {title}
      </h2>
      <div role="status">
        {working !== null && (
          <div class="transfer-progress">
            <p>{working}</p>
            <progress aria-label={working} />
          </div>
        )}
      </div>
      {working !== null && onCancel !== null && (
        <div class="buttons">
          <button type="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        </div>
      )}
      <div role="alert">{said !== null && <p class="notice">{said}</p>}</div>
      {/* Not taken away while at work: what was typed must still be there if it fails. */}
      <div class="sync-step" hidden={working !== null}>
        <Closing.Provider value={close}>{children}</Closing.Provider>
      </div>
    </dialog>
  );
}

/** A new step begins at its heading; so does what goes on when the field or button that had the focus is gone. */
function useFocusOn(dialog: { readonly current: HTMLDialogElement | null }, title: string): void {
  const shown = useRef(title);
  useEffect(() => {
    const at = document.activeElement;
    const isLost = at === null || at === document.body || at.closest('[hidden]') !== null;
    if (shown.current !== title || isLost)
      dialog.current?.querySelector('h2')?.focus({ preventScroll: shown.current === title });
    shown.current = title;
  });
}

type SyncButtonsProps = {
  /** What closes it is called. */
  readonly close?: 'cancel' | 'close' | 'syncDone' | 'syncLater';
  readonly isPrimary?: boolean;
  readonly disabled?: boolean;
  readonly children?: ComponentChildren;
};

/** The last row of a step: what goes on, and what closes. */
export function SyncButtons({ close = 'cancel', isPrimary = false, disabled = false, children }: SyncButtonsProps) {
  const onClose = useContext(Closing);
  return (
    <div class="buttons">
      {children}
      <button type="button" class={isPrimary ? 'primary' : undefined} disabled={disabled} onClick={onClose}>
        {t(close)}
      </button>
    </div>
  );
}
