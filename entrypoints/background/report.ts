/** The one place where the background meets an error nobody handled: it is written to the extension's own console. */
export function report(cause: unknown): void {
  console.error('Parallax:', cause);
}
