/** What popup and panel share: walking, taking a mark off, and the letters that do both. */
import { useState } from 'preact/hooks';
import { Card } from './card.tsx';
import {
  markAsked,
  toHiddenMark,
  type CardView,
  type HiddenMark,
  type ReaderEvents,
  type ReaderProps,
} from './page-view.ts';
import type { Mark } from '@/lib/core/marks.ts';
import { QuestionSwitch } from './question-switch.tsx';
import { t } from './text.ts';

/** J and K walk the marks, within our own pages and outside fields. Modifiers are the browser's. */
export function stepOfKey(event: KeyboardEvent): 1 | -1 | null {
  const { target, key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return null;
  if (target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null)
    return null;
  return key === 'j' ? 1 : key === 'k' ? -1 : null;
}

/** Calls `onWalk` for J and K; for the `onKeyDown` of a view. */
export const walkByKey =
  (onWalk: ReaderEvents['onWalk']) =>
  (event: KeyboardEvent): void => {
    const step = stepOfKey(event);
    if (step !== null) onWalk(step);
  };

/** The mark taken off last, for as long as this view is open; the library remembers them all. */
export function useRejection({ onReject, onRestore }: Pick<ReaderEvents, 'onReject' | 'onRestore'>) {
  const [latest, setLatest] = useState<HiddenMark | null>(null);
  return {
    latest,
    reject: (mark: Mark) => {
      const hidden = toHiddenMark(mark);
      setLatest(hidden);
      onReject(hidden);
    },
    restore: (mark: HiddenMark) => {
      setLatest(null);
      onRestore(mark);
    },
  };
}

type PickedCardProps = Pick<ReaderProps, 'asked'> & {
  readonly view: CardView;
  readonly mark: Mark;
  readonly space: 'tight' | 'wide';
  readonly onAsk: ReaderEvents['onAsk'];
  readonly onReject: (mark: Mark) => void;
};

export function PickedCard({ view, mark, asked, space, onAsk, onReject }: PickedCardProps) {
  return (
    <>
      <QuestionSwitch mark={mark} asked={asked} onAsk={onAsk} />
      <CardOrNot
        view={view}
        mark={markAsked(mark, asked)}
        space={space}
        {...(asked === 0 && { onReject: () => onReject(mark) })}
      />
    </>
  );
}

type CardOrNotProps = Pick<PickedCardProps, 'view' | 'mark' | 'space'> & { readonly onReject?: () => void };

function CardOrNot({ view, mark, space, onReject }: CardOrNotProps) {
  if (view.kind === 'loading') return <p class="quiet">{t('cardLoading')}</p>;
  if (view.kind === 'missing') return <p class="quiet">{t('cardMissing')}</p>;
  // Its own key: what was unfolded in one card must not stand open in the next.
  return (
    <Card
      key={view.card.question.id}
      card={view.card}
      mark={mark}
      space={space}
      {...(onReject !== undefined && { onReject })}
    />
  );
}

/** Null unless the page is read and a mark is picked. */
export function pickedMark(page: ReaderProps['page']): { readonly mark: Mark; readonly at: number } | null {
  if (page.kind !== 'read' || page.picked === null) return null;
  const mark = page.marks[page.picked];
  return mark === undefined ? null : { mark, at: page.picked };
}
