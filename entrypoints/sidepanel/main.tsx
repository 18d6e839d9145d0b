import { BesideTab } from '@/lib/beside/beside-tab.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { fixedTab } from '@/lib/beside/tab-in-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';

startOwnPage('panel', (settings) => (
  <BesideTab
    view={PanelView}
    fixed={fixedTab(location.search)}
    readAtOnce={false}
    settings={settings}
    onError={report}
  />
));
