/** What keeps a vault from being written. Whatever cannot be read is a value, not an error. */

/** `locked`: no key is unlocked. `too-big`: more than a file may hold. `cannot`: this browser cannot compute it. */
export type VaultErrorKind = 'locked' | 'too-big' | 'cannot';

export class VaultError extends Error {
  readonly kind: VaultErrorKind;
  constructor(kind: VaultErrorKind, cause?: unknown) {
    super(`vault: ${kind}`, { cause });
    this.name = 'VaultError';
    this.kind = kind;
  }
}
