/** What whoever runs the storage can see, and what not. */
import { t } from './text.ts';

export const SyncSees = () => (
  <dl class="sees">
    <div>
      <dt>{t('syncSees')}</dt>
      <dd>{t('syncSeesText')}</dd>
    </div>
    <div>
      <dt>{t('syncSeesNot')}</dt>
      <dd>{t('syncSeesNotText')}</dd>
    </div>
  </dl>
);
