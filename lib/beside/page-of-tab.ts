/** What popup and panel have to say of a tab: what its page answers, else why it does not. */
import type { Settings } from '@/lib/core/settings.ts';
import { MessageError, call } from '@/lib/messages/bus.ts';
import type { PageView } from '@/lib/ui/page-view.ts';
import type { PageLink } from './page-link.ts';
import { hostOf, whyForbidden } from './site-access.ts';
import type { TabInView } from './tab-in-view.ts';

export async function viewOfTab(
  tab: TabInView,
  link: PageLink,
  { offSites }: Pick<Settings, 'offSites'>,
): Promise<PageView> {
  const host = hostOf(tab.url);
  if (host !== null && offSites.includes(host)) return { kind: 'off' };
  const page = await pageOf(link);
  if (page.kind !== 'unread') return page;
  // Without the address we may not read the tab either.
  if (tab.url === undefined || tab.url === '') return { kind: 'permission' };
  return host === null ? { kind: 'forbidden', why: whyForbidden(tab.url) } : page;
}

async function pageOf(link: PageLink): Promise<PageView> {
  try {
    return await link.state();
  } catch (cause) {
    if (!(cause instanceof MessageError) || cause.kind !== 'absent') throw cause;
    return { kind: 'unread' };
  }
}

/** Starts reading the tab, and says what then stands there: its page may have spoken before we are answered. */
export async function readTab(tab: TabInView, link: PageLink): Promise<PageView> {
  const started = await call('tab.read', { tabId: tab.id });
  if (started === 'started') return pageOf(link);
  return tab.url === undefined ? { kind: 'permission' } : { kind: 'forbidden', why: whyForbidden(tab.url) };
}
