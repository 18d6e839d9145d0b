/** Sync set up, in a dialog: where the copy lies; then a new vault, or one that lies there already. */
import { useState } from 'preact/hooks';
import { shownPlace } from '@/lib/core/shown-place.ts';
import type { Place } from '@/lib/core/sync.ts';
import type { Created, FoundVault, Joined, Probe, Secret, SyncDesk } from '@/lib/replica/sync-desk.ts';
import { DeviceFields, type DeviceDraft } from '@/lib/ui/sync-device-fields.tsx';
import { SyncButtons, SyncDialog } from '@/lib/ui/sync-dialog.tsx';
import { CodeJoin } from '@/lib/ui/sync-code-join.tsx';
import { NO_PLACE } from '@/lib/ui/sync-place-draft.ts';
import { SyncPlaceForm } from '@/lib/ui/sync-place-form.tsx';
import { SyncSecretForm } from '@/lib/ui/sync-secret.tsx';
import { SyncSees } from '@/lib/ui/sync-sees.tsx';
import { SyncVaults } from '@/lib/ui/sync-vaults.tsx';
import { t, type MessageKey } from '@/lib/ui/text.ts';
import { deviceName } from './device-name.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { RecoveryShown } from './recovery-shown.tsx';
import { whereInWords } from './shown-place.ts';
import { failureInWords, faultInWords } from './sync-outcome.ts';
import { useDeed } from './use-deed.ts';
import { usePlace, wheresHere } from './use-place.ts';

export type SetUpProps = {
  readonly desk: SyncDesk;
  readonly drawPassphrase: () => Promise<string>;
  readonly onClose: () => void;
  readonly onError: (cause: unknown) => void;
};

type Step =
  | { readonly kind: 'place' }
  | { readonly kind: 'new'; readonly at: 'choice' | 'check'; readonly place: Place; readonly beside: boolean }
  | { readonly kind: 'join'; readonly place: Place; readonly vaults: readonly FoundVault[]; readonly vault: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'recovery'; readonly place: Place; readonly code: string }
  | { readonly kind: 'joined' };

const TITLE = {
  place: 'syncSetUpTitle',
  choice: 'passphraseTitle',
  check: 'passphraseCheckTitle',
  join: 'joinTitle',
  code: 'joinTitle',
  recovery: 'recoveryKeepTitle',
  joined: 'joinedTitle',
} as const satisfies Record<Exclude<Step['kind'], 'new'> | 'choice' | 'check', MessageKey>;

export function SyncSetUp({ desk, drawPassphrase, onClose, onError }: SetUpProps) {
  const [step, setStep] = useState<Step>({ kind: 'place' });
  const [device, setDevice] = useState<DeviceDraft>(firstDevice);
  const [isWrong, setWrong] = useState(false);
  const place = usePlace(desk, NO_PLACE, onError);
  const deed = useDeed(onError);
  const describe = (change: Partial<DeviceDraft>) => setDevice((before) => ({ ...before, ...change }));
  const goTo = (next: Step) => {
    deed.say(null);
    setWrong(false);
    setStep(next);
  };
  const deeds = setUpDeeds({ desk, deed, device, goTo, setWrong, place, isCode: place.draft.where === 'code' });
  const deviceFields = <DeviceFields draft={device} onDraft={describe} />;
  const back = () => goTo({ kind: 'place' });
  return (
    <SyncDialog
      title={t(TITLE[step.kind === 'new' ? step.at : step.kind])}
      working={deed.working}
      said={deed.said}
      onCancel={deed.cancel}
      holds={step.kind === 'recovery'}
      onClose={onClose}
    >
      {step.kind === 'place' && (
        <SyncPlaceForm
          wheres={[...wheresHere(), 'code']}
          draft={place.draft}
          problems={place.problems}
          isPlain={place.isPlain}
          onDraft={place.change}
          onPickFolder={place.pick}
          onConnect={deeds.connect}
        >
          <SyncSees />
        </SyncPlaceForm>
      )}
      {step.kind === 'new' && (
        <NewPassphrase
          draw={drawPassphrase}
          isAt={step.at}
          onAt={(at) => goTo({ ...step, at })}
          start={t('syncBegin')}
          onConfirmed={(passphrase) => deeds.create(step.place, passphrase, step.beside)}
          onBack={back}
          below={deviceFields}
          onError={onError}
        >
          <p>{t(step.beside ? 'passphraseForBeside' : 'passphraseForNew')}</p>
        </NewPassphrase>
      )}
      {step.kind === 'join' && (
        <SyncSecretForm
          start={t('syncJoin')}
          isWrong={isWrong}
          onSecret={(secret) => deeds.join(step.place, step.vault, secret)}
          onBack={back}
          below={deviceFields}
        >
          <SyncVaults
            vaults={step.vaults}
            chosen={step.vault}
            onChosen={(vault) => setStep({ ...step, vault })}
            onBeside={() => goTo({ kind: 'new', at: 'choice', place: step.place, beside: true })}
          />
        </SyncSecretForm>
      )}
      {step.kind === 'code' && (
        <CodeJoin onJoin={() => deeds.joinByCode(place.draft.code)} onBack={back}>
          {deviceFields}
        </CodeJoin>
      )}
      {step.kind === 'recovery' && <RecoveryShown code={step.code} place={shownPlace(step.place)} />}
      {step.kind === 'joined' && (
        <>
          <p>{t('joinedText')}</p>
          <SyncButtons close="syncDone" isPrimary />
        </>
      )}
    </SyncDialog>
  );
}

