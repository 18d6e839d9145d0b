/** Sync among the options, with a desk that reaches nothing: every state, and every dialog by its buttons. */
import type { ComponentChildren } from 'preact';
import { SyncControl } from '@/lib/beside/sync-control.tsx';
import type { SyncView } from '@/lib/core/sync.ts';
import { REMOTE_FAULTS, SYNC_FAULTS } from '@/lib/core/sync.ts';
import type { Probe } from '@/lib/replica/sync-desk.ts';
import { OptionsView } from '@/lib/ui/options-view.tsx';
import { SyncNotice } from '@/lib/ui/sync-notice.tsx';
import { PASSPHRASE, fakeDesk } from '../../beside/fake-desk.ts';
import { OPTIONS } from '../sample-props.ts';
import { ALARMS, CLEAN, NOW, UNCLEAN, failingFor, syncOn } from '../sample-sync.ts';

const VAULTS: Probe = { kind: 'vaults', vaults: [{ vault: 'f3a9c1d0', devices: 2 }] };
const soon = <T,>(answer: T) => new Promise<T>((resolve) => setTimeout(() => resolve(answer), 400));

const options = (view: SyncView, found: Probe = { kind: 'empty' }) => (
  <OptionsView
    {...OPTIONS}
    sync={
      <SyncControl
        desk={fakeDesk(view, { probe: () => soon(found) })}
        drawPassphrase={() => Promise.resolve(PASSPHRASE)}
        onError={console.error}
      />
    }
  />
);

const running = { step: 'sending', done: 2, of: 5 } as const;
const faults = Object.fromEntries(
  SYNC_FAULTS.map((why) => [`sync-${why}`, () => options(syncOn({ status: failingFor(why) }))]),
);

export const SYNC_VIEWS: Record<string, () => ComponentChildren> = {
  'sync-off': () => options({ kind: 'off' }),
  'sync-off-found': () => options({ kind: 'off' }, VAULTS),
  'sync-off-auth': () => options({ kind: 'off' }, { kind: 'fault', why: REMOTE_FAULTS[2] }),
  'sync-on': () => options(syncOn()),
  'sync-running': () => options(syncOn({ status: { ...syncOn().status, pending: 3, running } })),
  'sync-alarms': () => options(syncOn({ alarms: ALARMS })),
  'sync-conflicts': () => options(syncOn({ conflicts: [CLEAN, UNCLEAN] })),
  'sync-notice': () => (
    <SyncNotice view={syncOn({ status: failingFor('auth'), conflicts: [CLEAN] })} now={NOW} onOpen={() => undefined} />
  ),
  ...faults,
};
