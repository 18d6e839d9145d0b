/** One line, in the library and at the foot of popup and panel, where sync needs the reader. Else nothing. */
import type { SyncView } from '@/lib/core/sync.ts';
import { moment } from './sync-words.ts';
import { joined, plural, t } from './text.ts';

/** Milliseconds that it may fail before it is worth a word: networks come back. */
const PATIENCE = 60 * 60 * 1000;

type SyncNoticeProps = { readonly view: SyncView; readonly now: number; readonly onOpen: () => void };

/** The region is always there, so that what comes into it is read out, once. */
export function SyncNotice({ view, now, onOpen }: SyncNoticeProps) {
  const words = noticeInWords(view, now);
  return (
    <div class="sync-notice" role="status">
      {words !== '' && (
        <p>
          {words}{' '}
          <button type="button" class="plain" onClick={onOpen}>
            {t('syncOpen')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Empty: nothing needs the reader. */
export function noticeInWords(view: SyncView, now: number): string {
  if (view.kind === 'off') return '';
  const { status, conflicts, alarms } = view;
  const { failing } = status;
  return joined(
    failing !== null && now - failing.since > PATIENCE && t('syncNoticeFailing', moment(failing.since, now)),
    conflicts.length > 0 && plural('conflicts', conflicts.length),
    alarms.length > 0 && plural('syncMatters', alarms.length),
  );
}