const firstDevice = (): DeviceDraft => ({
  name: deviceName(navigator.userAgent),
  choice: { settings: true, allTexts: false },
});

type Deeds = {
  readonly desk: SyncDesk;
  readonly deed: ReturnType<typeof useDeed>;
  readonly device: DeviceDraft;
  readonly goTo: (step: Step) => void;
  readonly setWrong: (isWrong: boolean) => void;
  readonly place: ReturnType<typeof usePlace>;
  /** The place stands in the code of another device: it need not be looked at first. */
  readonly isCode: boolean;
};

function setUpDeeds({ desk, deed, device, goTo, setWrong, place, isCode }: Deeds) {
  const described = { name: device.name.trim() || t('syncThisDevice'), choice: device.choice };
  const looked = (at: Place, found: Probe | 'not-allowed' | 'code'): string | null => {
    if (found === 'not-allowed') return t('syncNotAllowed', whereInWords(at));
    if (found === 'code') goTo({ kind: 'code' });
    else if (found.kind === 'empty') goTo({ kind: 'new', at: 'choice', place: at, beside: false });
    else if (found.kind === 'vaults')
      goTo({ kind: 'join', place: at, vaults: found.vaults, vault: found.vaults[0].vault });
    else return found.kind === 'fault' ? faultInWords(found.why) : t(AMISS[found.kind]);
    return null;
  };
  const look = (at: Place, allowed: Promise<boolean>) =>
    deed.look(
      t('syncLookingAt', whereInWords(at)),
      async () => ((await allowed) ? (isCode ? 'code' : desk.probe(at)) : 'not-allowed'),
      (found) => looked(at, found),
    );
  const joined = (outcome: Joined): string | null => {
    if (outcome.kind !== 'joined') {
      setWrong(outcome.kind === 'wrong');
      return failureInWords(outcome);
    }
    goTo({ kind: 'joined' });
    return null;
  };
  return {
    connect: (): void => {
      const at = place.take();
      // Nothing may come between the click and the question.
      if (at !== null) look(at, desk.allow(at));
    },
    create: (at: Place, passphrase: string, beside: boolean): void => {
      const created = (outcome: Created): string | null => {
        switch (outcome.kind) {
          case 'done':
            goTo({ kind: 'recovery', place: at, code: outcome.recovery });
            return null;
          case 'taken':
            // Another device was quicker: its vault is there now.
            look(at, Promise.resolve(true));
            return null;
          case 'cannot':
            return t('secretCannot');
          case 'fault':
            return faultInWords(outcome.why);
        }
      };
      deed.run(t('syncMaking'), () => desk.create({ place: at, passphrase, beside, ...described }), created);
    },
    join: (at: Place, vault: string, secret: Secret): void => {
      setWrong(false);
      deed.run(t('syncOpening'), () => desk.join({ place: at, vault, secret, ...described }), joined);
    },
    joinByCode: (code: string): void => {
      deed.run(
        t('syncOpening'),
        () => desk.joinByCode({ code, ...described }),
        (outcome) => {
          switch (outcome.kind) {
            case 'unreadable':
            case 'expired':
            case 'newer':
            case 'wrong':
              return t(CODE_AMISS[outcome.kind]);
            default:
              return joined(outcome);
          }
        },
      );
    },
  };
}

const AMISS = { newer: 'syncNewerVault', damaged: 'syncDamagedVault' } as const;
const CODE_AMISS = {
  unreadable: 'syncBadCode',
  expired: 'syncOldCode',
  newer: 'syncNewerCode',
  wrong: 'syncOldCode',
} as const;
