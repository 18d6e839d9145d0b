/** The options page: what is set, granted and stored, and the reader's changes to it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { LevelFigures } from '@/lib/core/match.ts';
import type { Settings } from '@/lib/core/settings.ts';
import { call } from '@/lib/messages/bus.ts';
import type { Library } from '@/lib/storage/library.ts';
import type { FeedbackRow } from '@/lib/storage/rows.ts';
import type { Command, OptionsEvents, Reading, Stored } from '@/lib/ui/options-props.ts';
import { OptionsView } from '@/lib/ui/options-view.tsx';
import { chooseEverywhere, grantedSites, revokeSite } from './site-access.ts';
import { SyncControl, type SyncControlProps } from './sync-control.tsx';
import { BackUpControl, ImportControl } from './transfer-controls.tsx';
import { useSync } from './use-sync.ts';

type OptionsPageProps = {
  readonly settings: Settings;
  readonly library: Library;
  /** What the section “Sync” works with. */
  readonly sync?: Pick<SyncControlProps, 'desk' | 'drawPassphrase'>;
  readonly onError: (cause: unknown) => void;
};
type Known = { readonly reading: Reading; readonly commands: readonly Command[]; readonly stored: Stored };

export function OptionsPage({ settings, library, sync, onError }: OptionsPageProps) {
  const [known, setKnown] = useState<Known | null>(null);
  const refresh = useCallback(() => void lookUp(library).then(setKnown, onError), [library]);
  useEffect(refresh, [refresh, settings]);
  const levels = useLevels(onError);
  const isSynced = useSync(sync?.desk, onError)?.kind === 'on';
  if (known === null) return null;
  const after = (work: Promise<unknown>) => void work.then(refresh, onError);
  const events: OptionsEvents = {
    onSettings: (change) => after(call('settings.change', change)),
    onEverywhere: (on) => after(chooseEverywhere(on)),
    onRemoveSite: (host) => after(revokeSite(host)),
    onShortcuts: () => after(openShortcuts()),
    onTakeBack: () => after(call('match.restoreAll')),
    onWipe: () => after(call('data.wipe')),
  };
  const { version } = browser.runtime.getManifest();
  const transfer = (
    <>
      <BackUpControl library={library} onError={onError} />
      <ImportControl library={library} onError={onError} onTaken={refresh} />
    </>
  );
  const views = {
    settings,
    levels,
    version,
    transfer,
    isSynced,
    sync: sync !== undefined && <SyncControl {...sync} onError={onError} />,
    events,
  };
  return <OptionsView {...known} {...views} />;
}

/** Apart from the rest: they come from the background, which may have to wake up first. */
function useLevels(onError: (cause: unknown) => void): LevelFigures | null {
  const [levels, setLevels] = useState<LevelFigures | null>(null);
  useEffect(() => void call('match.levels').then(setLevels, onError), []);
  return levels;
}

async function lookUp({ packs, feedback, notes, articles }: Library): Promise<Known> {
  const [reading, commands, held, answers, noted, read, persisted] = await Promise.all([
    grantedSites(),
    browser.commands.getAll(),
    packs.list(),
    feedback.all(),
    notes.count(),
    articles.count(),
    navigator.storage.persisted(),
  ]);
  const { usage } = await navigator.storage.estimate();
  return {
    reading,
    commands: commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut })),
    stored: {
      packs: held.length,
      notes: noted,
      articles: read,
      ...countAnswers(answers),
      bytes: usage ?? null,
      persisted,
    },
  };
}

function countAnswers(answers: readonly FeedbackRow[]): Pick<Stored, 'hiddenMarks' | 'confirmedMarks'> {
  const confirmedMarks = answers.filter(({ verdict }) => verdict === 'yes').length;
  return { hiddenMarks: answers.length - confirmedMarks, confirmedMarks };
}

type WithShortcutSettings = { readonly openShortcutSettings?: () => Promise<void> };

async function openShortcuts(): Promise<void> {
  const { openShortcutSettings } = browser.commands as WithShortcutSettings;
  if (openShortcutSettings === undefined) await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  else await openShortcutSettings();
}
