/** The keys: what each does, as the browser has it, and the way to the browser's page that changes them. */
import type { Command } from './options-props.ts';
import { t, type MessageKey } from './text.ts';

/** Commands of the browser's own, which come without a description. */
const OWN: Readonly<Record<string, MessageKey>> = {
  _execute_action: 'actionTitle',
  _execute_sidebar_action: 'commandOpenPanel',
};

type OptionsKeysProps = { readonly commands: readonly Command[]; readonly onShortcuts: () => void };

export function OptionsKeys({ commands, onShortcuts }: OptionsKeysProps) {
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t('keysHeading')}</h2>
      <dl class="keys">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt dir="auto">{description || describe(name)}</dt>
            <dd>{shortcut === '' ? <span class="quiet">{t('keyNone')}</span> : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
        <div>
          <dt>{t('keysLetters')}</dt>
          <dd>
            <kbd>J</kbd> <kbd>K</kbd>
          </dd>
        </div>
        <div>
          <dt>{t('keysNote')}</dt>
          <dd>
            <kbd>N</kbd> <kbd>F</kbd>
          </dd>
        </div>
      </dl>
      <p class="meta">{t('keysText')}</p>
      <button type="button" onClick={onShortcuts}>
        {t('keysChange')}
      </button>
    </section>
  );
}

function describe(name: string): string {
  const key = OWN[name];
  return key === undefined ? name : t(key);
}
