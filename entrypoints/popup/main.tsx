import { BesideTab } from '@/lib/beside/beside-tab.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { SyncLine } from '@/lib/beside/sync-line.tsx';
import { createSyncDesk } from '@/lib/replica/sync-desk.ts';
import { fixedTab } from '@/lib/beside/tab-in-view.ts';
import { PopupView } from '@/lib/ui/popup-view.tsx';

const desk = createSyncDesk();

startOwnPage('popup', (settings) => (
  <BesideTab
    view={PopupView}
    fixed={fixedTab(location.search)}
    readAtOnce
    makesWay
    settings={settings}
    doors={() => <SyncLine desk={desk} onError={report} />}
    onError={report}
  />
));
