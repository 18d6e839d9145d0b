import { LibraryPage } from '@/lib/beside/library-page.tsx';
import { report, startOwnPage } from '@/lib/beside/own-page.tsx';

startOwnPage('library', (_settings, library) => <LibraryPage packs={library.packs} onError={report} />);
