/** The packs of the library: what each is, whether it is used, and how one is put in or taken out. */
import type { PackId } from '@/lib/core/ids.ts';
import type { Pack } from '@/lib/core/pack.ts';
import type { PackProblem } from '@/lib/pack/parse-pack.ts';
import { routeHref } from './library-route.ts';
import { dateInFull, plural, t } from './text.ts';

export type PackEntry = {
  readonly pack: Pack;
  readonly on: boolean;
  /** Built-in packs can be switched off, not removed. */
  readonly removable: boolean;
};

export type PackEvents = {
  readonly onSwitch: (pack: PackId, on: boolean) => void;
  readonly onRemove: (pack: PackId) => void;
  readonly onImport: (file: File) => void;
};

type PackListProps = {
  readonly packs: readonly PackEntry[];
  readonly open: string | null;
  readonly problems: readonly PackProblem[];
  readonly events: PackEvents;
};

export function PackList({ packs, open, problems, events }: PackListProps) {
  return (
    <section class="pack-list" aria-label={t('packsTitle')}>
      <h2>{t('packsTitle')}</h2>
      {packs.length === 0 && <p class="quiet">{t('packsNone')}</p>}
      <ul>
        {packs.map((entry) => (
          <PackItem key={entry.pack.id} entry={entry} isOpen={entry.pack.id === open} events={events} />
        ))}
      </ul>
      <label class="file">
        <span>{t('packImport')}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) events.onImport(file);
            currentTarget.value = '';
          }}
        />
      </label>
      <PackProblems problems={problems} />
    </section>
  );
}

type PackItemProps = { readonly entry: PackEntry; readonly isOpen: boolean; readonly events: PackEvents };

function PackItem({ entry: { pack, on, removable }, isOpen, events }: PackItemProps) {
  return (
    <li>
      <a href={routeHref(pack.id)} aria-current={isOpen ? 'page' : undefined} dir="auto">
        {pack.title}
      </a>
      <p class="meta">{t('versionDate', pack.version, dateInFull(pack.date))}</p>
      <label class="check">
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-label={t('packOnAbout', pack.title)}
          onChange={({ currentTarget }) => events.onSwitch(pack.id, currentTarget.checked)}
        />
        <span>{on ? t('packOn') : t('packOff')}</span>
      </label>
      {removable && (
        <button
          type="button"
          class="plain"
          aria-label={t('packRemoveAbout', pack.title)}
          onClick={() => events.onRemove(pack.id)}
        >
          {t('packRemove')}
        </button>
      )}
    </li>
  );
}

/** A refused file: each problem with its place in it. */
function PackProblems({ problems }: { readonly problems: readonly PackProblem[] }) {
  return (
    <div role="alert">
      {problems.length > 0 && (
        <div class="notice problems">
          <p>
            <b>{t('packRefused')}</b> {plural('problems', problems.length)}
          </p>
          <ul>
            {problems.slice(0, 20).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path === '' ? '/' : path}</code> {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
