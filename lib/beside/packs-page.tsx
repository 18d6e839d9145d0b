/** The library's packs: follows them as they are, and carries out what the reader does with them. */
import { useMemo, useState } from 'preact/hooks';
import { call } from '@/lib/messages/bus.ts';
import type { PackProblem } from '@/lib/pack/parse-pack.ts';
import type { HeldPack } from '@/lib/storage/pack-store.ts';
import type { LibraryRoute } from '@/lib/ui/library-route.ts';
import type { PackEvents } from '@/lib/ui/pack-list.tsx';
import { PacksView } from '@/lib/ui/packs-view.tsx';

type PacksPageProps = {
  readonly packs: readonly HeldPack[];
  readonly route: LibraryRoute;
  readonly onError: (cause: unknown) => void;
};

export function PacksPage({ packs, route, onError }: PacksPageProps) {
  const [problems, setProblems] = useState<readonly PackProblem[]>([]);
  const events = useMemo(() => packEvents(setProblems, onError), []);
  const entries = packs.map(({ pack, on, from }) => ({ pack, on, removable: from === 'reader' }));
  return <PacksView packs={entries} route={route} problems={problems} events={events} />;
}

function packEvents(
  refused: (problems: readonly PackProblem[]) => void,
  onError: (cause: unknown) => void,
): PackEvents {
  return {
    onSwitch: (pack, on) => void call('pack.switch', { pack, on }).catch(onError),
    onRemove: (pack) => void call('pack.remove', { pack }).catch(onError),
    onImport: (file) =>
      void file
        .text()
        .then((json) => call('pack.import', { json }))
        .then((result) => refused(result.kind === 'invalid' ? result.problems : []))
        .catch(onError),
  };
}
