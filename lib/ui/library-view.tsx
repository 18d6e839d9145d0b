/** The library page: packs → questions → claims → accounts, with all that a pack holds of each. */
import type { PackProblem } from '@/lib/pack/parse-pack.ts';
import type { LibraryRoute } from './library-route.ts';
import { PackBrowser } from './pack-browser.tsx';
import { PackList, type PackEntry, type PackEvents } from './pack-list.tsx';
import { t } from './text.ts';

export type LibraryProps = {
  readonly packs: readonly PackEntry[];
  readonly route: LibraryRoute;
  /** Of the file that was refused last; empty otherwise. */
  readonly problems: readonly PackProblem[];
  readonly events: PackEvents & { readonly onOptions: () => void };
};

export function LibraryView({ packs, route, problems, events }: LibraryProps) {
  const entry = packs.find(({ pack }) => pack.id === route.pack) ?? packs[0];
  return (
    <div class="library">
      <header class="library-header">
        <h1>{t('libraryTitle')}</h1>
        <p class="meta">{t('libraryText')}</p>
        <button type="button" class="plain" onClick={events.onOptions}>
          {t('openOptions')}
        </button>
      </header>
      <PackList packs={packs} open={entry?.pack.id ?? null} problems={problems} events={events} />
      {entry === undefined ? null : <PackBrowser key={entry.pack.id} pack={entry.pack} place={route.place} />}
    </div>
  );
}
