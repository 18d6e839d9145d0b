/** Under this lock of the browser runs sync: one run at a time, in whatever context. */
export const RUN_LOCK = 'parallax-sync';
export type Locks = Pick<LockManager, 'request' | 'query'>;
