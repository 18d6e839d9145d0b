/** When Parallax reads: on click, on chosen sites, everywhere; and where never. Each choice with its consequence. */
import type { OptionsEvents, Reading } from './options-props.ts';
import { t } from './text.ts';

type OptionsReadingProps = {
  readonly reading: Reading;
  readonly offSites: readonly string[];
  readonly events: Pick<OptionsEvents, 'onEverywhere' | 'onRemoveSite' | 'onSettings'>;
};

export function OptionsReading({ reading, offSites, events }: OptionsReadingProps) {
  const { everywhere, sites } = reading;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('readingHeading')}</h2>
      <p>{t('readingClickText')}</p>
      <label class="check">
        <input
          type="checkbox"
          role="switch"
          checked={everywhere}
          aria-describedby="everywhere-text"
          onChange={({ currentTarget }) => events.onEverywhere(currentTarget.checked)}
        />
        <span>{t('readingEverywhere')}</span>
      </label>
      <p id="everywhere-text" class="meta">
        {t('readingEverywhereText')}
      </p>
      <h3>{t('readingSites')}</h3>
      <SiteList hosts={sites} none={t('readingSitesNone')} onRemove={events.onRemoveSite} />
      <h3>{t('readingOff')}</h3>
      <SiteList
        hosts={offSites}
        none={t('readingOffNone')}
        onRemove={(host) => events.onSettings({ offSites: offSites.filter((each) => each !== host) })}
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
