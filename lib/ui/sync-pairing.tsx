/** The code by which another device joins: to be scanned or typed there, for ten minutes. */
import { QrCode } from './qr-code.tsx';
import { SyncButtons } from './sync-dialog.tsx';
import { Copied } from './sync-passphrase.tsx';
import { t } from './text.ts';

type SyncPairingProps = {
  readonly code: string;
  /** Milliseconds that it still counts; none: it is no longer shown. */
  readonly left: number;
  /** The device that has come in since; null: none yet. */
  readonly joined: string | null;
  readonly isCopied: boolean | null;
  readonly onCopy: () => void;
  readonly onAnother: () => void;
};

export function SyncPairing({ code, left, joined, isCopied, onCopy, onAnother }: SyncPairingProps) {
  if (joined !== null)
    return (
      <>
        <p role="status">{t('pairingIn', joined)}</p>
        <SyncButtons close="syncDone" isPrimary />
      </>
    );
  if (left <= 0)
    return (
      <>
        <p role="status">{t('pairingOver')}</p>
        <SyncButtons close="close">
          <button type="button" class="primary" onClick={onAnother}>
            {t('pairingAnother')}
          </button>
        </SyncButtons>
      </>
    );
  return (
    <>
      <ol class="steps-to-take">
        <li>{t('pairingStepOpen')}</li>
        <li>{t('pairingStepCode')}</li>
      </ol>
      <div class="pairing">
        <QrCode text={code} label={t('pairingQr')} />
        <div>
          <label>
            {t('syncCodeLabel')}
            <textarea
              readOnly
              rows={6}
              dir="ltr"
              value={code}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          </label>
          <div class="buttons">
            <button type="button" onClick={onCopy}>
              {t('syncCopy')}
            </button>
            <Copied isCopied={isCopied} />
          </div>
          <p role="timer" class="meta">
            {t('pairingLeft', clock(left))}
          </p>
        </div>
      </div>
      <p class="meta">{t('pairingCare')}</p>
      <SyncButtons close="syncDone" isPrimary />
    </>
  );
}

/** “9:05”. */
function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
