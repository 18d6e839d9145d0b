import { report, startOwnPage } from '@/lib/beside/own-page.tsx';
import { WelcomePage } from '@/lib/beside/welcome-page.tsx';

startOwnPage('welcome', () => <WelcomePage onError={report} />);
