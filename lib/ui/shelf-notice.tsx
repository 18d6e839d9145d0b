/** What came of the last thing done in the library, announced once, with its undo. */
import { Icon } from './icon.tsx';
import type { ShelfNotice as Notice } from './shelf.ts';
import { t } from './text.ts';

type ShelfNoticeProps = { readonly notice: Notice | null; readonly onDismiss: () => void };

/** The region is always there, so that what comes into it is read out. */
export function ShelfNotice({ notice, onDismiss }: ShelfNoticeProps) {
  return (
    <div class="shelf-notice" role="status">
      {notice !== null && (
        <div class="notice">
          <p>{notice.words}</p>
          {notice.undo !== null && (
            <button type="button" onClick={notice.undo}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="plain icon-button" aria-label={t('close')} onClick={onDismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
