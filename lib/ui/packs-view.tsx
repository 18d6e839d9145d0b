/** The library's packs → questions → claims → accounts, with all that a pack holds of each. */
import type { PackProblem } from '@/lib/pack/parse-pack.ts';
import type { LibraryRoute } from './library-route.ts';
import { PackBrowser } from './pack-browser.tsx';
import { PackList, type PackEntry, type PackEvents } from './pack-list.tsx';

export type PacksProps = {
  readonly packs: readonly PackEntry[];
  readonly route: LibraryRoute;
  /** Of the file that was refused last; empty otherwise. */
  readonly problems: readonly PackProblem[];
  readonly events: PackEvents;
};

export function PacksView({ packs, route, problems, events }: PacksProps) {
  const { pack = null, place = { kind: 'overview' } as const } = route.section === 'packs' ? route : {};
  const entry = packs.find((one) => one.pack.id === pack) ?? packs[0];
  return (
    <div class="packs">
      <PackList packs={packs} open={entry?.pack.id ?? null} problems={problems} events={events} />
      {entry === undefined ? null : <PackBrowser key={entry.pack.id} pack={entry.pack} place={place} />}
    </div>
  );
}
