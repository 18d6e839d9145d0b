/** One work of taking notes out or in at a time: how far it is, and its end. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from '@/lib/transfer/job.ts';
import type { TransferState } from '@/lib/ui/transfer.ts';

export type Transfer = {
  readonly state: TransferState;
  /** `percent`: progress counts nothing that a reader would. */
  readonly begin: (work: (job: Job) => Promise<TransferState>, percent?: boolean) => void;
  readonly cancel: () => void;
  /** Stops what is at work, and asks anew. */
  readonly reset: () => void;
};

/** Milliseconds between two drawings of how far it is. */
const DRAWN_EVERY = 100;
const ASKING: TransferState = { kind: 'asking' };

export function useTransfer(onError: (cause: unknown) => void): Transfer {
  const [state, setState] = useState<TransferState>(ASKING);
  const life = useRef(new AbortController());
  const cancel = () => life.current.abort();
  useEffect(() => cancel, []);
  useWarning(state.kind === 'working');

  const begin: Transfer['begin'] = (work, percent = false) => {
    const { signal } = (life.current = new AbortController());
    const show = (next: TransferState) => life.current.signal === signal && setState(next);
    let drawn = 0;
    setState({ kind: 'working', progress: null });
    const onProgress = (done: number, of: number) => {
      if (Date.now() - drawn < DRAWN_EVERY) return;
      drawn = Date.now();
      show({ kind: 'working', progress: { done, of, percent } });
    };
    work({ signal, onProgress }).then(show, (cause: unknown) => {
      show(ASKING);
      onError(cause);
    });
  };
  return {
    state,
    begin,
    cancel,
    reset() {
      cancel();
      life.current = new AbortController();
      setState(ASKING);
    },
  };
}

/** Closing the page would stop the work: the browser asks first. */
function useWarning(isWorking: boolean): void {
  useEffect(() => {
    if (!isWorking) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isWorking]);
}
