/** Sync in every state, made up. */
import type { Alarm, Conflict, SyncDevice, SyncStatus } from '@/lib/core/sync.ts';
import type { SyncOn } from '@/lib/ui/sync-props.ts';

/** A Saturday in June, five past two. */
export const NOW = new Date(2025, 5, 14, 14, 5).getTime();
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const IN_STEP: SyncStatus = { lastSuccess: NOW, pending: 0, running: null, failing: null };

export const failingFor = (why: NonNullable<SyncStatus['failing']>['why'], since = NOW - 5 * HOUR): SyncStatus => ({
  lastSuccess: NOW - DAY,
  pending: 3,
  running: null,
  failing: { why, since, tries: 4, nextTry: NOW + 35 * MINUTE },
});

export const LAPTOP: SyncDevice = { id: 'aaaaaaaaaaaa', name: 'Laptop', isThis: true, lastWrote: NOW };
export const PHONE: SyncDevice = { id: 'bbbbbbbbbbbb', name: 'Phone', isThis: false, lastWrote: NOW - 2 * DAY };
export const DESK_AT_WORK: SyncDevice = { id: 'cccccccccccc', name: 'Desk at work', isThis: false, lastWrote: null };

const note = (number: number) => `0000000${number}-0000-4000-8000-000000000000`;

const BASE = 'The board named no figure. Ask Lena Ortiz about the cranes.';
export const CLEAN: Conflict = {
  note: note(1),
  base: BASE,
  versions: [
    {
      device: LAPTOP.id,
      at: NOW - HOUR,
      text: 'The board named 1,500 on Tuesday. Ask Lena Ortiz about the cranes.',
      stamp: 'one',
    },
    {
      device: PHONE.id,
      at: NOW - 26 * HOUR,
      text: `${BASE}\n\nSee also page 4 of the union’s own report.`,
      stamp: 'two',
    },
  ],
};
export const UNCLEAN: Conflict = {
  note: note(2),
  base: null,
  versions: [
    { device: LAPTOP.id, at: NOW - HOUR, text: 'Who said so first? The Courier, on 2 March.', stamp: 'three' },
    { device: PHONE.id, at: NOW - 2 * HOUR, text: 'Who said so first? The agency, on 1 March.', stamp: 'four' },
  ],
};

const alarm = { at: NOW - 3 * HOUR, device: 'Phone' };
export const ALARMS: readonly Alarm[] = [
  { ...alarm, id: 'deleted', kind: 'many-deleted', records: 120 },
  { ...alarm, id: 'rolled', kind: 'rolled-back' },
  { ...alarm, id: 'missing', kind: 'missing', device: null },
  { ...alarm, id: 'damaged', kind: 'damaged', files: 2 },
  { ...alarm, id: 'newer', kind: 'newer' },
  { ...alarm, id: 'copied', kind: 'copied-profile', device: null },
  { ...alarm, id: 'clock', kind: 'clock', offBy: -3.2 * HOUR },
  { ...alarm, id: 'here', kind: 'clock', device: null, offBy: 12 * MINUTE },
  { ...alarm, id: 'foreign', kind: 'foreign', device: null },
];

export const syncOn = (change: Partial<SyncOn> = {}): SyncOn => ({
  kind: 'on',
  place: { kind: 'webdav', where: 'https://cloud.example/remote.php/dav/files/lena', user: 'lena' },
  choice: { settings: true, allTexts: false },
  status: IN_STEP,
  devices: [DESK_AT_WORK, PHONE, LAPTOP],
  conflicts: [],
  alarms: [],
  ...change,
});
