/** One thing asked of the desk at a time: what is being done, and what came of it where it was not. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/ui/text.ts';

export type Deed = {
  /** In words; null: nothing is being done. */
  readonly working: string | null;
  readonly said: string | null;
  /** `then` gives what is to be said, or null. What comes of it after the dialog is gone is not shown. */
  readonly run: <T>(words: string, work: () => Promise<T>, then: (outcome: T) => string | null) => void;
  readonly say: (words: string | null) => void;
};

export function useDeed(onError: (cause: unknown) => void): Deed {
  const [working, setWorking] = useState<string | null>(null);
  const [said, say] = useState<string | null>(null);
  const isGone = useRef(false);
  useLayoutEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  const run: Deed['run'] = (words, work, then) => {
    setWorking(words);
    say(null);
    const end = (words: () => string | null): void => {
      if (isGone.current) return;
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
  };
  return { working, said, run, say };
}
