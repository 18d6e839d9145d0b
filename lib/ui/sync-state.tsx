/** How sync stands: always true, with how far it is, and what to do where it does not go on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SyncFault, SyncStatus } from '@/lib/core/sync.ts';
import type { SyncEvents, SyncOn } from './sync-props.ts';
import { FAULT_HELP, moment, progressInWords, statusInShort, statusInWords } from './sync-words.ts';
import { plural, t } from './text.ts';

type SyncStateProps = {
  readonly view: SyncOn;
  readonly now: number;
  readonly events: Pick<SyncEvents, 'onAsk' | 'onAllow' | 'onSyncNow'>;
};

export function SyncState({ view, now, events }: SyncStateProps) {
  const { running, failing, lastSuccess, pending } = view.status;
  const hasFailed = failing !== null;
  // Every run begins and ends so: what stands below it should not jump each time.
  const isBrief = running?.step === 'looking' || running?.step === 'tidying';
  return (
    <div class={`sync-state${hasFailed ? ' notice' : ''}`}>
      <p>
        <b>{statusInWords(view.status, now)}</b>
      </p>
      {running !== null && !isBrief && (
        <div class="transfer-progress">
          <progress
            aria-label={t('syncing')}
            max={running.of ?? 1}
            value={running.of === null ? undefined : running.done}
          />
          <p class="meta">{progressInWords(running)}</p>
        </div>
      )}
      {failing !== null && <p>{t(FAULT_HELP[failing.why])}</p>}
      {lastSuccess !== null && (hasFailed || pending > 0) && (
        <p class="meta">{t('syncLastInStep', moment(lastSuccess, now))}</p>
      )}
      {hasFailed && pending > 0 && <p class="meta">{plural('changesWaiting', pending)}</p>}
      <div class="buttons">
        {failing !== null && <FaultDeeds why={failing.why} events={events} />}
        <SyncNow view={view} onSyncNow={events.onSyncNow} />
        {running !== null && isBrief && <span class="meta">{progressInWords(running)}</span>}
      </div>
    </div>
  );
}

type FaultDeedsProps = { readonly why: SyncFault; readonly events: SyncStateProps['events'] };

/** What helps against the fault, beside trying again. */
function FaultDeeds({ why, events: { onAsk, onAllow } }: FaultDeedsProps) {
  const ask = (kind: 'place' | 'unlock' | 'start-anew' | 'leave', words: string, isFirst = false) => (
    <button type="button" class={isFirst ? 'primary' : undefined} onClick={() => onAsk({ kind })}>
      {words}
    </button>
  );
  switch (why) {
    case 'denied':
      return (
        <button type="button" class="primary" onClick={onAllow}>
          {t('syncAllowAgain')}
        </button>
      );
    case 'auth':
      return ask('place', t('syncChangePassword'), true);
    case 'odd':
      return ask('place', t('syncChangePlace'), true);
    case 'full':
      return ask('place', t('syncOtherPlace'));
    case 'locked':
      return ask('unlock', t('syncUnlock'), true);
    case 'vault-gone':
      return (
        <>
          {ask('start-anew', t('syncStartAnew'), true)}
          {ask('place', t('syncChangePlace'))}
          {ask('leave', t('syncLeave'))}
        </>
      );
    case 'revoked':
      return ask('leave', t('syncLeave'), true);
    case 'offline':
    case 'busy':
    case 'server':
    case 'library':
      return null;
  }
}

/** Where no run can help, none is offered. */
const CANNOT_RUN: readonly SyncFault[] = ['locked', 'revoked', 'denied'];

type SyncNowProps = { readonly view: SyncOn; readonly onSyncNow: () => void };

function SyncNow({ view: { status }, onSyncNow }: SyncNowProps) {
  const { said, ask } = useSaid(status);
  const { running, failing } = status;
  const isOffered = failing === null || !CANNOT_RUN.includes(failing.why);
  return (
    <>
      {isOffered && (
        // Not disabled: it would lose the focus.
        <button
          type="button"
          aria-disabled={running !== null}
          onClick={() => {
            if (running !== null) return;
            ask();
            onSyncNow();
          }}
        >
          {t(failing === null ? 'syncNow' : 'syncTryNow')}
        </button>
      )}
      <span class="sr-only" role="status">
        {said}
      </span>
    </>
  );
}

/** What is read out: what came of a run that the reader asked for, and a new fault. Runs that nobody asked for are silent. */
function useSaid(status: SyncStatus) {
  const [said, say] = useState('');
  const asked = useRef<SyncStatus | null>(null);
  const { running, failing, lastSuccess } = status;
  const why = failing?.why ?? null;
  const knownWhy = useRef(why);
  const isRunning = running !== null;
  useEffect(() => {
    const before = asked.current;
    const isEnded = before !== null && (before.lastSuccess !== lastSuccess || before.failing?.tries !== failing?.tries);
    if (isRunning && before !== null) say(t('syncing'));
    else if (isEnded || (why !== null && why !== knownWhy.current)) {
      asked.current = null;
      say(statusInShort(status));
    }
    knownWhy.current = why;
  }, [isRunning, lastSuccess, why, failing?.tries]);
  const ask = (): void => {
    asked.current = status;
    say('');
  };
  return { said, ask };
}
