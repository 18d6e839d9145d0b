import { NotePage } from '@/lib/beside/note-page.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { fixedTab } from '@/lib/beside/tab-in-view.ts';

startOwnPage('note', () => <NotePage tabId={fixedTab(location.search)} onError={report} />);
