/** The line about sync beside other things: quiet until it needs the reader, then a way to the options. */
import { browser } from 'wxt/browser';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { SyncNotice } from '@/lib/ui/sync-notice.tsx';
import { useNow, useSync } from './use-sync.ts';

type SyncLineProps = { readonly desk: SyncDesk; readonly onError: (cause: unknown) => void };

const MINUTE = 60_000;

export function SyncLine({ desk, onError }: SyncLineProps) {
  const view = useSync(desk, onError);
  const now = useNow(MINUTE);
  if (view === null) return null;
  return <SyncNotice view={view} now={now} onOpen={() => void openSync().catch(onError)} />;
}

const openSync = () => browser.tabs.create({ url: browser.runtime.getURL('/options.html#sync') });
