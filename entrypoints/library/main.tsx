import { browser } from 'wxt/browser';
import { connectFinder, portOf } from '@/lib/beside/finder-link.ts';
import { LibraryPage } from '@/lib/beside/library-page.tsx';
import { ExchangeControls } from '@/lib/beside/transfer-controls.tsx';
import { createSyncDesk } from '@/lib/replica/sync-desk.ts';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';

const finder = connectFinder(portOf(new Worker(browser.runtime.getURL('/library-worker.js'))));

const sync = createSyncDesk();

startOwnPage('library', (_settings, library) => (
  <LibraryPage
    library={library}
    finder={finder}
    sync={sync}
    exchange={(meant) => <ExchangeControls library={library} meant={meant} onError={report} />}
    onError={report}
  />
));
