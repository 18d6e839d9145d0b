/** Notes that were changed in two places, one after the other, until none is left or the reader has had enough. */
import { useMemo } from 'preact/hooks';
import type { BodyVersion, Conflict } from '@/lib/core/sync.ts';
import { mergeAll } from '@/lib/replica/merge-texts.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { SyncConflict, type SyncConflictProps } from '@/lib/ui/sync-conflict.tsx';
import { SyncButtons, SyncDialog } from '@/lib/ui/sync-dialog.tsx';
import type { SyncOn } from '@/lib/ui/sync-props.ts';
import { t } from '@/lib/ui/text.ts';
import { useDeed } from './use-deed.ts';

type SyncSettleProps = {
  readonly desk: Pick<SyncDesk, 'settle'>;
  readonly view: SyncOn;
  /** The note to begin with. */
  readonly note: string;
  readonly now: number;
  /** Gone on to the next one; null: none is left. */
  readonly onNext: (note: string | null) => void;
  readonly onClose: () => void;
  readonly onError: (cause: unknown) => void;
};

export function SyncSettle({ desk, view, note, now, onNext, onClose, onError }: SyncSettleProps) {
  const { conflicts, devices } = view;
  const conflict = conflicts.find((each) => each.note === note);
  const deed = useDeed(onError);
  const settle = (text: string) =>
    deed.run(
      t('conflictSaving'),
      () => desk.settle(note, text),
      () => {
        onNext(conflicts.find((each) => each.note !== note)?.note ?? null);
        return null;
      },
    );
  return (
    <SyncDialog
      title={conflicts.length > 1 ? t('conflictTitleOf', String(conflicts.length)) : t('conflictTitle')}
      working={deed.working}
      said={deed.said}
      isWide
      onClose={onClose}
    >
      {conflict === undefined ? (
        <>
          <p>{t('conflictGone')}</p>
          <SyncButtons close="close" />
        </>
      ) : (
        <Settling key={note} conflict={conflict} nameOf={nameIn(devices)} now={now} onSettle={settle} />
      )}
    </SyncDialog>
  );
}

/** A version names the device by its id, or by a name where that is all that is known. */
const nameIn = (devices: SyncOn['devices']) => (device: string) =>
  devices.find(({ id }) => id === device)?.name ?? device;

type SettlingProps = {
  readonly conflict: Conflict;
  readonly nameOf: (device: string) => string;
} & Pick<SyncConflictProps, 'now' | 'onSettle'>;

function Settling({ conflict: { versions, base }, nameOf, now, onSettle }: SettlingProps) {
  const [first, second, ...others] = versions;
  const merged = useMemo(
    () => mergeAll(base, [first.text, ...[second, ...others].map(({ text }) => text)]),
    [versions, base],
  );
  const named = (version: BodyVersion): BodyVersion => ({ ...version, device: nameOf(version.device) });
  return (
    <SyncConflict
      versions={[named(first), named(second), ...others.map(named)]}
      merged={merged}
      now={now}
      onSettle={onSettle}
    />
  );
}
