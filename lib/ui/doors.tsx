/** The foot of popup and panel: the ways out of it, and the one click that takes all marks off the page. */
import type { ComponentChildren } from 'preact';
import type { PageView, ReaderEvents } from './page-view.ts';
import { t } from './text.ts';

type DoorsProps = {
  readonly of: 'popup' | 'panel';
  readonly page: PageView;
  readonly events: ReaderEvents;
  readonly children?: ComponentChildren;
};

export function Doors({ of, page, events, children }: DoorsProps) {
  return (
    <nav class={`${of}-foot`} aria-label={t('extensionName')}>
      {children}
      <button type="button" class="plain" onClick={events.onLibrary}>
        {t('openLibrary')}
      </button>
      <button type="button" class="plain" onClick={events.onOptions}>
        {t('openOptions')}
      </button>
      {page.kind === 'read' && page.marks.length > 0 && (
        <button type="button" class="plain" onClick={events.onStop}>
          {t('removeMarks')}
        </button>
      )}
    </nav>
  );
}
