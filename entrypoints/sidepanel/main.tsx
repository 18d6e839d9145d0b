import { BesideTab } from '@/lib/beside/beside-tab.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { PageReport } from '@/lib/beside/report-control.tsx';
import { SyncLine } from '@/lib/beside/sync-line.tsx';
import { fixedTab } from '@/lib/beside/tab-in-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { createSyncDesk } from '@/lib/replica/sync-desk.ts';

const desk = createSyncDesk();

startOwnPage('panel', (settings, library) => (
  <BesideTab
    view={PanelView}
    fixed={fixedTab(location.search)}
    readAtOnce={false}
    settings={settings}
    doors={({ page, link }) => (
      <>
        <PageReport library={library} page={page} link={link} onError={report} />
        <SyncLine desk={desk} onError={report} />
      </>
    )}
    onError={report}
  />
));
