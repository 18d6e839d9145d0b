/** Where in the library the reader is, as the page's address says. */
import { useEffect, useState } from 'preact/hooks';
import type { Library } from '@/lib/storage/library.ts';
import { parseRoute, sectionHref, type LibraryRoute } from '@/lib/ui/library-route.ts';

export function useRoute(): LibraryRoute {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** Opened without a place, the library starts with what is the reader's own, else with its packs. */
export async function chooseStart({ noteListing, articleListing }: Library): Promise<void> {
  const counts = await Promise.all([noteListing.count(), articleListing.count()]);
  const start = counts[0] > 0 ? 'notes' : counts[1] > 0 ? 'articles' : 'packs';
  location.replace(sectionHref(start));
}
