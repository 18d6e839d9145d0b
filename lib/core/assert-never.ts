/** Ends a `switch` over a tagged union: a new kind then fails the compiler, not the reader. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
