/** What the adapters take from outside: so that they run in a worker, in Node and under a scripted network. */
export type RemoteEnv = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Ends whatever is under way: it throws `offline`, with the reason as its cause. */
  readonly signal?: AbortSignal | undefined;
  /** For a place of kind `folder`; without it every verb throws `denied`. */
  readonly folder?: FileSystemDirectoryHandle | undefined;
  /** Hears the server's clock with every answer that names it; to the second. */
  readonly onServerTime?: ((serverTime: number) => void) | undefined;
};
