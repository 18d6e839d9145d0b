/** How Parallax looks. */
import { THEMES, type Settings, type Theme } from '@/lib/core/settings.ts';
import type { OptionsEvents } from './options-props.ts';
import { OptionSwitch } from './option-switch.tsx';
import { t, type MessageKey } from './text.ts';

const LABEL = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const satisfies Record<
  Theme,
  MessageKey
>;

type OptionsAppearanceProps = {
  readonly settings: Settings;
  readonly onSettings: OptionsEvents['onSettings'];
};

export function OptionsAppearance({ settings, onSettings }: OptionsAppearanceProps) {
  return (
    <section aria-labelledby="appearance">
      <h2 id="appearance">{t('appearanceHeading')}</h2>
      <fieldset>
        <legend>{t('themeLegend')}</legend>
        {THEMES.map((theme) => (
          <label class="check" key={theme}>
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={settings.theme === theme}
              onChange={() => onSettings({ theme })}
            />
            <span>{t(LABEL[theme])}</span>
          </label>
        ))}
      </fieldset>
      <OptionSwitch
        on={settings.overview}
        label={t('overviewLabel')}
        text={t('overviewText')}
        onSwitch={(overview) => onSettings({ overview })}
      />
      <OptionSwitch
        on={settings.toolbar}
        label={t('toolbarLabel')}
        text={t('toolbarText')}
        onSwitch={(toolbar) => onSettings({ toolbar })}
      />
    </section>
  );
}
