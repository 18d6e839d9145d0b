import { BesideTab } from '@/lib/beside/beside-tab.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { PageReport } from '@/lib/beside/report-control.tsx';
import { fixedTab } from '@/lib/beside/tab-in-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';

startOwnPage('panel', (settings, library) => (
  <BesideTab
    view={PanelView}
    fixed={fixedTab(location.search)}
    readAtOnce={false}
    settings={settings}
    doors={({ page, link }) => <PageReport library={library} page={page} link={link} onError={report} />}
    onError={report}
  />
));
