/** A line to be typed, with what helps to fill it and what is amiss with it, both read out with it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from './text.ts';

export type SyncFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly help?: string | undefined;
  /** Null: nothing is amiss. The first such field of a form takes the focus. */
  readonly problem?: string | null;
  /** `secret`: not shown unless asked for. `address`: written from left to right everywhere, as secrets are. */
  readonly kind?: 'words' | 'address' | 'secret';
  readonly maxLength?: number;
};

export function SyncField({ label, value, onValue, help, problem = null, kind = 'words', maxLength }: SyncFieldProps) {
  const id = useId();
  const element = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const first = element.current?.form?.querySelector('[aria-invalid=true]');
    if (problem !== null && first === element.current) element.current?.focus();
  }, [problem]);
  const described = [help !== undefined && `${id}-help`, problem !== null && `${id}-problem`].filter(Boolean).join(' ');
  const input = {
    ref: element,
    id,
    value,
    dir: kind === 'words' ? ('auto' as const) : ('ltr' as const),
    autocomplete: 'off',
    autocapitalize: 'none' as const,
    spellcheck: false,
    'aria-invalid': problem !== null,
    'aria-describedby': described || undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onValue(currentTarget.value),
    ...(maxLength !== undefined && { maxLength }),
  };
  return (
    <div class="sync-field">
      <label for={id}>{label}</label>
      <div class="sync-input">
        {kind === 'secret' && !isShown ? <input type="password" {...input} /> : <input type="text" {...input} />}
        {kind === 'secret' && (
          <button
            type="button"
            class="plain"
            aria-pressed={isShown}
            aria-controls={id}
            onClick={() => setShown(!isShown)}
          >
            {t('syncShow')}
          </button>
        )}
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} class="problem">
          {problem}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} class="meta">
          {help}
        </p>
      )}
    </div>
  );
}
