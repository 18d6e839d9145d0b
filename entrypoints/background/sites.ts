/**
 * Where Parallax reads unasked: on the sites whose permission the reader gave, less those they switched off. The
 * browser's own list of granted hosts is the truth; the registered content script follows it.
 */
import { browser } from 'wxt/browser';
import { CONTENT_SCRIPT, MARKS_STYLE } from '@/lib/reading/injected-files.ts';

const SCRIPT_ID = 'read-always';

/** To be called at start, after an update, and whenever permissions or the list of switched-off hosts change. */
export async function followPermissions(offSites: readonly string[]): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^(?:https?|\*):\/\//.test(origin) || origin === '<all_urls>');
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      matches,
      // A single one that is no host name, perhaps out of a backup, would have the browser refuse the script.
      excludeMatches: offSites
        .filter((host) => /^[a-z0-9.-]+$/.test(host))
        .flatMap((host) => [`http://${host}/*`, `https://${host}/*`]),
      js: [CONTENT_SCRIPT],
      css: [MARKS_STYLE],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
