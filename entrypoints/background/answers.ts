/** What the background answers, question by question. Every payload is parsed here, before anything is done with it. */
import type { Card } from '@/lib/card/card.ts';
import type { Handlers } from '@/lib/messages/bus.ts';
import {
  parseCardRef,
  parseImport,
  parseMatchAsk,
  parsePackName,
  parsePackSwitch,
  parseRejectAsk,
  parseSettingsChange,
  parseTab,
} from '@/lib/messages/parse-payloads.ts';
import { DONE, type Done, type ImportResult, type ToBackground } from '@/lib/messages/protocol.ts';
import { parsePackText } from '@/lib/pack/parse-pack.ts';
import type { Library } from '@/lib/storage/library.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';
import { isPanelOpen, openPanel } from '@/lib/beside/open-panel.ts';
import { seedPacks, type ReadOwnFile } from './seed-packs.ts';
import { followPermissions } from './sites.ts';
import type { StoryIndex } from './story-index.ts';
import { readTab } from './tabs.ts';

/** Asked by our own pages only: they change the library, or act on a tab. */
export const PRIVILEGED: ReadonlySet<keyof ToBackground> = new Set([
  'pack.switch',
  'pack.import',
  'pack.remove',
  'match.restoreAll',
  'settings.change',
  'data.wipe',
  'tab.read',
]);

export function createAnswers(library: Library, index: StoryIndex, readFile: ReadOwnFile): Handlers<ToBackground> {
  const { packs, feedback, settings } = library;
  const changed = (): Done => {
    index.forget();
    return DONE;
  };

  return {
    'gate.fingerprints': () => index.fingerprints(),
    'article.match': (raw) => index.match(parseMatchAsk(raw)),
    'card.compose': (raw): Promise<Card | null> => index.card(parseCardRef(raw)),
    'match.reject': async (raw) => {
      const { sentence, pack, question } = parseRejectAsk(raw);
      await feedback.reject({ pack, question, sentence: hashSentence(sentence) });
      return DONE;
    },
    'match.restore': async (raw) => {
      const { sentence, pack, question } = parseRejectAsk(raw);
      await feedback.restore({ pack, question, sentence: hashSentence(sentence) });
      return DONE;
    },
    'page.settings': async () => {
      const { overview, theme } = await settings.get();
      return { overview, theme };
    },
    'match.restoreAll': async () => {
      await feedback.clear();
      return DONE;
    },
    'pack.switch': async (raw) => {
      const { pack, on } = parsePackSwitch(raw);
      await packs.switch(pack, on);
      return changed();
    },
    'pack.import': async (raw): Promise<ImportResult> => {
      const result = parsePackText(parseImport(raw));
      if (result.kind === 'invalid') return result;
      const { id, title, version, date } = result.pack;
      const refusal = await packs.put(result.pack, 'reader');
      if (refusal === 'built-in')
        return { kind: 'invalid', problems: [{ path: '/id', message: `“${id}” is the id of a built-in pack` }] };
      changed();
      return { kind: 'ok', pack: { id, title, version, date } };
    },
    'pack.remove': async (raw) => {
      await packs.remove(parsePackName(raw));
      return changed();
    },
    'settings.change': async (raw) => {
      await settings.set(parseSettingsChange(raw));
      await followPermissions((await settings.get()).offSites);
      return DONE;
    },
    'data.wipe': async () => {
      await library.wipe();
      await seedPacks(packs, readFile);
      await followPermissions([]);
      return changed();
    },
    'tab.read': (raw) => readTab(parseTab(raw)),
    'panel.open': async (_raw, { windowId, tabId }) => {
      if (windowId !== null && tabId !== null) await openPanel(windowId, tabId);
      return DONE;
    },
    'panel.isOpen': async (_raw, { windowId, tabId }) =>
      windowId !== null && tabId !== null && isPanelOpen(windowId, tabId),
  };
}
