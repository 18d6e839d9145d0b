/** Marks that the reader has taken off, with the way back. */
import type { HiddenMark } from './page-view.ts';
import { plural, t } from './text.ts';

type HiddenMarksProps = {
  readonly hidden: readonly HiddenMark[];
  /** The one taken off just now: said at once, and undone by one press. */
  readonly latest: HiddenMark | null;
  readonly onRestore: (mark: HiddenMark) => void;
};

const isSame = (a: HiddenMark, b: HiddenMark): boolean =>
  a.text === b.text && a.pack === b.pack && a.question === b.question;

export function HiddenMarks({ hidden, latest, onRestore }: HiddenMarksProps) {
  const earlier = hidden.filter((mark) => latest === null || !isSame(mark, latest));
  return (
    <div class="hidden-marks">
      <div role="status">
        {latest !== null && (
          <p class="notice">
            <span>{t('markHidden')}</span>{' '}
            <button type="button" onClick={() => onRestore(latest)}>
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
                <button type="button" aria-label={t('showAgainAbout', mark.asks)} onClick={() => onRestore(mark)}>
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
