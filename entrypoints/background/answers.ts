/** What the background answers, question by question. Every payload is parsed here, before anything is done with it. */
import type { Card } from '@/lib/card/card.ts';
import type { Handlers } from '@/lib/messages/bus.ts';
import {
  parseCardRef,
  parseConfirmAsk,
  parseImport,
  parseMarkAsk,
  parseMatchAsk,
  parsePackName,
  parsePackSwitch,
  parseSettingsChange,
  parseTab,
} from '@/lib/messages/parse-payloads.ts';
import { DONE, type ConfirmAsk, type Done, type ImportResult, type ToBackground } from '@/lib/messages/protocol.ts';
import { parsePackText } from '@/lib/pack/parse-pack.ts';
import type { StoredVector } from '@/lib/core/sentence-model.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { Verdict } from '@/lib/storage/rows.ts';
import { hashSentence } from '@/lib/text/sentence-hash.ts';
import { isPanelOpen, openPanel } from '@/lib/beside/open-panel.ts';
import { EDITOR_ANSWERS } from './editor-answers.ts';
import { createNoteAnswers } from './note-answers.ts';
import { report } from './report.ts';
import { seedPacks, type ReadOwnFile } from './seed-packs.ts';
import { followPermissions } from './sites.ts';
import type { StoryIndex } from './story-index.ts';
import type { SyncKeeper } from './sync.ts';
import { readTab, rereadOpenPages, tellOpenPagesOfNotes } from './tabs.ts';

/** Asked by our own pages only: they change the library, or act on a tab. */
export const PRIVILEGED: ReadonlySet<keyof ToBackground> = new Set([
  'pack.switch',
  'pack.import',
  'pack.remove',
  'match.levels',
  'match.restoreAll',
  'settings.change',
  'data.wipe',
  'library.changed',
  'sync.now',
  'sync.changed',
  'sync.stop',
  'tab.read',
  'draft.keep',
  'draft.drop',
  'editor.job',
  'editor.height',
  'editor.close',
]);

/** What the answers reach beside the library. */
export type Surroundings = {
  /** What a sentence that the reader has spoken of means; null where no model can say. */
  readonly rememberMeaning: (sentence: string) => Promise<StoredVector | null>;
  readonly rereadPages: () => Promise<void>;
  readonly notesChanged: () => Promise<void>;
  /** The sites on which it reads unasked, less those switched off. */
  readonly followSites: (offSites: readonly string[]) => Promise<void>;
  readonly sync: Pick<SyncKeeper, 'answers' | 'alone'>;
};

const done = (): Done => DONE;
const AS_RUNNING: Surroundings = {
  rememberMeaning: () => Promise.resolve(null),
  rereadPages: rereadOpenPages,
  notesChanged: tellOpenPagesOfNotes,
  followSites: followPermissions,
  sync: { answers: { 'sync.now': done, 'sync.changed': done, 'sync.stop': done }, alone: (work) => work() },
};

export function createAnswers(
  library: Library,
  index: StoryIndex,
  readFile: ReadOwnFile,
  surroundings: Partial<Surroundings> = {},
): Handlers<ToBackground> {
  const { packs, feedback, settings } = library;
  const { rememberMeaning, rereadPages, notesChanged, followSites, sync } = { ...AS_RUNNING, ...surroundings };
  // Not waited for: a page that sleeps may answer late, or never.
  const pagesChanged = (): Done => {
    void rereadPages().catch(report);
    return DONE;
  };
  const changed = (): Done => {
    index.forget();
    return pagesChanged();
  };
  /** The answer is kept before its meaning is looked for: that may take a while, and may fail. */
  const say = async (verdict: Verdict, { sentence, pack, question, claim }: ConfirmAsk): Promise<Done> => {
    const answered = { pack, question, sentence: hashSentence(sentence) };
    await feedback.say({ ...answered, verdict, claim, vector: null });
    try {
      const vector = await rememberMeaning(sentence);
      if (vector !== null) await feedback.remember(answered, vector);
    } catch (cause) {
      report(cause);
    }
    return DONE;
  };

  const toldOfNotes = () => void notesChanged().catch(report);

  return {
    ...EDITOR_ANSWERS,
    ...sync.answers,
    ...createNoteAnswers(library, index, { notesChanged: toldOfNotes, now: Date.now }),
    'gate.fingerprints': () => index.fingerprints(),
    'article.match': (raw) => index.match(parseMatchAsk(raw)),
    'card.compose': (raw): Promise<Card | null> => index.card(parseCardRef(raw)),
    'match.reject': (raw) => say('no', { ...parseMarkAsk(raw), claim: null }),
    'match.confirm': (raw) => say('yes', parseConfirmAsk(raw)),
    'match.restore': async (raw) => {
      const { sentence, pack, question } = parseMarkAsk(raw);
      await feedback.takeBack({ pack, question, sentence: hashSentence(sentence) });
      return DONE;
    },
    'match.levels': () => index.levels(),
    'page.settings': async () => {
      const { overview, theme, toolbar } = await settings.get();
      return { overview, theme, toolbar };
    },
    'match.restoreAll': async () => {
      await feedback.clear();
      return pagesChanged();
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
      const change = parseSettingsChange(raw);
      await settings.set(change);
      if (change.offSites !== undefined) await followSites(change.offSites);
      return change.level === undefined ? DONE : changed();
    },
    'data.wipe': async () => {
      // Sync ends with it on this device; what lies elsewhere is not deleted by it.
      await sync.alone(() => library.wipe());
      await seedPacks(packs, readFile);
      await followSites([]);
      toldOfNotes();
      return changed();
    },
    'library.changed': async () => {
      await followSites((await settings.get()).offSites);
      toldOfNotes();
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
