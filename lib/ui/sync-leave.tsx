/** Sync is left: what becomes of the copy, said for each choice. The library here stays as it is. */
import { useId, useState } from 'preact/hooks';
import { SyncButtons } from './sync-dialog.tsx';
import { SyncField } from './sync-field.tsx';
import { t, type MessageKey } from './text.ts';

/** What is deleted where the copy lies. */
const LEAVINGS = ['nothing', 'this-device', 'everything'] as const;
export type Leaving = (typeof LEAVINGS)[number];

const WORDS = {
  nothing: ['leaveNothing', 'leaveNothingText'],
  'this-device': ['leaveThisDevice', 'leaveThisDeviceText'],
  everything: ['leaveEverything', 'leaveEverythingText'],
} as const satisfies Record<Leaving, readonly [MessageKey, MessageKey]>;

type SyncLeaveProps = { readonly onLeave: (leaving: Leaving) => void };

export function SyncLeave({ onLeave }: SyncLeaveProps) {
  const [chosen, setChosen] = useState<Leaving>('nothing');
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const word = t('leaveWord');
  const isMeant = chosen !== 'everything' || typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <form
      class="transfer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!isMeant);
        if (isMeant) onLeave(chosen);
      }}
    >
      <p>{t('leaveText')}</p>
      <fieldset>
        <legend>{t('leaveLegend')}</legend>
        {LEAVINGS.map((leaving) => (
          <LeavingChoice
            key={leaving}
            leaving={leaving}
            isChosen={leaving === chosen}
            onChosen={() => {
              setChosen(leaving);
              setRefused(false);
            }}
          />
        ))}
      </fieldset>
      {chosen === 'everything' && (
        <SyncField
          label={t('leaveType', word)}
          value={typed}
          onValue={setTyped}
          problem={isRefused && !isMeant ? t('leaveNotTyped', word) : null}
        />
      )}
      <SyncButtons>
        <button type="submit" class="primary">
          {t(chosen === 'everything' ? 'leaveAndDelete' : 'syncLeaveNow')}
        </button>
      </SyncButtons>
    </form>
  );
}

type LeavingChoiceProps = { readonly leaving: Leaving; readonly isChosen: boolean; readonly onChosen: () => void };

function LeavingChoice({ leaving, isChosen, onChosen }: LeavingChoiceProps) {
  const [name, text] = WORDS[leaving];
  const help = useId();
  return (
    <div class="format">
      <label class="check">
        <input
          type="radio"
          name="leaving"
          value={leaving}
          checked={isChosen}
          aria-describedby={help}
          onChange={onChosen}
        />
        <span>{t(name)}</span>
      </label>
      <p id={help} class="meta">
        {t(text)}
      </p>
    </div>
  );
}
