/** What needs the passphrase once: to open the vault again, to make a new recovery code, to pair another device. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Secret, SyncDesk } from '@/lib/replica/sync-desk.ts';
import { SyncDialog } from '@/lib/ui/sync-dialog.tsx';
import { SyncPairing } from '@/lib/ui/sync-pairing.tsx';
import type { SyncOn } from '@/lib/ui/sync-props.ts';
import { SyncSecretForm } from '@/lib/ui/sync-secret.tsx';
import { t } from '@/lib/ui/text.ts';
import { RecoveryShown } from './recovery-shown.tsx';
import { failureInWords } from './sync-outcome.ts';
import { useCopy } from './use-copy.ts';
import { useDeed } from './use-deed.ts';
import { useNow } from './use-sync.ts';

export type SyncOpenProps = {
  readonly desk: SyncDesk;
  readonly place: SyncOn['place'];
  /** `said`: what came of it, where it was done. */
  readonly onClose: (said: string) => void;
  readonly onError: (cause: unknown) => void;
};

export function UnlockAgain({ desk, onClose, onError }: SyncOpenProps) {
  const deed = useDeed(onError);
  const [isWrong, setWrong] = useState(false);
  const open = (secret: Secret) =>
    deed.run(
      t('syncOpening'),
      () => desk.unlockAgain(secret),
      (outcome) => {
        setWrong(outcome.kind === 'wrong');
        if (outcome.kind !== 'done') return failureInWords(outcome);
        onClose(t('syncUnlocked'));
        return null;
      },
    );
  return (
    <SyncDialog title={t('syncUnlockTitle')} working={deed.working} said={deed.said} onClose={() => onClose('')}>
      <SyncSecretForm start={t('syncUnlockNow')} isWrong={isWrong} onSecret={open}>
        <p>{t('syncUnlockText')}</p>
      </SyncSecretForm>
    </SyncDialog>
  );
}

export function NewRecovery({ desk, place, onClose, onError }: SyncOpenProps) {
  const deed = useDeed(onError);
  const [isWrong, setWrong] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const make = (secret: Secret) =>
    deed.run(
      t('syncMaking'),
      () => desk.newRecovery(secret),
      (outcome) => {
        setWrong(outcome.kind === 'wrong');
        if (outcome.kind !== 'done') return failureInWords(outcome);
        setCode(outcome.recovery);
        return null;
      },
    );
  return (
    <SyncDialog
      title={t(code === null ? 'recoveryNewTitle' : 'recoveryKeepTitle')}
      working={deed.working}
      said={deed.said}
      holds={code !== null}
      onClose={() => onClose(code === null ? '' : t('recoveryDone'))}
    >
      {code === null ? (
        <SyncSecretForm start={t('recoveryMake')} isWrong={isWrong} onSecret={make}>
          <p>{t('recoveryNewText')}</p>
        </SyncSecretForm>
      ) : (
        <RecoveryShown code={code} place={place} />
      )}
    </SyncDialog>
  );
}

/** Milliseconds that a code counts. */
const LASTS = 10 * 60 * 1000;
type Shown = { readonly code: string; readonly made: number };

type PairDeviceProps = SyncOpenProps & { readonly devices: SyncOn['devices'] };

export function PairDevice({ desk, devices, onClose, onError }: PairDeviceProps) {
  const [known] = useState(devices.map(({ id }) => id));
  const joined = devices.find(({ id }) => !known.includes(id))?.name ?? null;
  const deed = useDeed(onError);
  const [isWrong, setWrong] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  useEndOf(shown, desk, onError);
  const make = (secret: Secret) =>
    deed.run(
      t('pairingMaking'),
      () => desk.pairingCode(secret),
      (outcome) => {
        setWrong(outcome.kind === 'wrong');
        if (outcome.kind === 'folder') return t('pairingFolder');
        if (outcome.kind !== 'code') return failureInWords(outcome);
        setShown({ code: outcome.code, made: Date.now() });
        return null;
      },
    );
  return (
    <SyncDialog title={t('pairingTitle')} working={deed.working} said={deed.said} onClose={() => onClose('')}>
      {shown === null ? (
        <SyncSecretForm start={t('pairingShow')} isWrong={isWrong} onSecret={make}>
          <p>{t('pairingText')}</p>
        </SyncSecretForm>
      ) : (
        <PairingShown shown={shown} joined={joined} onAnother={() => setShown(null)} />
      )}
    </SyncDialog>
  );
}

/** When it is no longer shown, for whatever reason, the code opens nothing any more. */
function useEndOf(shown: Shown | null, desk: SyncDesk, onError: (cause: unknown) => void): void {
  const isOpen = useRef(false);
  useEffect(() => {
    if (shown === null) return undefined;
    isOpen.current = true;
    const end = () => {
      if (isOpen.current) desk.endPairing().catch(onError);
      isOpen.current = false;
    };
    const timer = setTimeout(end, LASTS);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [shown]);
}

type PairingShownProps = { readonly shown: Shown; readonly joined: string | null; readonly onAnother: () => void };

function PairingShown({ shown: { code, made }, joined, onAnother }: PairingShownProps) {
  const now = useNow(1000);
  const { isCopied, copy } = useCopy();
  return (
    <SyncPairing
      code={code}
      left={made + LASTS - now}
      joined={joined}
      isCopied={isCopied}
      onCopy={() => copy(code)}
      onAnother={onAnother}
    />
  );
}
