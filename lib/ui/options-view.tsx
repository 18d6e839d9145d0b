/** The options page: when it reads, how it looks, its keys, sync, what it keeps, and what it is. */
import { OptionsAppearance } from './options-appearance.tsx';
import { OptionsData } from './options-data.tsx';
import { OptionsKeys } from './options-keys.tsx';
import { OptionsLevel } from './options-level.tsx';
import { OptionsReading } from './options-reading.tsx';
import type { OptionsProps } from './options-props.ts';
import { t } from './text.ts';

export function OptionsView(props: OptionsProps) {
  const { settings, reading, levels, commands, stored, version, transfer, sync, isSynced, events } = props;
  return (
    <div class="options">
      <header>
        <h1>{t('optionsTitle')}</h1>
      </header>
      <main>
        <OptionsReading reading={reading} settings={settings} events={events} />
        <OptionsLevel level={settings.level} figures={levels} onSettings={events.onSettings} />
        <OptionsAppearance settings={settings} onSettings={events.onSettings} />
        <OptionsKeys commands={commands} onShortcuts={events.onShortcuts} />
        {sync}
        <OptionsData stored={stored} isSynced={isSynced} transfer={transfer} events={events} />
        <section aria-labelledby="about">
          <h2 id="about">{t('aboutTitle')}</h2>
          <p>{t('aboutVersion', version)}</p>
          <p>{t('aboutPromise')}</p>
        </section>
      </main>
    </div>
  );
}
