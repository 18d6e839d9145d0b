/** When Parallax reads pages of this site. */
import { SITE_CHOICES, type ReaderEvents, type Site, type SiteChoice } from './page-view.ts';
import { t, type MessageKey } from './text.ts';

const LABEL = { click: 'siteClick', site: 'siteAlways', off: 'siteOff' } as const satisfies Record<
  SiteChoice,
  MessageKey
>;

type SiteSwitchProps = { readonly site: Site; readonly onSite: ReaderEvents['onSite'] };

export function SiteSwitch({ site, onSite }: SiteSwitchProps) {
  const offered = SITE_CHOICES.filter((choice) => !(site.everywhere && choice === 'click'));
  const shown = site.everywhere && site.choice === 'click' ? 'site' : site.choice;
  return (
    <label class="site-switch">
      <span class="sr-only">{t('siteLabel', site.host)}</span>
      <select
        value={shown}
        onChange={({ currentTarget }) => {
          const choice = offered.find((each) => each === currentTarget.value);
          if (choice !== undefined) onSite(choice);
        }}
      >
        {offered.map((choice) => (
          <option key={choice} value={choice} selected={choice === shown}>
            {t(LABEL[choice])}
          </option>
        ))}
      </select>
    </label>
  );
}
