/** From mark to mark, with the page's own words. */
import { useEffect, useRef } from 'preact/hooks';
import type { Mark } from '@/lib/core/marks.ts';
import { Icon } from './icon.tsx';
import { formatNumber, t } from './text.ts';

type WalkerProps = {
  readonly marks: readonly Mark[];
  readonly picked: number;
  /** BCP 47 of the article. */
  readonly language: string | null;
  readonly onWalk: (step: 1 | -1) => void;
  /** Back to the list; absent where the list stands beside the card. */
  readonly onList?: () => void;
};

export function Walker({ marks, picked, language, onWalk, onList }: WalkerProps) {
  const mark = marks[picked];
  const top = useTopInView(mark);
  if (mark === undefined) return null;
  return (
    <div class="walker" ref={top}>
      <div class="row">
        <p class="meta" role="status">
          {t('markOf', formatNumber(picked + 1), formatNumber(marks.length))}
        </p>
        <span class="buttons">
          {onList !== undefined && (
            <button type="button" class="plain" onClick={onList}>
              {t('allMarks')}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={t('previousMark')} onClick={() => onWalk(-1)}>
            <Icon name="previous" />
          </button>
          <button type="button" class="icon-button" aria-label={t('nextMark')} onClick={() => onWalk(1)}>
            <Icon name="next" />
          </button>
        </span>
      </div>
      <blockquote>
        <q class="page-words" lang={language ?? undefined} dir="auto">
          {mark.text}
        </q>
      </blockquote>
    </div>
  );
}

/** Another mark's card begins at its top, however far down the last one was read; the first view is not moved. */
function useTopInView(mark: Mark | undefined) {
  const element = useRef<HTMLDivElement>(null);
  const shown = useRef(mark?.text);
  useEffect(() => {
    if (shown.current !== mark?.text) element.current?.scrollIntoView({ block: 'nearest' });
    shown.current = mark?.text;
  }, [mark?.text]);
  return element;
}
