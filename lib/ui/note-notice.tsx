/** What came of the last thing that the reader asked of their notes, with its undo. Announced once, stays until dismissed. */
import { useEffect, useRef } from 'preact/hooks';
import { assertNever } from '@/lib/core/assert-never.ts';
import { Icon } from './icon.tsx';
import type { NoteNotice as Notice, NoteEvents } from './noting.ts';
import { t, type MessageKey } from './text.ts';

type NoteNoticeProps = {
  readonly notice: Notice | null;
  readonly events: Pick<NoteEvents, 'onRestore' | 'onDismiss'>;
  /** Where the focus goes when the button that has it goes away. */
  readonly onLeave: () => void;
};

/** The region is always there, so that what comes into it is read out. */
export function NoteNotice({ notice, events, onLeave }: NoteNoticeProps) {
  const leaveBy = (work: () => void) => () => {
    onLeave();
    work();
  };
  return (
    <div class="note-notice" role="status">
      {notice !== null && (
        <div class="notice">
          <p>{noticeInWords(notice)}</p>
          {notice.kind === 'link' && !notice.copied && <LinkByHand href={notice.href} />}
          {notice.kind === 'deleted' && <Undo onUndo={leaveBy(() => events.onRestore(notice.id))} />}
          <button type="button" class="plain icon-button" aria-label={t('close')} onClick={leaveBy(events.onDismiss)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

/** Takes the focus, which the button “Delete” has lost together with its note. */
function Undo({ onUndo }: { readonly onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button ref={button} type="button" onClick={onUndo}>
      {t('undo')}
    </button>
  );
}

function LinkByHand({ href }: { readonly href: string }) {
  return (
    <input
      type="text"
      readOnly
      dir="ltr"
      value={href}
      aria-label={t('noteLinkByHand')}
      onFocus={({ currentTarget }) => currentTarget.select()}
    />
  );
}

function noticeInWords(notice: Notice): string {
  switch (notice.kind) {
    case 'deleted':
      return t('noteDeleted', notice.name);
    case 'link':
      return t(notice.copied ? 'noteLinkCopied' : 'noteLinkByHand');
    case 'no-link':
      return t(NO_LINK[notice.why]);
    case 'failed':
      return `${t(NOT_DONE[notice.doing])} ${t(WHY[notice.why])}`;
    case 'editing':
    case 'nothing':
    case 'not-here':
    case 'unreachable':
    case 'restored':
    case 'attached':
    case 'select-first':
    case 'searched':
      return t(PLAIN[notice.kind]);
    default:
      return assertNever(notice);
  }
}

const PLAIN = {
  editing: 'noteEditing',
  nothing: 'noteNothing',
  'not-here': 'noteNotHere',
  unreachable: 'noteUnreachable',
  restored: 'noteRestored',
  attached: 'noteAttached',
  'select-first': 'noteSelectFirst',
  searched: 'noteSearched',
} as const satisfies Partial<Record<Notice['kind'], MessageKey>>;

const NO_LINK = {
  'not-unique': 'noteLinkNotUnique',
  'no-words': 'noteLinkNoWords',
  'not-found': 'noteLinkNotFound',
  'no-address': 'noteLinkNoAddress',
} as const;

const NOT_DONE = { delete: 'noteNotDeleted', restore: 'noteNotRestored', attach: 'noteNotAttached' } as const;

const WHY = {
  full: 'noteWhyFull',
  unavailable: 'noteWhyUnavailable',
  corrupt: 'noteWhyCorrupt',
  missing: 'noteWhyMissing',
} as const;
