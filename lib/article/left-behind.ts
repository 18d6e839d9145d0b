/** A page that goes on to the next article without loading may still name the address of the one before. */
import { articleKeyOf } from '@/lib/core/article-key.ts';

/** `claimed`; null where it is what the document was loaded as, and the reader has been taken elsewhere since. */
export function notLeftBehind(claimed: string | null, page: Document, address: string): string | null {
  const loaded = loadedAs(page);
  if (claimed === null || loaded === null) return claimed;
  const [then, now] = [articleKeyOf(loaded), articleKeyOf(address)];
  return then !== now && articleKeyOf(claimed) === then ? null : claimed;
}

function loadedAs(page: Document): string | null {
  const { performance } = page.defaultView ?? {};
  // Not in the DOM of tests.
  if (performance === undefined || !('getEntriesByType' in performance)) return null;
  return performance.getEntriesByType('navigation')[0]?.name ?? null;
}
