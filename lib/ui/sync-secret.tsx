/** What opens the vault: the passphrase, or the recovery code. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { SyncButtons } from './sync-dialog.tsx';
import { SyncField } from './sync-field.tsx';
import type { SyncSecret } from './sync-props.ts';
import { t, type MessageKey } from './text.ts';

type SyncSecretProps = {
  /** What the button is called that goes on. */
  readonly start: string;
  /** What was typed last does not open it. */
  readonly isWrong: boolean;
  readonly onSecret: (secret: SyncSecret) => void;
  readonly onBack?: (() => void) | undefined;
  /** Said above; `below`: what else is asked. */
  readonly children?: ComponentChildren;
  readonly below?: ComponentChildren;
};

const KINDS = ['passphrase', 'recovery'] as const;
const LABEL = { passphrase: 'secretPassphrase', recovery: 'secretRecovery' } as const satisfies Record<
  SyncSecret['kind'],
  MessageKey
>;
const WRONG = { passphrase: 'secretWrongPassphrase', recovery: 'secretWrongRecovery' } as const;

export function SyncSecretForm({ start, isWrong, onSecret, onBack, children, below }: SyncSecretProps) {
  const [kind, setKind] = useState<SyncSecret['kind']>('passphrase');
  const [typed, setTyped] = useState('');
  /** What was sent: once another is typed, it is no longer wrong. */
  const [sent, setSent] = useState<string | null>(null);
  const problem = sent !== typed ? null : typed.trim() === '' ? t('secretNone') : isWrong ? t(WRONG[kind]) : null;
  return (
    <form
      class="transfer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(typed);
        if (typed.trim() !== '') onSecret(kind === 'passphrase' ? { kind, text: typed } : { kind, code: typed });
      }}
    >
      {children}
      <fieldset class="either">
        <legend>{t('secretLegend')}</legend>
        {KINDS.map((one) => (
          <label class="check" key={one}>
            <input
              type="radio"
              name="secret"
              value={one}
              checked={one === kind}
              onChange={() => {
                setKind(one);
                setTyped('');
                setSent(null);
              }}
            />
            <span>{t(LABEL[one])}</span>
          </label>
        ))}
      </fieldset>
      <SyncField
        label={t(LABEL[kind])}
        kind={kind === 'passphrase' ? 'secret' : 'address'}
        value={typed}
        onValue={setTyped}
        problem={problem}
      />
      {below}
      <SyncButtons>
        <button type="submit" class="primary">
          {start}
        </button>
        {onBack !== undefined && (
          <button type="button" onClick={onBack}>
            {t('syncBack')}
          </button>
        )}
      </SyncButtons>
    </form>
  );
}
