import { BesideTab } from '@/lib/beside/beside-tab.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { fixedTab } from '@/lib/beside/tab-in-view.ts';
import { PopupView } from '@/lib/ui/popup-view.tsx';

startOwnPage('popup', (settings) => (
  <BesideTab
    view={PopupView}
    fixed={fixedTab(location.search)}
    readAtOnce
    makesWay
    settings={settings}
    onError={report}
  />
));
