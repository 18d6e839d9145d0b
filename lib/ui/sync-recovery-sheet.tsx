/** The sheet to print: what opens the vault when the passphrase is lost. Shown once. */
import type { ShownPlace } from '@/lib/core/sync.ts';
import { Copied } from './sync-passphrase.tsx';
import { SyncButtons } from './sync-dialog.tsx';
import { PLACE_KIND, dayInFull } from './sync-words.ts';
import { t } from './text.ts';

export type RecoverySheetProps = {
  readonly code: string;
  readonly place: ShownPlace;
  readonly made: number;
  readonly isCopied: boolean | null;
  readonly onCopy: () => void;
  readonly onPrint: () => void;
};

export function RecoverySheet({ code, place, made, isCopied, onCopy, onPrint }: RecoverySheetProps) {
  return (
    <>
      <p>{t('recoveryOnce')}</p>
      <div class="recovery-sheet" role="group" aria-labelledby="recovery-title">
        <h3 id="recovery-title">{t('recoveryTitle')}</h3>
        <p>{t('recoveryText')}</p>
        <p class="recovery-code" dir="ltr" aria-label={t('secretRecovery')} role="group">
          {inGroups(code).map((group, at) => (
            <span key={at}>{group} </span>
          ))}
        </p>
        <dl class="facts">
          <dt>{t('recoveryPlace')}</dt>
          <dd>
            {t(PLACE_KIND[place.kind])} <bdi dir="ltr">{place.where}</bdi>
          </dd>
          {place.user !== null && place.user !== '' && (
            <>
              <dt>{t('syncUser')}</dt>
              <dd>
                <bdi dir="ltr">{place.user}</bdi>
              </dd>
            </>
          )}
          <dt>{t('recoveryMade')}</dt>
          <dd>{dayInFull(made)}</dd>
        </dl>
        <p>{t('recoveryUse')}</p>
        <p>{t('recoveryKeep')}</p>
      </div>
      <SyncButtons close="syncDone">
        <button type="button" class="primary" onClick={onPrint}>
          {t('recoveryPrint')}
        </button>
        <button type="button" onClick={onCopy}>
          {t('syncCopy')}
        </button>
      </SyncButtons>
      <Copied isCopied={isCopied} />
    </>
  );
}

/** As it is grouped; a code in one piece by fours. */
function inGroups(code: string): readonly string[] {
  const groups = code.trim().split(/[\s-]+/);
  return groups.length > 1 ? groups : (code.match(/.{1,4}/g) ?? []);
}
