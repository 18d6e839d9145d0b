/** What the reader has said of marks: the last answer with its undo, and what is hidden, with the way back. */
import type { HiddenMark, MarkName } from './page-view.ts';
import { plural, t } from './text.ts';

export type LatestAnswer =
  | { readonly kind: 'hidden'; readonly mark: MarkName }
  | { readonly kind: 'confirmed'; readonly mark: MarkName; readonly says: string };

type HiddenMarksProps = {
  readonly hidden: readonly HiddenMark[];
  /** Given just now: said at once, and undone by one press. */
  readonly latest: LatestAnswer | null;
  readonly onUndo: (mark: MarkName) => void;
  readonly onShowAgain: (mark: HiddenMark) => void;
};

const isSame = (a: MarkName, b: MarkName): boolean =>
  a.text === b.text && a.pack === b.pack && a.question === b.question;

export function HiddenMarks({ hidden, latest, onUndo, onShowAgain }: HiddenMarksProps) {
  const earlier = hidden.filter((mark) => latest?.kind !== 'hidden' || !isSame(mark, latest.mark));
  return (
    <div class="hidden-marks">
      <div role="status">
        {latest !== null && (
          <p class="notice">
            <span>{latest.kind === 'hidden' ? t('markHidden') : t('markConfirmed', latest.says)}</span>{' '}
            <button type="button" onClick={() => onUndo(latest.mark)}>
              {t('undo')}
            </button>
          </p>
        )}
      </div>
      {earlier.length > 0 && (
        <details class="help">
          <summary>{plural('hiddenByYou', earlier.length)}</summary>
          <ul>
            {earlier.map((mark) => (
              <li key={`${mark.question} ${mark.text}`}>
                <p dir="auto">{mark.text}</p>
                {mark.alike && <p class="meta">{t('whyLikeHidden')}</p>}
                <button type="button" aria-label={t('showAgainAbout', mark.asks)} onClick={() => onShowAgain(mark)}>
                  {t('showAgain')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
