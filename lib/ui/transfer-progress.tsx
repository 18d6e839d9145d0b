/** How far it is, and the way to stop it. Not announced at every step: a screen reader asks when it wants to know. */
import { formatNumber, plural, t, uiLocale } from './text.ts';
import type { TransferProgress as Progress } from './transfer.ts';

type TransferProgressProps = {
  /** Null until it is known. */
  readonly progress: Progress | null;
  readonly label: string;
  readonly onCancel: () => void;
};

export function TransferProgress({ progress, label, onCancel }: TransferProgressProps) {
  return (
    <div class="transfer-progress">
      <progress aria-label={label} max={progress?.of ?? 1} value={progress?.done} />
      <p class="meta">{progress === null ? label : inWords(progress)}</p>
      <button type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}

function inWords({ done, of, percent }: Progress): string {
  if (!percent) return t('notesOf', formatNumber(done), plural('entries', of));
  return new Intl.NumberFormat(uiLocale(), { style: 'percent' }).format(of === 0 ? 1 : done / of);
}
