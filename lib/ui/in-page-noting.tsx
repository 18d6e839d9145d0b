/** Note and flag under the top of a card in the page. */
import { useState } from 'preact/hooks';
import type { FlagKind } from '@/lib/core/note.ts';
import { flagChoices } from './note-choices.ts';
import { t } from './text.ts';

export type InPageNotingProps = { readonly onNote: () => void; readonly onFlag: (flag: FlagKind) => void };

export function InPageNoting({ onNote, onFlag }: InPageNotingProps) {
  const [flags, setFlags] = useState(false);
  return (
    <span class="buttons noting">
      <button type="button" onClick={onNote}>
        {t('noteAction')}
      </button>
      <button type="button" aria-expanded={flags} onClick={() => setFlags(!flags)}>
        {t('flagAction')}
      </button>
      {flags &&
        flagChoices().map(({ flag, words }) => (
          <button key={flag} type="button" class="plain" onClick={() => onFlag(flag)}>
            {words}
          </button>
        ))}
    </span>
  );
}
