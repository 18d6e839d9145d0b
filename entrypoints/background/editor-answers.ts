/** Carries what the editor asks to the page it belongs to, and back. */
import { browser } from 'wxt/browser';
import { callPage, MessageError, type Handlers, type Sender } from '@/lib/messages/bus.ts';
import type { EditorToBackground } from '@/lib/messages/note-protocol.ts';
import { parseHeight, parseTabOrNull } from '@/lib/messages/parse-note-payloads.ts';
import { DONE } from '@/lib/messages/protocol.ts';

/** A frame in a page asks of that page; a window of its own names the tab. */
export const EDITOR_ANSWERS: Handlers<EditorToBackground> = {
  'editor.job': async (raw, sender) => {
    try {
      return await callPage(tabOf(raw, sender), 'editor.job');
    } catch (cause) {
      if (cause instanceof MessageError && cause.kind === 'absent') return null;
      throw cause;
    }
  },
  'editor.height': (raw, sender) => callPage(tabOf(raw, sender), 'editor.height', { height: parseHeight(raw) }),
  'editor.close': (raw, sender) => callPage(tabOf(raw, sender), 'editor.close'),
  'editor.window': async (_raw, { tabId }) => {
    // By our own origin: of a page that can be framed, Chrome's `getURL` gives an address that opens nothing else.
    const url = new URL(`/note.html?tab=${tabId ?? ''}`, location.href).href;
    const { windows } = browser as { windows?: typeof browser.windows };
    if (windows === undefined) await browser.tabs.create({ url });
    else await windows.create({ url, type: 'popup', width: 440, height: 560 });
    return DONE;
  },
};

function tabOf(raw: unknown, { tabId }: Sender): number {
  const tab = parseTabOrNull(raw) ?? tabId;
  if (tab === null) throw new Error('an editor without a page');
  return tab;
}
