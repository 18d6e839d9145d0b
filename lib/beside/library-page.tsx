/** The library page: the section that its address names, within the frame that all sections share. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { articleKey, noteId } from '@/lib/core/parse-note.ts';
import { ParseError } from '@/lib/core/parse.ts';
import type { Conflict } from '@/lib/core/sync.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { HeldPack } from '@/lib/storage/pack-store.ts';
import { LibraryView, type LibraryProps } from '@/lib/ui/library-view.tsx';
import { ArticlesPage } from './articles-page.tsx';
import type { Finder } from './finder-link.ts';
import { NotesPage, type ExchangeControl } from './notes-page.tsx';
import { PacksPage } from './packs-page.tsx';
import { SyncLine } from './sync-line.tsx';
import { useFinder } from './use-finder.ts';
import { chooseStart, useRoute } from './use-route.ts';
import { useSync } from './use-sync.ts';

type LibraryPageProps = {
  readonly library: Library;
  readonly finder: Finder;
  /** Draws the controls that take notes out and in. */
  readonly exchange?: ExchangeControl;
  readonly sync?: SyncDesk;
  readonly onError: (cause: unknown) => void;
};

export function LibraryPage({ library, finder, exchange, sync, onError }: LibraryPageProps) {
  const route = useRoute();
  const state = useFinder(finder, onError);
  const packs = usePacks(library, onError);
  const conflicts = useConflicts(sync, onError);
  const counts = useCounts(library, state.version, onError);
  useEffect(() => {
    if (route.section === 'start') chooseStart(library).catch(onError);
  }, [route]);
  const frame = (aside: ComponentChildren, content: ComponentChildren) => (
    <LibraryView
      route={route}
      counts={counts}
      aside={aside}
      notice={sync !== undefined && <SyncLine desk={sync} onError={onError} />}
      onOptions={() => openOptions(onError)}
    >
      {content}
    </LibraryView>
  );
  const sources = { library, finder, state, onError, frame };
  switch (route.section) {
    case 'start':
      return null;
    case 'notes':
    case 'bin':
      return (
        <NotesPage
          key={route.section}
          section={route.section}
          id={noteIdOf(route.note)}
          exchange={exchange}
          conflicts={conflicts}
          {...sources}
        />
      );
    case 'articles':
      return (
        <ArticlesPage
          articleKey={route.article === null ? null : articleKey(route.article, 'address')}
          packTitles={new Map((packs ?? []).map(({ pack }) => [pack.id, pack.title]))}
          {...sources}
        />
      );
    case 'packs':
      return packs === null ? null : frame(null, <PacksPage packs={packs} route={route} onError={onError} />);
  }
}

/** Null where the address names no note. */
function noteIdOf(text: string | null) {
  try {
    return text === null ? null : noteId(text, 'address');
  } catch (cause) {
    if (cause instanceof ParseError) return null;
    throw cause;
  }
}

const openOptions = (onError: (cause: unknown) => void) => void browser.runtime.openOptionsPage().catch(onError);

/** The notes that sync has two texts of. */
function useConflicts(sync: SyncDesk | undefined, onError: (cause: unknown) => void): ReadonlySet<string> {
  const view = useSync(sync, onError);
  const conflicts = view?.kind === 'on' ? view.conflicts : NO_CONFLICTS;
  return useMemo(() => new Set(conflicts.map(({ note }) => note)), [conflicts]);
}
const NO_CONFLICTS: readonly Conflict[] = [];

function usePacks(library: Library, onError: (cause: unknown) => void): readonly HeldPack[] | null {
  const [packs, setPacks] = useState<readonly HeldPack[] | null>(null);
  useEffect(() => library.packs.watch(setPacks, onError), [library]);
  return packs;
}

function useCounts(library: Library, version: number, onError: (cause: unknown) => void): LibraryProps['counts'] {
  const [counts, setCounts] = useState<LibraryProps['counts']>({ articles: null, notes: null });
  useEffect(() => {
    Promise.all([library.articleListing.count(), library.noteListing.count()]).then(
      ([articles, notes]) => setCounts({ articles, notes }),
      onError,
    );
  }, [version]);
  return counts;
}
