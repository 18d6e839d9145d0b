/** What every page of the extension does first: its language, its theme, and its one Preact root. */
import { render, type ComponentChild } from 'preact';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/core/settings.ts';
import { createLibrary, type Library } from '@/lib/storage/library.ts';
import { uiDirection, uiLocale } from '@/lib/ui/text.ts';

/** The one place where an extension page meets an error nobody handled. */
export function report(cause: unknown): void {
  console.error('Parallax:', cause);
}

/** Draws the page, and again whenever the reader's settings change, here or in another window. */
export function startOwnPage(name: string, draw: (settings: Settings, library: Library) => ComponentChild): void {
  const library = createLibrary();
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no #app');
  document.documentElement.lang = uiLocale();
  document.documentElement.dir = uiDirection();
  document.body.classList.add(`page-${name}`);
  const show = (settings: Settings) => {
    document.documentElement.dataset.theme = settings.theme;
    render(draw(settings, library), root);
  };
  library.settings.watch(show, (cause) => {
    report(cause);
    show(DEFAULT_SETTINGS);
  });
}
