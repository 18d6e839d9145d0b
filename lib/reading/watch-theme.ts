/** Tells when the page may have changed its colours: its theme switch, or the system's. */

/** Attributes by which sites switch themes, on `html` or `body`. */
const SWITCHES = ['class', 'style', 'data-theme', 'data-color-mode', 'data-color-scheme', 'theme'];
/** Milliseconds after which a fade is over. */
const FADE = 400;

export function watchTheme(document: Document, onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, FADE);
  };
  const observer = new MutationObserver(soon);
  for (const element of [document.documentElement, document.body as HTMLElement | null]) {
    if (element !== null) observer.observe(element, { attributes: true, attributeFilter: SWITCHES });
  }
  document.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
