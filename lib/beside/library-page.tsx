/** The library page: follows the packs as they are, and carries out what the reader does with them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { call } from '@/lib/messages/bus.ts';
import type { PackProblem } from '@/lib/pack/parse-pack.ts';
import type { HeldPack, PackStore } from '@/lib/storage/pack-store.ts';
import { parseRoute, type LibraryRoute } from '@/lib/ui/library-route.ts';
import { LibraryView } from '@/lib/ui/library-view.tsx';
import type { PackEvents } from '@/lib/ui/pack-list.tsx';

type LibraryPageProps = { readonly packs: PackStore; readonly onError: (cause: unknown) => void };

export function LibraryPage({ packs: store, onError }: LibraryPageProps) {
  const [packs, setPacks] = useState<readonly HeldPack[] | null>(null);
  const [problems, setProblems] = useState<readonly PackProblem[]>([]);
  const route = useRoute();
  useEffect(() => store.watch(setPacks, onError), [store]);
  const events = useMemo(() => packEvents(setProblems, onError), []);
  if (packs === null) return null;
  const entries = packs.map(({ pack, on, from }) => ({ pack, on, removable: from === 'reader' }));
  return <LibraryView packs={entries} route={route} problems={problems} events={events} />;
}

function packEvents(
  refused: (problems: readonly PackProblem[]) => void,
  onError: (cause: unknown) => void,
): PackEvents & { onOptions: () => void } {
  return {
    onSwitch: (pack, on) => void call('pack.switch', { pack, on }).catch(onError),
    onRemove: (pack) => void call('pack.remove', { pack }).catch(onError),
    onImport: (file) =>
      void file
        .text()
        .then((json) => call('pack.import', { json }))
        .then((result) => refused(result.kind === 'invalid' ? result.problems : []))
        .catch(onError),
    onOptions: () => void browser.runtime.openOptionsPage().catch(onError),
  };
}

function useRoute(): LibraryRoute {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
