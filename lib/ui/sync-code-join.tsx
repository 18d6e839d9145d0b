/** Joining by another device's code: nothing more is asked than what this device is called and what goes along. */
import type { ComponentChildren } from 'preact';
import { SyncButtons } from './sync-dialog.tsx';
import { t } from './text.ts';

type CodeJoinProps = {
  readonly onJoin: () => void;
  readonly onBack: () => void;
  readonly children: ComponentChildren;
};

export const CodeJoin = ({ onJoin, onBack, children }: CodeJoinProps) => (
  <form
    class="transfer-form"
    onSubmit={(event) => {
      event.preventDefault();
      onJoin();
    }}
  >
    {children}
    <SyncButtons>
      <button type="submit" class="primary">
        {t('syncJoin')}
      </button>
      <button type="button" onClick={onBack}>
        {t('syncBack')}
      </button>
    </SyncButtons>
  </form>
);
