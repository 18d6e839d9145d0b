/** Why there is no sentence model to ask. Whoever hears it goes on without one. */
export type ModelErrorKind = 'absent' | 'damaged' | 'refused' | 'released';

export class ModelError extends Error {
  readonly kind: ModelErrorKind;
  constructor(kind: ModelErrorKind, what: string, cause?: unknown) {
    super(`sentence model: ${what}`, { cause });
    this.name = 'ModelError';
    this.kind = kind;
  }
}
