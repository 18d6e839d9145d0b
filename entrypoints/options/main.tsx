import { OptionsPage } from '@/lib/beside/options-page.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { createSyncDesk } from '@/lib/replica/sync-desk.ts';
import { generatePassphrase } from '@/lib/vault/passphrase.ts';

const sync = { desk: createSyncDesk(), drawPassphrase: generatePassphrase };

startOwnPage('options', (settings, library) => (
  <OptionsPage settings={settings} library={library} sync={sync} onError={report} />
));
