/** What opens the vault is made new: the old passphrase is typed, a new one chosen. So it is changed, and so a device is taken out. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Fault, NotOpened, NoVault, Secret } from '@/lib/replica/sync-desk.ts';
import { SyncDialog } from '@/lib/ui/sync-dialog.tsx';
import type { SyncOn } from '@/lib/ui/sync-props.ts';
import { SyncSecretForm } from '@/lib/ui/sync-secret.tsx';
import { t } from '@/lib/ui/text.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { RecoveryShown } from './recovery-shown.tsx';
import { failureInWords } from './sync-outcome.ts';
import { useDeed } from './use-deed.ts';

/** `recovery`: where that is new as well. */
export type Renewed = { readonly kind: 'done'; readonly recovery?: string } | NotOpened | NoVault | Fault;

type SyncRenewProps = {
  readonly title: string;
  /** What the button is called by which it is done, and what is said meanwhile and afterwards. */
  readonly start: string;
  readonly working: string;
  readonly done: string;
  readonly place: SyncOn['place'];
  readonly drawPassphrase: () => Promise<string>;
  readonly renew: (secret: Secret, passphrase: string) => Promise<Renewed>;
  /** `said`: what came of it, where it was done. */
  readonly onClose: (said: string) => void;
  readonly onError: (cause: unknown) => void;
  /** What it means, said first. */
  readonly children: ComponentChildren;
};

type Step =
  | { readonly kind: 'secret' }
  | { readonly kind: 'choice' | 'check'; readonly secret: Secret }
  | { readonly kind: 'recovery'; readonly code: string };

export function SyncRenew(props: SyncRenewProps) {
  const { title, start, working, done, place, drawPassphrase, renew, onClose, onError, children } = props;
  const [step, setStep] = useState<Step>({ kind: 'secret' });
  /** Chosen and typed back: where only the old one was mistyped, it need not be chosen again. */
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [isDone, setDone] = useState(false);
  const deed = useDeed(onError);
  const run = (secret: Secret, chosen: string) =>
    deed.run(
      working,
      () => renew(secret, chosen),
      (outcome) => {
        setWrong(outcome.kind === 'wrong');
        if (outcome.kind !== 'done') {
          if (outcome.kind === 'wrong') setStep({ kind: 'secret' });
          return failureInWords(outcome);
        }
        setDone(true);
        if (outcome.recovery === undefined) onClose(done);
        else setStep({ kind: 'recovery', code: outcome.recovery });
        return null;
      },
    );
  const opened = (secret: Secret) => {
    setWrong(false);
    if (passphrase === null) setStep({ kind: 'choice', secret });
    else run(secret, passphrase);
  };
  return (
    <SyncDialog
      title={step.kind === 'recovery' ? t('recoveryKeepTitle') : title}
      working={deed.working}
      said={deed.said}
      holds={step.kind === 'recovery'}
      onClose={() => onClose(isDone ? done : '')}
    >
      {step.kind === 'secret' && (
        <SyncSecretForm start={t('syncNext')} isWrong={isWrong} onSecret={opened}>
          {children}
        </SyncSecretForm>
      )}
      {(step.kind === 'choice' || step.kind === 'check') && (
        <NewPassphrase
          draw={drawPassphrase}
          isAt={step.kind}
          onAt={(kind) => setStep({ ...step, kind })}
          start={start}
          onConfirmed={(chosen) => {
            setPassphrase(chosen);
            run(step.secret, chosen);
          }}
          onBack={() => setStep({ kind: 'secret' })}
          onError={onError}
        >
          <p>{t('passphraseForAll')}</p>
        </NewPassphrase>
      )}
      {step.kind === 'recovery' && <RecoveryShown code={step.code} place={place} />}
    </SyncDialog>
  );
}
