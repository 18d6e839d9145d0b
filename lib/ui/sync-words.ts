/** Sync in words: how it stands, what stops it, what it noticed. */
import type { Alarm, PlaceKind, SyncFault, SyncProgress, SyncStatus } from '@/lib/core/sync.ts';
import { formatNumber, perLocale, plural, t, uiLocale, type MessageKey } from './text.ts';

const timeFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const momentFormat = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }),
);
const dayFormat = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }));

/** “14:05”, with the day where that is not today's. */
export function moment(time: number, now: number): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return (isToday ? timeFormat() : momentFormat()).format(time);
}

export const dayInFull = (time: number): string => dayFormat().format(time);

export const FAULT = {
  offline: 'syncFaultOffline',
  denied: 'syncFaultDenied',
  auth: 'syncFaultAuth',
  busy: 'syncFaultBusy',
  full: 'syncFaultFull',
  odd: 'syncFaultOdd',
  server: 'syncFaultServer',
  library: 'syncFaultLibrary',
  locked: 'syncFaultLocked',
  'vault-gone': 'syncFaultVaultGone',
  revoked: 'syncFaultRevoked',
} as const satisfies Record<SyncFault, MessageKey>;

/** What can be done about it, in a sentence. */
export const FAULT_HELP = {
  offline: 'syncHelpOffline',
  denied: 'syncHelpDenied',
  auth: 'syncHelpAuth',
  busy: 'syncHelpBusy',
  full: 'syncHelpFull',
  odd: 'syncHelpOdd',
  server: 'syncHelpServer',
  library: 'syncHelpLibrary',
  locked: 'syncHelpLocked',
  'vault-gone': 'syncHelpVaultGone',
  revoked: 'syncHelpRevoked',
} as const satisfies Record<SyncFault, MessageKey>;

export const PLACE_KIND = {
  webdav: 'syncWebdav',
  s3: 'syncS3',
  couch: 'syncCouch',
  folder: 'syncFolder',
} as const satisfies Record<PlaceKind, MessageKey>;

/** “In step, 14:05”; “3 changes waiting”; “Failing since 09:12: the server refuses the password. Next try 09:40.” */
export function statusInWords({ failing, pending, lastSuccess }: SyncStatus, now: number): string {
  if (failing !== null) {
    const since = t('syncFailingSince', moment(failing.since, now), t(FAULT[failing.why]));
    return failing.nextTry === null ? since : `${since} ${t('syncNextTry', moment(failing.nextTry, now))}`;
  }
  if (pending > 0) return plural('changesWaiting', pending);
  return lastSuccess === null ? t('syncNotYet') : t('syncInStep', moment(lastSuccess, now));
}

/** The same without the times, which would be read out anew with every run. */
export function statusInShort({ failing, pending, lastSuccess }: SyncStatus): string {
  if (failing !== null) return t('syncFailing', t(FAULT[failing.why]));
  if (pending > 0) return t('syncWaiting');
  return lastSuccess === null ? '' : t('syncIsInStep');
}

export function progressInWords({ step, done, of }: SyncProgress): string {
  if (step === 'looking') return t('syncLooking');
  if (step === 'tidying') return t('syncTidying');
  if (of === null) return t(step === 'fetching' ? 'syncFetching' : 'syncSending');
  const counts = [formatNumber(done), formatNumber(of)];
  return t(step === 'fetching' ? 'syncFetchingOf' : 'syncSendingOf', ...counts);
}

/** Always within a sentence: “on Phone”, “on another device”. */
const deviceInWords = (name: string | null): string => name ?? t('syncAnotherDevice');

export function alarmInWords(alarm: Alarm): string {
  const device = deviceInWords(alarm.device);
  switch (alarm.kind) {
    case 'many-deleted':
      return t('alarmManyDeleted', device, plural('entries', alarm.records));
    case 'damaged':
      return t('alarmDamaged', plural('files', alarm.files), device);
    case 'clock':
      return alarm.device === null
        ? t('alarmClockHere', durationInWords(alarm.offBy))
        : t('alarmClock', device, durationInWords(alarm.offBy));
    case 'rolled-back':
      return t('alarmRolledBack', device);
    case 'missing':
      return t('alarmMissing', device);
    case 'newer':
      return t('alarmNewer', device);
    case 'copied-profile':
      return t('alarmCopiedProfile');
    case 'foreign':
      return t('alarmForeign');
  }
}

const MINUTE = 60_000;
const UNITS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/** “3 hours”, by the largest unit that it fills. */
export function durationInWords(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  const [unit, size] = UNITS.find(([, size]) => length >= size) ?? UNITS[2];
  const count = Math.max(1, Math.round(length / size));
  return new Intl.NumberFormat(uiLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
