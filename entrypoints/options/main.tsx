import { OptionsPage } from '@/lib/beside/options-page.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';

startOwnPage('options', (settings, library) => <OptionsPage settings={settings} library={library} onError={report} />);
