/** What sync noticed and the reader should know, in plain words, each with what can be done about it. */
import type { Alarm } from '@/lib/core/sync.ts';
import type { SyncEvents } from './sync-props.ts';
import { alarmInWords, moment } from './sync-words.ts';
import { t } from './text.ts';

type SyncAlarmsProps = {
  readonly alarms: readonly Alarm[];
  readonly now: number;
  readonly events: Pick<SyncEvents, 'onDismiss' | 'onUndoDeletes' | 'onRepair'>;
};

export function SyncAlarms({ alarms, now, events }: SyncAlarmsProps) {
  if (alarms.length === 0) return null;
  return (
    <ul class="alarms" aria-label={t('syncNoticed')}>
      {alarms.map((alarm) => (
        <li key={alarm.id} class="notice">
          <p dir="auto">{alarmInWords(alarm)}</p>
          <p class="meta">{t('syncNoticedAt', moment(alarm.at, now))}</p>
          <div class="buttons">
            <AlarmDeeds alarm={alarm} events={events} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function AlarmDeeds({ alarm, events }: { readonly alarm: Alarm } & Pick<SyncAlarmsProps, 'events'>) {
  const dismiss = (words: string) => (
    <button type="button" onClick={() => events.onDismiss(alarm)}>
      {words}
    </button>
  );
  switch (alarm.kind) {
    case 'many-deleted':
      return (
        <>
          <button type="button" onClick={() => events.onUndoDeletes(alarm)}>
            {t('alarmUndo')}
          </button>
          {dismiss(t('alarmMeant'))}
        </>
      );
    case 'rolled-back':
    case 'missing':
      return (
        <>
          <button type="button" onClick={() => events.onRepair(alarm)}>
            {t('alarmRepair')}
          </button>
          {dismiss(t('alarmDismiss'))}
        </>
      );
    case 'damaged':
    case 'newer':
    case 'copied-profile':
    case 'clock':
    case 'foreign':
      return dismiss(t('alarmDismiss'));
  }
}
