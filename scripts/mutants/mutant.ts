/** Bugs that sync could have, each as a change of its text: every one of them must be found by tests/sync. */
export type Mutant = {
  readonly bug: string;
  /** Under lib/sync. */
  readonly file: string;
  /** Stands there once. */
  readonly find: string;
  readonly put: string;
};
