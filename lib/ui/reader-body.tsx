/** What popup and panel share: walking, saying what a sentence states or does not, and the letters for it. */
import { useState } from 'preact/hooks';
import type { CardClaim } from '@/lib/card/card.ts';
import { Card, type CardAnswers } from './card.tsx';
import type { LatestAnswer } from './hidden-marks.tsx';
import {
  markAsked,
  nameOfMark,
  type CardView,
  type HiddenMark,
  type MarkName,
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

/** What the reader can say of the marks, and what they said last, for as long as this view is open; the library remembers it all. */
export function useAnswers({ onReject, onConfirm, onRestore }: AnswerEvents) {
  const [latest, setLatest] = useState<LatestAnswer | null>(null);
  const takeBack = (mark: MarkName) => {
    setLatest(null);
    onRestore(mark);
  };
  return {
    latest,
    takeBack,
    answersFor: (mark: Mark): CardAnswers => ({
      onReject: () => {
        setLatest({ kind: 'hidden', mark: nameOfMark(mark) });
        onReject(nameOfMark(mark));
      },
      onConfirm: ({ id, says }: CardClaim) => {
        setLatest({ kind: 'confirmed', mark: nameOfMark(mark), says });
        onConfirm(nameOfMark(mark), id);
      },
      onTakeBack: () => takeBack(nameOfMark(mark)),
    }),
    /** Nothing was said of a sentence that is only like another: there, the way back is to say the contrary. */
    showAgain: (mark: HiddenMark) => {
      setLatest(null);
      if (mark.alike) onConfirm(mark, mark.claim);
      else onRestore(mark);
    },
  };
}

type AnswerEvents = Pick<ReaderEvents, 'onReject' | 'onConfirm' | 'onRestore'>;

type PickedCardProps = Pick<ReaderProps, 'asked'> & {
  readonly view: CardView;
  readonly mark: Mark;
  readonly space: 'tight' | 'wide';
  readonly onAsk: ReaderEvents['onAsk'];
  readonly answers: CardAnswers;
};

export function PickedCard({ view, mark, asked, space, onAsk, answers }: PickedCardProps) {
  return (
    <>
      <QuestionSwitch mark={mark} asked={asked} onAsk={onAsk} />
      <CardOrNot view={view} mark={markAsked(mark, asked)} space={space} {...(asked === 0 && { answers })} />
    </>
  );
}

type CardOrNotProps = Pick<PickedCardProps, 'view' | 'mark' | 'space'> & { readonly answers?: CardAnswers };

function CardOrNot({ view, mark, space, answers }: CardOrNotProps) {
  if (view.kind === 'loading') return <p class="quiet">{t('cardLoading')}</p>;
  if (view.kind === 'missing') return <p class="quiet">{t('cardMissing')}</p>;
  // Its own key: what was unfolded in one card must not stand open in the next.
  return (
    <Card
      key={view.card.question.id}
      card={view.card}
      mark={mark}
      space={space}
      {...(answers !== undefined && { answers })}
    />
  );
}

/** Null unless the page is read and a mark is picked. */
export function pickedMark(page: ReaderProps['page']): { readonly mark: Mark; readonly at: number } | null {
  if (page.kind !== 'read' || page.picked === null) return null;
  const mark = page.marks[page.picked];
  return mark === undefined ? null : { mark, at: page.picked };
}
