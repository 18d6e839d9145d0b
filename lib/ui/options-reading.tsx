/** When Parallax reads: on click, on chosen sites, everywhere; where never; and what it keeps of it. Each choice with its consequence. */
import type { Settings } from '@/lib/core/settings.ts';
import { OptionSwitch } from './option-switch.tsx';
import type { OptionsEvents, Reading } from './options-props.ts';
import { t } from './text.ts';

type OptionsReadingProps = {
  readonly reading: Reading;
  readonly settings: Pick<Settings, 'offSites' | 'keepRead'>;
  readonly events: Pick<OptionsEvents, 'onEverywhere' | 'onRemoveSite' | 'onSettings'>;
};

export function OptionsReading({ reading, settings, events }: OptionsReadingProps) {
  const { everywhere, sites } = reading;
  const { offSites, keepRead } = settings;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('readingHeading')}</h2>
      <p>{t('readingClickText')}</p>
      <OptionSwitch
        on={everywhere}
        label={t('readingEverywhere')}
        text={t('readingEverywhereText')}
        onSwitch={events.onEverywhere}
      />
      <h3>{t('readingSites')}</h3>
      <SiteList hosts={sites} none={t('readingSitesNone')} onRemove={events.onRemoveSite} />
      <h3>{t('readingOff')}</h3>
      <SiteList
        hosts={offSites}
        none={t('readingOffNone')}
        onRemove={(host) => events.onSettings({ offSites: offSites.filter((each) => each !== host) })}
      />
      <OptionSwitch
        on={keepRead}
        label={t('keepReadLabel')}
        text={t('keepReadText')}
        onSwitch={(keep) => events.onSettings({ keepRead: keep })}
      />
    </section>
  );
}

type SiteListProps = {
  readonly hosts: readonly string[];
  /** Said when there are none. */
  readonly none: string;
  readonly onRemove: (host: string) => void;
};

function SiteList({ hosts, none, onRemove }: SiteListProps) {
  if (hosts.length === 0) return <p class="quiet">{none}</p>;
  return (
    <ul class="sites">
      {hosts.map((host) => (
        <li key={host}>
          <span dir="ltr">{host}</span>
          <button type="button" aria-label={t('removeAbout', host)} onClick={() => onRemove(host)}>
            {t('remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
