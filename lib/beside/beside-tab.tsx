/** Popup and panel beside a tab: which tab, what its page says, and the permissions of its site. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ComponentType } from 'preact';
import type { Settings } from '@/lib/core/settings.ts';
import type { PageView, ReaderProps, Site, SiteChoice } from '@/lib/ui/page-view.ts';
import { Beside, type BesideProps } from './beside.tsx';
import { openPanel } from './open-panel.ts';
import { linkToTab, type PageLink } from './page-link.ts';
import { readTab, viewOfTab } from './page-of-tab.ts';
import { chooseEverywhere, chooseSite, hostOf, readSite } from './site-access.ts';
import { onTabChange, tabInView, type TabInView } from './tab-in-view.ts';

export type BesideTabProps = {
  readonly view: ComponentType<ReaderProps>;
  /** The tab to stay with; null: whichever is in view. */
  readonly fixed: number | null;
  /** The reader has just clicked our button: read without being asked again. */
  readonly readAtOnce: boolean;
  /** Stands over the page, so it makes way for the editor of a note. */
  readonly makesWay?: boolean;
  readonly settings: Settings;
  readonly doors?: BesideProps['doors'];
  readonly onError: (cause: unknown) => void;
};

export function BesideTab({ view, fixed, readAtOnce, makesWay = false, settings, doors, onError }: BesideTabProps) {
  const tab = useTab(fixed, onError);
  const link = useMemo(() => (tab === null ? null : linkToTab(tab.id)), [tab?.id]);
  const [page, setPage] = usePage(tab, link, settings, { readAtOnce, onError });
  const [site, refreshSite] = useSite(tab, settings, onError);

  const events = useMemo(() => {
    const read = () => {
      if (tab !== null && link !== null) void readTab(tab, link).then(setPage, onError);
    };
    const choose = (choice: SiteChoice) => {
      const host = hostOf(tab?.url);
      if (host === null) return;
      void chooseSite(host, choice, settings)
        .then((chosen) => {
          refreshSite();
          if (!chosen) return;
          if (choice === 'off') void link?.stop().catch(onError);
          else read();
        })
        .catch(onError);
    };
    return {
      onRead: read,
      // Without its address, one site cannot be named to the browser.
      onGrant: () => void chooseEverywhere(true).then((granted) => granted && read(), onError),
      onStop: () => void link?.stop().then(() => setPage({ kind: 'unread' }), onError),
      onSite: choose,
      onPanel: () => {
        if (tab !== null) void openPanel(tab.windowId, tab.id).then(() => window.close(), onError);
      },
      onLibrary: () => openOwnPage('/library.html'),
      onOptions: () => openOwnPage('/options.html'),
    };
  }, [tab, link, settings]);

  const onEditing = () => {
    if (makesWay) window.close();
  };
  return <Beside view={view} neighbour={{ page, site, link }} events={events} onEditing={onEditing} doors={doors} />;
}

function openOwnPage(path: '/library.html' | '/options.html'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) });
}

function useTab(fixed: number | null, onError: (cause: unknown) => void): TabInView | null {
  const [tab, setTab] = useState<TabInView | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const look = () => void tabInView(fixed).then((next) => !life.signal.aborted && setTab(next), onError);
    look();
    onTabChange(look, life.signal);
    return () => life.abort();
  }, [fixed]);
  return tab;
}

type Reading = Pick<BesideTabProps, 'readAtOnce' | 'onError'>;

function usePage(
  tab: TabInView | null,
  link: PageLink | null,
  settings: Settings,
  { readAtOnce, onError }: Reading,
): [PageView, (page: PageView) => void] {
  const [page, setPage] = useState<PageView>({ kind: 'reading' });
  useEffect(() => {
    if (tab === null || link === null) return undefined;
    const life = new AbortController();
    const show = (next: PageView) => !life.signal.aborted && setPage(next);
    const look = () => void viewOfTab(tab, link, settings).then(show, onError);
    link.onNews(look, life.signal);
    void viewOfTab(tab, link, settings)
      .then(async (first) => show(first.kind === 'unread' && readAtOnce ? await readTab(tab, link) : first))
      .catch(onError);
    return () => life.abort();
  }, [tab, link, settings, readAtOnce]);
  return [page, setPage];
}

function useSite(
  tab: TabInView | null,
  settings: Settings,
  onError: (cause: unknown) => void,
): [Site | null, () => void] {
  const [site, setSite] = useState<Site | null>(null);
  const host = hostOf(tab?.url);
  const refresh = useCallback(() => {
    if (host === null) setSite(null);
    else void readSite(host, settings).then(setSite, onError);
  }, [host, settings]);
  useEffect(refresh, [refresh]);
  return [site, refresh];
}
