/** The section “Sync” of the options: what the desk says of it, and the reader's changes, each carried out and answered. */
import { useEffect, useState } from 'preact/hooks';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import type { SyncAsk, SyncEvents, SyncOn } from '@/lib/ui/sync-props.ts';
import { SyncSection } from '@/lib/ui/sync-section.tsx';
import { t } from '@/lib/ui/text.ts';
import { barePlace, whereInWords } from './shown-place.ts';
import { ChangePlace, LeaveSync, StartAnew } from './sync-move.tsx';
import { NewRecovery, PairDevice, UnlockAgain } from './sync-open.tsx';
import { SyncRenew } from './sync-renew.tsx';
import { SyncSetUp } from './sync-set-up.tsx';
import { SyncSettle } from './sync-settle.tsx';
import { useNow, useSync } from './use-sync.ts';

export type SyncControlProps = {
  readonly desk: SyncDesk;
  readonly drawPassphrase: () => Promise<string>;
  readonly onError: (cause: unknown) => void;
};

/** Milliseconds: what is said of minutes is true to the minute. */
const MINUTE = 60_000;

export function SyncControl({ desk, drawPassphrase, onError }: SyncControlProps) {
  const view = useSync(desk, onError);
  const now = useNow(MINUTE);
  const [ask, setAsk] = useState<SyncAsk | null>(null);
  const [said, say] = useState('');
  useShownWhenMeant(view !== null);
  const events = syncEvents({ desk, view, setAsk, say, onError });
  const close = (words: string) => {
    setAsk(null);
    say(words);
  };
  const sources = { desk, drawPassphrase, onError };
  return (
    <SyncSection
      view={view}
      now={Math.max(now, view?.kind === 'on' ? latestIn(view) : 0)}
      said={said}
      events={events}
      isAsking={ask !== null}
    >
      {ask?.kind === 'set-up' && <SyncSetUp {...sources} onClose={() => close('')} />}
      {ask?.kind === 'leave' && <LeaveSync desk={desk} onClose={close} onError={onError} />}
      {ask !== null && view?.kind === 'on' && (
        <Asked ask={ask} view={view} now={now} onAsk={setAsk} onClose={close} {...sources} />
      )}
    </SyncSection>
  );
}

/** What has just happened is never in the future, however long ago the time was looked at. */
const latestIn = ({ status: { lastSuccess, failing } }: SyncOn): number =>
  Math.max(lastSuccess ?? 0, failing?.since ?? 0);

/** The address may name the section: it is there only once sync has answered. */
function useShownWhenMeant(isKnown: boolean): void {
  useEffect(() => {
    if (isKnown && location.hash === '#sync') document.getElementById('sync')?.scrollIntoView();
  }, [isKnown]);
}

type AskedProps = SyncControlProps & {
  readonly ask: SyncAsk;
  readonly view: SyncOn;
  readonly now: number;
  readonly onAsk: (ask: SyncAsk) => void;
  readonly onClose: (said: string) => void;
};

function Asked({ ask, view, now, onAsk, onClose, desk, drawPassphrase, onError }: AskedProps) {
  const { place } = view;
  const open = { desk, place, onClose, onError };
  const renew = { place, drawPassphrase, onClose, onError };
  switch (ask.kind) {
    // Of these the view may change from off to on, or back, before they are over.
    case 'set-up':
    case 'leave':
      return null;
    case 'place':
      return <ChangePlace {...open} />;
    case 'passphrase':
      return (
        <SyncRenew
          title={t('passphraseChangeTitle')}
          start={t('passphraseChangeNow')}
          working={t('syncMaking')}
          done={t('passphraseChanged')}
          renew={desk.changePassphrase}
          {...renew}
        >
          <p>{t('passphraseChangeText')}</p>
        </SyncRenew>
      );
    case 'revoke':
      return (
        <SyncRenew
          title={t('revokeTitle', ask.device.name)}
          start={t('deviceRemoveNow')}
          working={t('syncMaking')}
          done={t('revoked', ask.device.name)}
          renew={(secret, passphrase) => desk.revoke(ask.device.id, secret, passphrase)}
          {...renew}
        >
          <p>{t('revokeText', ask.device.name)}</p>
          <p>{t('revokeNot')}</p>
        </SyncRenew>
      );
    case 'recovery':
      return <NewRecovery {...open} />;
    case 'pair':
      return <PairDevice {...open} devices={view.devices} />;
    case 'unlock':
      return <UnlockAgain {...open} />;
    case 'start-anew':
      return <StartAnew {...open} />;
    case 'settle':
      return (
        <SyncSettle
          desk={desk}
          view={view}
          note={ask.note}
          now={now}
          onNext={(note) => (note === null ? onClose(t('conflictsSettled')) : onAsk({ kind: 'settle', note }))}
          onClose={() => onClose('')}
          onError={onError}
        />
      );
  }
}

type EventSources = Pick<SyncControlProps, 'desk' | 'onError'> & {
  readonly view: ReturnType<typeof useSync>;
  readonly setAsk: (ask: SyncAsk) => void;
  readonly say: (words: string) => void;
};

function syncEvents({ desk, view, setAsk, say, onError }: EventSources): SyncEvents {
  /** Emptied first: the same sentence twice is then said twice. */
  const saying = (work: () => Promise<unknown>, words: string): void => {
    say('');
    void work().then(
      () => say(words),
      (cause: unknown) => {
        onError(cause);
        say(t('syncUnexpected'));
      },
    );
  };
  const allow = () => {
    if (view?.kind !== 'on') return;
    const place = barePlace(view.place);
    // Nothing may come between the click and the question.
    const allowed = desk.allow(place);
    say('');
    void allowed.then(async (isAllowed) => {
      if (isAllowed) await desk.syncNow();
      else say(t('syncNotAllowed', whereInWords(place)));
    }, onError);
  };
  return {
    onAsk: (ask) => {
      say('');
      setAsk(ask);
    },
    // How it goes is read out by the state itself.
    onSyncNow: () => saying(desk.syncNow, ''),
    onAllow: allow,
    onRename: (name) => saying(() => desk.rename(name), t('deviceRenamed', name)),
    onChoose: (choice) => saying(() => desk.choose(choice), ''),
    onDismiss: ({ id }) => saying(() => desk.dismiss(id), t('alarmDismissed')),
    onUndoDeletes: ({ id }) => saying(() => desk.undoDeletes(id), t('alarmUndone')),
    onRepair: ({ id }) => saying(() => desk.repair(id), t('alarmRepairing')),
  };
}
