/** The place of the copy: another password, another address, other storage; put there again after it was gone; left. */
import { useState } from 'preact/hooks';
import type { Place } from '@/lib/core/sync.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { SyncButtons, SyncDialog } from '@/lib/ui/sync-dialog.tsx';
import { SyncLeave, type Leaving } from '@/lib/ui/sync-leave.tsx';
import { NO_PLACE } from '@/lib/ui/sync-place-draft.ts';
import { SyncPlaceForm } from '@/lib/ui/sync-place-form.tsx';
import { t } from '@/lib/ui/text.ts';
import { barePlace, whereInWords } from './shown-place.ts';
import type { SyncOpenProps } from './sync-open.tsx';
import { failureInWords, faultInWords } from './sync-outcome.ts';
import { useDeed } from './use-deed.ts';
import { draftOf, usePlace, wheresHere } from './use-place.ts';

export function ChangePlace({ desk, place: now, onClose, onError }: SyncOpenProps) {
  const place = usePlace(desk, draftOf(barePlace(now), NO_PLACE), onError);
  const [isAny, setAny] = useState(false);
  /** Where no vault was found: it can be put there. */
  const [bare, setBare] = useState<Place | null>(null);
  const deed = useDeed(onError);
  const move = (at: Place, allowed: Promise<boolean>, bring: boolean) =>
    deed.run(
      t('syncLookingAt', whereInWords(at)),
      async () => ((await allowed) ? desk.changePlace(at, bring) : ('not-allowed' as const)),
      (outcome) => {
        if (outcome === 'not-allowed') return t('syncNotAllowed', whereInWords(at));
        if (outcome.kind === 'done') onClose(t('syncMoved', whereInWords(at)));
        else if (outcome.kind === 'no-vault') setBare(at);
        else return failureInWords(outcome);
        return null;
      },
    );
  return (
    <SyncDialog title={t('syncPlaceTitle')} working={deed.working} said={deed.said} onClose={() => onClose('')}>
      <SyncPlaceForm
        wheres={isAny ? wheresHere() : [place.draft.where]}
        draft={place.draft}
        problems={place.problems}
        isPlain={place.isPlain}
        onDraft={(change) => {
          setBare(null);
          place.change(change);
        }}
        onPickFolder={place.pick}
        onConnect={() => {
          const at = place.take();
          // Nothing may come between the click and the question.
          if (at !== null) move(at, desk.allow(at), false);
        }}
      >
        {!isAny && (
          <button type="button" class="plain" onClick={() => setAny(true)}>
            {t('syncOtherStorage')}
          </button>
        )}
        {bare !== null && (
          <div class="notice" role="alert">
            <p>{t('syncNoVaultThere')}</p>
            <button type="button" onClick={() => move(bare, Promise.resolve(true), true)}>
              {t('syncBring')}
            </button>
          </div>
        )}
      </SyncPlaceForm>
    </SyncDialog>
  );
}

export function StartAnew({ desk, place, onClose, onError }: SyncOpenProps) {
  const deed = useDeed(onError);
  const start = () =>
    deed.run(
      t('syncMaking'),
      () => desk.startAnew(),
      (outcome) => {
        if (outcome.kind !== 'done') return failureInWords(outcome);
        onClose(t('syncStarted'));
        return null;
      },
    );
  return (
    <SyncDialog title={t('syncStartAnewTitle')} working={deed.working} said={deed.said} onClose={() => onClose('')}>
      <p>{t('syncStartAnewText', place.where)}</p>
      <SyncButtons>
        <button type="button" class="primary" onClick={start}>
          {t('syncStartAnew')}
        </button>
      </SyncButtons>
    </SyncDialog>
  );
}

const SAID = {
  nothing: 'leftNothing',
  'this-device': 'leftThisDevice',
  everything: 'leftEverything',
} as const satisfies Record<Leaving, Parameters<typeof t>[0]>;

type LeaveSyncProps = Pick<SyncOpenProps, 'onClose' | 'onError'> & { readonly desk: Pick<SyncDesk, 'leave'> };

export function LeaveSync({ desk, onClose, onError }: LeaveSyncProps) {
  const deed = useDeed(onError);
  const leave = (deleteRemote: Leaving) =>
    deed.run(
      t('syncLeaving'),
      () => desk.leave({ deleteRemote }),
      (outcome) => {
        if (outcome.kind === 'fault') return faultInWords(outcome.why);
        onClose(t(SAID[deleteRemote]));
        return null;
      },
    );
  return (
    <SyncDialog title={t('leaveTitle')} working={deed.working} said={deed.said} onClose={() => onClose('')}>
      <SyncLeave onLeave={leave} />
    </SyncDialog>
  );
}
