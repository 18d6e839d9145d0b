/** One thing asked of the desk at a time: what is being done, and what came of it where it was not. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/ui/text.ts';

export type Deed = {
  /** In words; null: nothing is being done. */
  readonly working: string | null;
  readonly said: string | null;
  /** `then` gives what is to be said, or null. What comes of it after the dialog is gone is not shown. */
  readonly run: <T>(words: string, work: () => Promise<T>, then: (outcome: T) => string | null) => void;
  /** As `run`, of what changes nothing: the reader need not wait for it. */
  readonly look: Deed['run'];
  /** Null: what is being done cannot be called back. */
  readonly cancel: (() => void) | null;
  readonly say: (words: string | null) => void;
};

type Working = { readonly words: string; readonly canCancel: boolean };

export function useDeed(onError: (cause: unknown) => void): Deed {
  const [working, setWorking] = useState<Working | null>(null);
  const [said, say] = useState<string | null>(null);
  /** Of the work whose outcome counts; 0: of none. */
  const current = useRef(0);
  const started = useRef(0);
  useLayoutEffect(
    () => () => {
      current.current = 0;
    },
    [],
  );
  function start<T>(now: Working, work: () => Promise<T>, then: (outcome: T) => string | null): void {
    const turn = (current.current = ++started.current);
    setWorking(now);
    say(null);
    const end = (words: () => string | null): void => {
      if (current.current !== turn) return;
      // First: what follows may be at work again.
      setWorking(null);
      say(words());
    };
    void work().then(
      (outcome) => end(() => then(outcome)),
      (cause: unknown) => {
        onError(cause);
        end(() => t('syncUnexpected'));
      },
    );
  }
  const cancel = (): void => {
    current.current = 0;
    setWorking(null);
  };
  return {
    working: working?.words ?? null,
    said,
    run: (words, work, then) => start({ words, canCancel: false }, work, then),
    look: (words, work, then) => start({ words, canCancel: true }, work, then),
    cancel: working?.canCancel === true ? cancel : null,
    say,
  };
}
