/** Work on many notes: how far it is, and whether it is still wanted. */
export type Job = {
  /** Aborted: the work stops at the next portion. */
  readonly signal: AbortSignal;
  /** Called a few times a second at most times; `of` is what there is in all, in the same unit. */
  readonly onProgress: (done: number, of: number) => void;
};

/** What was thrown is the answer to the reader's own wish. */
export const isCancelled = ({ signal }: Pick<Job, 'signal'>, cause: unknown): boolean =>
  signal.aborted && cause === signal.reason;
